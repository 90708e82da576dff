"""Workers: who takes a job, does it, and says how it ended. As many as there are processes; no broker."""

from __future__ import annotations

import fcntl
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils.module_loading import import_string
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.kernel.errors import Refused

from .models import OPEN, Job, State, forget

LOOK_S = 2.0  # how often a worker looks for jobs that another process was asked for
FORGET_S = 3600.0
TRIES = 3  # a job that ended its process three times is not tried again

log = logging.getLogger(__name__)
_asked = threading.Event()


def wake() -> None:
    """Let the workers of this process look at once."""
    _asked.set()


@contextmanager
def _held(job: Job) -> Iterator[bool]:
    """Hold *job* against every other process of this installation; whether it could be held.

    The system lets go when a process dies, however it dies: no clock has to guess which worker is still alive.
    """
    job.folder.mkdir(parents=True, exist_ok=True)
    with (job.folder / "held").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def work_once() -> bool:
    """Do the oldest job that nobody holds; whether there was one.

    A job *at work* that nobody holds was cut off with its process: it is begun anew.
    """
    for job in Job.objects.filter(state__in=OPEN).order_by("asked_at"):
        with _held(job) as mine:
            if mine and Job.objects.filter(pk=job.pk, state__in=OPEN).update(state=State.WORKING, tries=F("tries") + 1):
                job.refresh_from_db()
                _do(job)
                return True
    return False


def _do(job: Job) -> None:
    """Do *job*, in the language of whoever asked; all that can go wrong is said to them."""
    from .tasks import task_of
    from .work import Cancelled, JobWork

    with override(job.language):
        try:
            if job.tries > TRIES:
                raise Refused(_("This was begun three times and cut off each time. Send it in smaller parts."))
            if (task := task_of(job)) is None:
                raise Refused(_("This version no longer knows such work: ask for it again."))
            rights = import_string(settings.LIANGXING_RIGHTS)(job.community, job.by)
            if not rights.may(task.verb):
                raise Refused(_("Your post no longer allows this."))
            _end(job, State.DONE, result=task.run(JobWork(job, rights)))
        except Cancelled:
            return
        except Refused as refused:
            _end(job, State.REFUSED, refused=str(refused))
        except Exception:
            log.exception("job %s", job.pk)
            words = _(
                "It went wrong by our fault, and nothing was kept. Try once more; if it stays so, tell the office."
            )
            _end(job, State.REFUSED, refused=words)


def _end(job: Job, state: State, **columns: Any) -> None:
    Job.objects.filter(pk=job.pk, state=State.WORKING).update(state=state, ended_at=now(), **columns)


def work(stop: threading.Event | None = None) -> None:
    """Do jobs until *stop* is set."""
    stop, next_forget = stop or threading.Event(), 0.0
    while not stop.is_set():
        _asked.clear()
        try:
            if time.monotonic() >= next_forget:
                forget()
                next_forget = time.monotonic() + FORGET_S
            while not stop.is_set() and work_once():
                pass
        except Exception:  # the database may be away for a moment; the worker stays
            log.exception("a worker could not look for jobs")
        connection.close()
        _asked.wait(LOOK_S)


def start(stop: threading.Event | None = None) -> threading.Thread:
    """A worker beside the pages, in a thread that ends with the process."""
    thread = threading.Thread(target=work, args=(stop,), name="jobs", daemon=True)
    thread.start()
    return thread
