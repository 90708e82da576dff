"""Tasks: the sorts of long work. A job names the function that does it, so that none is listed anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from liangxing.kernel.language import nearest

from .models import Job
from .work import Run
from .workers import wake


@dataclass(frozen=True, slots=True)
class Task:
    """A sort of work: what people call it, the verb that it asks for, and what does it.

    ``run`` gives the job's result. It must bear being run again after it was cut off. ``opens``: the address at which
    a done job is read, when it is more than its files.
    """

    key: str
    name: str | Promise
    verb: str
    run: Run
    opens: Callable[[Job], str] | None = None

    def ask(self, request: HttpRequest, title: str = "", **asked: Any) -> Job:
        """A job of this sort for whoever sent *request*; workers hear of it once the transaction holds."""
        visit: Any = request
        job = Job.objects.create(
            community=visit.community,
            by=visit.user.get_username(),
            task=self.key,
            title=title[:200],
            asked=asked,
            language=nearest(get_language()),
        )
        transaction.on_commit(wake)
        return job


def task(name: str | Promise, *, verb: str, opens: Callable[[Job], str] | None = None) -> Callable[[Run], Task]:
    """Make a function that does a job's work a task."""

    def made(run: Run) -> Task:
        return Task(f"{run.__module__}.{run.__qualname__}", name, verb, run, opens)

    return made


def task_of(job: Job) -> Task | None:
    """The task of *job*; ``None`` when this installation no longer has it."""
    try:
        found = import_string(job.task)
    except ImportError:
        return None
    return found if isinstance(found, Task) else None
