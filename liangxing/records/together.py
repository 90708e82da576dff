"""Many small things kept in few transactions: whoever comes while one is being kept is kept with the next.

A commit costs a sync of the disk (some milliseconds), whatever is in it. Where thousands of people say one thing each
in the same minute, the syncs are what they would wait for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event, Lock
from time import sleep
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
MOST = 200  # in one transaction: others in other processes wait while it lasts
COMPANY_S = (
    0.05  # what those who came meanwhile wait for more: a transaction of twenty costs little more than one of five
)


@dataclass(slots=True)
class _Waiting(Generic[Asked, Answer]):
    """One that waits: called when it is settled, or when the turn to keep for all is its own."""

    asked: Asked
    answers: list[Answer] = field(default_factory=list)
    failure: Exception | None = None
    called: Event = field(default_factory=Event)

    @property
    def settled(self) -> bool:
        return bool(self.answers) or self.failure is not None


class Together(Generic[Asked, Answer]):
    """What threads of one process ask at the same time, kept by one of them for all; each process has its own.

    *keep* takes what was asked, in its order, does it in one transaction, and gives as many answers after the commit:
    what was answered is durable. There is no thread beside: whoever comes first keeps what is there, and hands the
    turn to the first of those who came meanwhile, who waits a moment for more; whoever comes alone is kept at once.
    What fails with others is tried by itself, so nobody's fault is told to another.
    """

    def __init__(self, keep: Callable[[Sequence[Asked]], Sequence[Answer]]) -> None:
        self._keep = keep
        self._waiting: list[_Waiting[Asked, Answer]] = []
        self._door, self._busy = Lock(), False

    def ask(self, asked: Asked) -> Answer:
        """The answer to *asked*, once it is kept; raises what *keep* raised for it."""
        mine: _Waiting[Asked, Answer] = _Waiting(asked)
        with self._door:
            self._waiting.append(mine)
            mine_is_the_turn, self._busy = not self._busy, True
        if not mine_is_the_turn:
            mine.called.wait()
        if not mine.settled:
            if not mine_is_the_turn:
                sleep(COMPANY_S)
            self._take_turn()
        if mine.failure is not None:
            raise mine.failure
        return mine.answers[0]

    def _take_turn(self) -> None:
        with self._door:
            some, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            self._settle(some)
        finally:
            with self._door:
                self._busy = bool(self._waiting)
                following = self._waiting[:1]
            for each in (*following, *some):
                each.called.set()

    def _settle(self, some: list[_Waiting[Asked, Answer]]) -> None:
        try:
            answers = self._keep([each.asked for each in some])
            for each, answer in zip(some, answers, strict=True):
                each.answers.append(answer)
        except Exception as failure:
            if len(some) == 1:
                some[0].failure = failure
                return
            for each in some:
                self._settle([each])
