"""Months and days that a text names, also as "last September"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from liangxing.kernel.patterns import any_of
from liangxing.kernel.period import Period

from .words import words

LETTERS = 40  # characters at the end of a text in which the day of writing stands, if it does


@dataclass(frozen=True, slots=True)
class Dated:
    """The words at ``[start, end)`` and the runs of days that they can mean: several where the year is left open."""

    text: str
    start: int
    end: int
    periods: tuple[Period, ...]

    @property
    def years(self) -> frozenset[int]:
        """The years that they can mean."""
        return frozenset(period.first.year for period in self.periods)


def iso(period: Period) -> str:
    """As ``2012``, ``2012-09`` or ``2012-09-01``."""
    days = (period.after - period.first).days
    return period.first.isoformat()[: 10 if days == 1 else 7 if days < 32 else 4]


@cache
def _pattern() -> re.Pattern[str]:
    told = words()["dates"]
    year = rf"(?:(?P<year>(?:19|20)[0-9]{{2}}){told['year']}|(?P<past>{any_of(told['past'])}))"
    month = rf"(?P<month>1[0-2]|0?[1-9]){told['month']}"
    return re.compile(rf"(?:{year})?(?:{month}(?:(?P<day>3[01]|[12][0-9]|0?[1-9]){any_of(told['day'])})?)?")


def written(text: str, day: date) -> tuple[date, ...]:
    """When *text* may have been written, likeliest first: by its last line; else *day*, unless all its years are older.

    A text checked years later still says "last September": it was written in its last year, or in the one after.
    """
    full = [hit for hit in _pattern().finditer(text[-LETTERS:]) if hit["year"] and hit["day"]]
    signed = _period(full[-1], day) if full else None
    if signed is not None:
        return (signed.first,)
    years = [int(hit["year"]) for hit in _pattern().finditer(text) if hit["year"] and int(hit["year"]) <= day.year]
    if not years or day.year - max(years) <= 1:
        return (day,)
    return date(max(years) + 1, 12, 31), date(max(years), 12, 31)


def dates(text: str, writing: Sequence[date]) -> list[Dated]:
    """Every year, month or day that *text* names; a month without a year is the last one before the *writing*."""
    found = []
    for hit in _pattern().finditer(text):
        if hit.group() and (hit["year"] or hit["past"] or not re.search(r"[0-9]$", text[: hit.start()])):
            periods = dict.fromkeys(period for day in writing if (period := _period(hit, day)) is not None)
            if periods:
                found.append(Dated(hit.group(), hit.start(), hit.end(), tuple(periods)))
    return found


def _period(hit: re.Match[str], day: date) -> Period | None:
    """What the words mean on *day*; ``None`` for a day that no calendar has."""
    month, of_month = (int(hit[name]) if hit[name] else None for name in ("month", "day"))
    if hit["year"]:
        year = int(hit["year"])
    elif hit["past"]:
        year = day.year + words()["dates"]["past"][hit["past"]]
    else:
        year = day.year - ((month or 0, of_month or 1) > (day.month, day.day))
    if month is None:
        return Period.year(year)
    if of_month is None:
        return Period.month(year, month)
    try:
        return Period.until(date(year, month, of_month), first=date(year, month, of_month))
    except ValueError:
        return None
