"""Months and days that a text names, also as "last September"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from liangxing.kernel.period import Period

from .words import any_of, words


@dataclass(frozen=True, slots=True)
class Dated:
    """The words at ``[start, end)`` and the days that they can mean."""

    text: str
    start: int
    end: int
    period: Period

    @property
    def said(self) -> str:
        """As ``2012``, ``2012-09`` or ``2012-09-01``."""
        days = (self.period.after - self.period.first).days
        return self.period.first.isoformat()[: 10 if days == 1 else 7 if days < 32 else 4]


@cache
def _pattern() -> re.Pattern[str]:
    told = words()["dates"]
    year = rf"(?:(?P<year>(?:19|20)[0-9]{{2}}){told['year']}|(?P<past>{any_of(told['past'])}))"
    month = rf"(?P<month>1[0-2]|0?[1-9]){told['month']}"
    return re.compile(rf"(?:{year})?(?:{month}(?:(?P<day>3[01]|[12][0-9]|0?[1-9]){any_of(told['day'])})?)?")


def dates(text: str, written: date) -> list[Dated]:
    """Every year, month or day that *text* names; a month without a year is the last one before *written*."""
    found = []
    for hit in _pattern().finditer(text):
        if hit.group() and (hit["year"] or hit["past"] or not re.search(r"[0-9]$", text[: hit.start()])):
            period = _period(hit, written)
            if period is not None:
                found.append(Dated(hit.group(), hit.start(), hit.end(), period))
    return found


def _period(hit: re.Match[str], written: date) -> Period | None:
    month, day = (int(hit[name]) if hit[name] else None for name in ("month", "day"))
    if hit["year"]:
        year = int(hit["year"])
    elif hit["past"]:
        year = written.year + words()["dates"]["past"][hit["past"]]
    else:
        year = written.year - ((month or 0, day or 1) > (written.month, written.day))
    if month is None:
        return Period.year(year)
    if day is None:
        return Period.month(year, month)
    try:
        return Period.until(date(year, month, day), first=date(year, month, day))
    except ValueError:
        return None
