"""Work as the one who does it sees it: say how far it is, stop when nobody wants it any more, leave files behind."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from .models import Job, State

TOLD_S = 0.5  # how often the database hears how far it is


class Cancelled(Exception):
    """Nobody wants the job any more, and nothing of it was written."""


class Work(Protocol):
    """What long work tells while it is done, whoever listens."""

    def step(self, words: str, of: int = 0, **told: Any) -> None:
        """Begin a step: *words* are a msgid, *of* how many things it has."""

    def tell(self, n: int = 1) -> None:
        """So many more things of the step are done. ``Cancelled`` when nobody wants the rest."""

    def writing(self) -> None:
        """From here on it writes, within the open transaction. ``Cancelled`` when it was given up before."""

    def kept(self, n: int) -> None:
        """Note, within the same transaction, how many records were kept."""


class Unheard:
    """Work that is done at once, before an answer: nobody listens."""

    def step(self, words: str, of: int = 0, **told: Any) -> None:
        """Say nothing."""

    def tell(self, n: int = 1) -> None:
        """Say nothing."""

    def writing(self) -> None:
        """Say nothing."""

    def kept(self, n: int) -> None:
        """Say nothing."""


UNHEARD = Unheard()


class JobWork:
    """The work of a job, done with the rights that whoever asked for it has now."""

    def __init__(self, job: Job, rights: Any) -> None:
        self.job, self.rights = job, rights
        self._done, self._next = 0, 0.0

    def step(self, words: str, of: int = 0, **told: Any) -> None:
        """Begin a step, and let everybody see it."""
        self._done, self._next = 0, time.monotonic() + TOLD_S
        self._put(step=words, told=told, done=0, of=of)

    def tell(self, n: int = 1) -> None:
        """Count; twice a second the database hears of it, and says whether somebody gave the job up."""
        self._done += n
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + TOLD_S
            self._put(done=self._done)

    def writing(self) -> None:
        """Close the door to cancelling: one row, changed in the transaction that writes the records."""
        self._put(writing=True)

    def kept(self, n: int) -> None:
        """Keep the number with the records: whoever goes on after an interruption finds nothing new, and reads this."""
        if n:
            self.job.result = {**self.job.result, "kept": n}
            self._put(result=self.job.result)

    def folder(self) -> Path:
        """Where to write the files that are to be fetched."""
        folder = self.job.folder / "files"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _put(self, **columns: Any) -> None:
        if not Job.objects.filter(pk=self.job.pk, state=State.WORKING).update(**columns):
            raise Cancelled


Run = Callable[[JobWork], dict[str, Any]]
