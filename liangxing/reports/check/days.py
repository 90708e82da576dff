"""Which days a number speaks of: what its clause names, else, for what adds up, its sentence or the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liangxing.kernel.period import Period

from .binding import Bound
from .claims import Recorded
from .periods import Run, runs
from .quantities import Quantity
from .sentences import Sentences
from .words import has, words

TITLE = 40  # characters of a first line that is a title


@dataclass(frozen=True, slots=True)
class Days:
    """The runs of days that are meant, the likeliest first. *named*: the text says so, beside the number.

    *added*: what came in those days is meant, and not what stood at their end.
    """

    periods: tuple[Period, ...]
    named: bool
    added: bool = False


def days_of(quantity: Quantity, bound: Bound, cut: Sentences, recorded: Recorded, writing: Sequence[date]) -> Days:
    """The days of *quantity*, which speaks of the measure that it is *bound* to."""
    flow = bound.said.key in recorded.flows
    start, _end = cut.clause(quantity.start)
    run = _last(cut.text[start : quantity.start], writing)
    if run is None and (flow or _told_open(cut, start, writing)):
        for before in cut.before(quantity.start):
            run = run or _last(cut.text[slice(*before)], writing)
    elif run is None:
        run = _alone(cut, quantity, writing)
    if run is None:
        return Days(usual(writing) if flow else (), named=False)
    if not flow and not run.open and has(cut.text[start + run.end : quantity.start], words()["dates"]["begun"]):
        return Days((), named=False)
    return Days(
        run.periods, named=True, added=run.open or has(cut.text[start : quantity.start], words()["periods"]["added"])
    )


def _alone(cut: Sentences, quantity: Quantity, writing: Sequence[date]) -> Run | None:
    """The clause before, when it says a run of days and nothing else."""
    for span in cut.before(quantity.start)[:1]:
        text = cut.text[slice(*span)]
        run = _last(text, writing)
        return run if run and text.strip() == text[run.start : run.end] else None
    return None


def _told_open(cut: Sentences, start: int, writing: Sequence[date]) -> bool:
    """Whether the sentence began with days that go on, which then hold for all its clauses."""
    first, _last_place = cut.sentence(start)
    return any(run.open and not run.start for run in runs(cut.text[first:start], writing))


def _last(text: str, writing: Sequence[date]) -> Run | None:
    found = runs(text, writing)
    return found[-1] if found else None


def usual(writing: Sequence[date]) -> tuple[Period, ...]:
    """What a text means that names no days: this year, the twelve months until now, or last year."""
    found = []
    for day in writing:
        found += [Period.until(day, first=date(day.year, 1, 1)), Period.year_to(day), Period.year(day.year - 1)]
    return tuple(dict.fromkeys(found))


def titled(text: str, writing: Sequence[date]) -> tuple[Period, ...]:
    """The days that the title of *text* names."""
    title = text.lstrip().split("\n", 1)[0]
    run = _last(title, writing) if len(title) <= TITLE else None
    return run.periods if run else ()
