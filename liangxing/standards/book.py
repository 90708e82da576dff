"""Books: a standard as it was written down, each clause with its source, its dates and what it asks of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from liangxing.kernel.period import EVER, Period

# Months back from the day looked at.
SPANS = {"day": 0, "month": 1, "quarter": 3, "half_year": 6, "year": 12, "three_years": 36, "ever": None}


@dataclass(frozen=True, slots=True)
class Test:
    """One thing a clause asks: of which measure, over which span of time, which rule with which numbers."""

    measure: str
    rule: str
    numbers: tuple[Fraction, ...]
    span: str

    def period(self, day: date) -> Period:
        """The days that the test looks at, when the day looked at is *day*."""
        months = SPANS[self.span]
        if months is None:
            return Period.until(day)
        if months == 0:
            return Period.until(day, first=day)
        after = Period.until(day).after
        year, month = divmod(after.year * 12 + after.month - 1 - months, 12)
        return Period(_same_day(year, month + 1, after.day), after)


def _same_day(year: int, month: int, day: int) -> date:
    """That day of that month, or the last day the month has."""
    last = Period.month(year, month).last
    return last if day > last.day else date(year, month, day)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its number and part, its text in both languages (a paraphrase), and what it asks.

    ``status``: ``read`` in the source, ``unverified`` (from memory: never shown as official), ``advisory``, or
    ``hole`` for a part that nobody here has seen. Without tests the clause is always unknown, and ``needs`` says why.
    ``follows``: numbers of an earlier edition whose place it takes, by our own reading. ``who`` answers for it, a post
    or an organisation, and ``by`` when, as the standard says; ``effort_min``: minutes it declares, ``None`` for none.
    """

    number: str
    part: str
    text: Mapping[str, str]
    tests: tuple[Test, ...]
    source: str
    status: str
    points: int | None
    evidence: tuple[str, ...]
    first: date
    after: date
    needs: Mapping[str, str]
    effort_min: int | None
    follows: tuple[str, ...] = ()
    who: Mapping[str, str] = field(default_factory=dict)
    by: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether this text was in force on *day*."""
        return self.first <= day < self.after


@dataclass(frozen=True, slots=True)
class Level:
    """What a standard calls a result of ``at_least`` so many points."""

    title: Mapping[str, str]
    at_least: int


@dataclass(frozen=True, slots=True)
class Book:
    """A standard. ``official``: whether it is the text of an authority, or a community's own list.

    Editions of one standard have the same ``family``. ``honours``: the field of the honours that are given by it.
    ``levels`` from the highest down. ``given``: an office of this community brought it as a table of its own.
    """

    key: str
    title: Mapping[str, str]
    note: Mapping[str, str]
    parts: Mapping[str, Mapping[str, str]]
    official: bool
    number: str
    issuer: str
    source: str
    first: date
    after: date
    points: int | None
    clauses: tuple[Clause, ...]
    family: str = ""
    honours: str = ""
    levels: tuple[Level, ...] = ()
    given: bool = False

    @property
    def name(self) -> dict[str, str]:
        """Its title, with the year where several editions have the same one."""
        year = f" \u00b7 {self.first.year}" if self.given else ""
        return {language: title + year for language, title in self.title.items()}

    def nearest(self, day: date) -> date:
        """*day*, or the day nearest to it on which the standard was in force."""
        return min(max(day, self.first), self.after - timedelta(days=1))

    def in_force(self, day: date) -> list[Clause]:
        """The clauses in force on *day*, in their order."""
        return [clause for clause in self.clauses if clause.in_force(day)]


FOREVER = date(9999, 1, 1)
BEGINNING = EVER
