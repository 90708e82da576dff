"""What the address of a figure's page asks for: which day, which period, and what was known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext as _

from liangxing.kernel.period import EVER, Period

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure's question: ``period`` ends on the day looked at; ``known_on``: the last day of knowledge, or now.

    ``wrong``: words for a person whose question could not be read and was answered for today instead.
    """

    period: Period
    known_on: date | None = None
    wrong: str = ""

    @property
    def day(self) -> date:
        """The day looked at."""
        return self.period.last

    @property
    def first(self) -> date | None:
        """The first day counted; ``None`` when all days are."""
        return None if self.period.first == EVER else self.period.first

    @property
    def known_at(self) -> datetime | None:
        """The moment of knowledge: the end of ``known_on``; ``None`` for now."""
        if self.known_on is None:
            return None
        midnight = datetime.combine(self.known_on + timedelta(days=1), time(), get_current_timezone())
        return min(midnight - timedelta(microseconds=1), now())

    @property
    def query(self) -> str:
        """The same question as a query string without its ``?``; empty for all days until today, known now."""
        told = {}
        if self.first:
            told["period"] = str(self.period)
        elif self.day != localdate():
            told["day"] = str(self.day)
        if self.known_on:
            told["known"] = str(self.known_on)
        return urlencode(told)


def read(query: Mapping[str, str]) -> Asked:
    """What *query* asks: ``period`` (as ``Period.parse`` has it), or ``first`` and ``day``, or ``day`` alone."""
    try:
        known = date.fromisoformat(query["known"]) if query.get("known") else None
        if query.get("period"):
            return Asked(Period.parse(query["period"]), known)
        day = date.fromisoformat(query["day"]) if query.get("day") else localdate()
        first = date.fromisoformat(query["first"]) if query.get("first") else EVER
        if first > day or not EVER <= day < date.max:
            raise ValueError(day)
        return Asked(Period.until(day, first=first), known)
    except (ValueError, OverflowError):
        words = _("This is no day or period: write days as 2012-09-30. Shown is today.")
        return Asked(Period.until(localdate()), wrong=words)
