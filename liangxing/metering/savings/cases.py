"""One meter, a year before and the time after: what is asked, and what a model answers for that meter alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tables import day_number, day_of
from .weather import Weather

RULES = "1"  # raise it when a rule here changes what comes out: what was kept is then worked out anew
YEAR_D = 365
OFF_D = 70  # a bill of two months may begin so long before the year
SHORT_D = 28  # of less than four weeks nothing is said
Days = NDArray[Any]


class Reason(StrEnum):
    """Why nothing, or not more, may be said. Those of CalTRACK bear its section."""

    NO_READINGS = "no-readings"  # nothing at all is known before, or after
    BASELINE_SHORT = "baseline-short"  # 2.2.1: a year before, at least 329 days of it
    BASELINE_GAPS = "baseline-gaps"  # 2.2.1.2: of the days before, more than a tenth are unknown
    ESTIMATED = "estimated"  # 2.2.3.1: more than a tenth of what is known before is an estimate
    TOO_SOON = "too-soon"  # fewer than 28 days are known since
    WEATHER = "weather"  # 2.2.2: of the days before, more than a tenth have no weather
    WEATHER_THIN = (
        "weather-thin"  # 2.2.2.1: some month before lacks more than a tenth of its weather: said, not refused
    )
    WEATHER_FILLED = "weather-filled"  # days since have no weather: its usual one took their place, the interval grew
    OFF_CYCLE = "off-cycle"  # 2.2.3.4 and 2.2.3.5: bills too short or too long for their cycle are left out, and said
    POOR_FIT = "poor-fit"  # 3.4.3.1: neither weather nor habit explain the year before
    ABSURD = "absurd"  # a balance point or a slope that no home has
    NO_GROUP = "no-group"  # fewer than 15 similar homes: what everybody did cannot be taken off
    NEGATIVE = "negative"  # 2.3.5: below nothing was used
    DOUBTFUL = "doubtful"  # the package names a doubt of its own


@dataclass(frozen=True, slots=True)
class Case:
    """The use of one meter as spans of days that do not overlap, in order; days as the tables count them.

    The year before ends before ``before``, the first of a month. What is asked: from ``first`` until before ``after``.
    """

    carrier: str
    begin: Days
    end: Days
    amount: Days  # in kWh, m³ or GJ
    guess: Days  # 1 where it is an estimate
    before: int
    first: int
    after: int
    weather: Weather

    @property
    def year(self) -> int:
        """On which day the year before begins: one of 366 days when it holds a 29th of February."""
        end = day_of(self.before)
        return day_number(end.replace(year=end.year - 1))

    @property
    def basis(self) -> str:
        """The hash of everything that goes in."""
        said = sha256(f"{RULES}\n{self.carrier}\n{self.before} {self.first} {self.after}\n".encode())
        for column in (self.begin, self.end, self.amount, self.guess):
            said.update(np.ascontiguousarray(column, dtype=np.float64).tobytes())
        said.update(self.weather.told(self.year - OFF_D, self.after).tobytes())
        return said.hexdigest()

    def within(self, first: int, after: int) -> tuple[Days, Days, Days, Days]:
        """The spans that lie wholly from *first* to before *after*."""
        inside = (self.begin >= first) & (self.end <= after)
        return self.begin[inside], self.end[inside], self.amount[inside], self.guess[inside]

    def since(self) -> tuple[Days, Days, Days, Days]:
        """The spans that are asked about."""
        return self.within(self.first, self.after)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model says of one case. ``error``: one standard deviation of expected − used.

    ``a_year``: what was used in the year before, by which homes are told to be alike; ``None`` where it is unknown.
    """

    method: str
    period_d: int
    known_d: int = 0
    used: float | None = None
    expected: float | None = None
    error: float | None = None
    a_year: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether there is an amount."""
        return self.expected is not None

    @property
    def share(self) -> float:
        """What was saved of what was expected, before anything is taken off."""
        if self.expected is None or self.used is None:
            raise ValueError("nothing is known")
        return (self.expected - self.used) / self.expected

    def but(self, *reasons: Reason) -> Answer:
        """The same, with *reasons* why nothing is said."""
        return replace(self, used=None, expected=None, error=None, reasons=(*self.reasons, *reasons))

    def told(self) -> dict[str, Any]:
        """As plain values, to be kept."""
        return asdict(self)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Answer:
        """From plain values."""
        return cls(**{**told, "reasons": tuple(told["reasons"])})


def periods(began_on: date) -> tuple[date, date, date]:
    """For something that *began_on* a day: before which the year before ends, and the year since.

    The month in which it began belongs to neither (CalTRACK's blackout): which of its days came after the lamp was
    screwed in, nobody knows. What began on the first of a month leaves none out.

    >>> [str(day) for day in periods(date(2024, 2, 29))]
    ['2024-02-01', '2024-03-01', '2025-03-01']
    """
    before = began_on.replace(day=1)
    first = before if began_on.day == 1 else _next(before)
    return before, first, first.replace(year=first.year + 1)


def _next(month: date) -> date:
    year, number = divmod(month.year * 12 + month.month, 12)
    return date(year, number + 1, 1)


def case_of(carrier: str, spans: Days, began_on: date, today: date, weather: Weather) -> Case:
    """The case of a meter with these *spans*, a row each: first, after, amount, estimated; only those that it needs."""
    before, first, after = (day_number(day) for day in periods(began_on))
    after = min(after, day_number(today))
    told = spans[(spans[:, 1] > before - 366 - OFF_D) & (spans[:, 0] < after)]
    begin, end, guess = (told[:, n].astype(np.int64) for n in (0, 1, 3))
    return Case(carrier, begin, end, told[:, 2], guess, before, first, max(after, first), weather)


def month_of(day: int) -> int:
    """The month, 1 to 12, of the day with this number."""
    return day_of(day).month
