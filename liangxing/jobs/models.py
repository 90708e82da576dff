"""A job: what somebody asked for that takes longer than a page may, and how far it is."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.ids import new_id
from liangxing.ledger.models import Community

KEPT = timedelta(days=7)  # how long a job's results stay: they may name persons


class State(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("waiting")
    WORKING = "working", _("at work")
    DONE = "done", _("done")
    REFUSED = "refused", _("not done")
    CANCELLED = "cancelled", _("cancelled")


OPEN = (State.WAITING, State.WORKING)
_TAGS = {State.DONE: "ok", State.REFUSED: "no", State.WORKING: "wait"}


class Job(models.Model):
    """One piece of long work. It is no fact: what it writes is, through acts; the job itself is forgotten in a week.

    ``by`` alone sees it, and what it found. ``writing``: it can no longer be cancelled.
    ``step`` is a msgid and ``told`` what stands in it, so that everybody reads it in their own language.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    task = models.CharField(max_length=120)
    title = models.CharField(max_length=200, blank=True)
    asked = models.JSONField(default=dict)
    by = models.CharField(max_length=150)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    step = models.CharField(max_length=200, blank=True)
    told = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    writing = models.BooleanField(default=False)
    result = models.JSONField(default=dict)
    refused = models.TextField(blank=True)
    asked_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    seen = models.BooleanField(default=False)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["state", "asked_at"]), models.Index(fields=["by", "state"])]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN

    @property
    def tag(self) -> str:
        """The look of its state: a class of the small labels."""
        return _TAGS.get(State(self.state), "")

    @property
    def may_be_cancelled(self) -> bool:
        """Whether nothing of it has been written yet."""
        return self.is_open and not self.writing

    @property
    def words(self) -> str:
        """What it is doing, in the language of the moment; empty before its first step."""
        return gettext(self.step) % self.told if self.step else ""

    @property
    def percent(self) -> int | None:
        """How far it is; ``None`` while nobody knows."""
        return min(100, self.done * 100 // self.of) if self.of else None

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return Path(settings.LIANGXING_DATA) / "jobs" / self.pk.hex

    @property
    def files(self) -> list[str]:
        """The names of the files that it made, to be fetched."""
        made = self.folder / "files"
        return sorted(file.name for file in made.iterdir()) if self.state == State.DONE and made.exists() else []

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take it away with its files."""
        shutil.rmtree(self.folder, ignore_errors=True)
        return super().delete(*args, **kwargs)


def forget() -> int:
    """Take away the jobs that ended more than a week ago, with all that they found; how many."""
    old = list(Job.objects.filter(ended_at__lt=now() - KEPT))
    for job in old:
        job.delete()
    return len(old)
