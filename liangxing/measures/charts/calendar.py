"""A year of days: how much happened on each, as a strip to see at once and as months to open."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 54  # columns of a strip: a leap year that begins on a Sunday touches so many
TOP_PERCENT = 14  # room above the days, for the names of the months
SHADES = 4  # as many as one tells apart in grey


@dataclass(frozen=True, slots=True)
class Day:
    """A day, how much happened on it, and its shade from 0 (nothing) to ``SHADES``; places in per cent."""

    day: date
    count: int
    shade: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks from Monday, ``None`` for days of its neighbours; where its name stands over the strip."""

    first: date
    weeks: list[list[Day | None]]
    x: float

    @property
    def count(self) -> int:
        """How much happened in it."""
        return sum(day.count for week in self.weeks for day in week if day)


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year; ``width`` and ``height`` of a day on the strip, in per cent."""

    year: int
    months: list[Month]
    width: float
    height: float

    @property
    def days(self) -> list[Day]:
        """Every day, in order."""
        return [day for month in self.months for week in month.weeks for day in week if day]

    @property
    def weekdays(self) -> list[date]:
        """Any Monday to Sunday, whose names head the columns of a month."""
        monday = date(self.year, 1, 1) - timedelta(days=date(self.year, 1, 1).weekday())
        return [monday + timedelta(days=n) for n in range(7)]

    @property
    def count(self) -> int:
        """How much happened in the year."""
        return sum(month.count for month in self.months)

    @property
    def busy(self) -> int:
        """On how many days something happened."""
        return sum(day.count > 0 for day in self.days)

    @property
    def fullest(self) -> Month | None:
        """The month with most; ``None`` when nothing happened."""
        return max(self.months, key=lambda month: month.count) if self.count else None


def year_of(year: int, counts: Mapping[date, int]) -> Year:
    """The *year* with *counts* of its days; a day that is not in them had nothing."""
    most = max((n for day, n in counts.items() if day.year == year), default=0)
    first = date(year, 1, 1)
    begun = first - timedelta(days=first.weekday())
    width, height = 100 / WEEKS, (100 - TOP_PERCENT) / 7

    def told(day: date) -> Day:
        n = counts.get(day, 0)
        shade = -(-n * SHADES // most) if n else 0
        column = (day - begun).days // 7
        return Day(day, n, shade, round(column * width, 2), round(TOP_PERCENT + day.weekday() * height, 2))

    months = []
    for month in range(1, 13):
        weeks = Calendar().monthdatescalendar(year, month)
        shown = [[told(day) if day.month == month else None for day in week] for week in weeks]
        start = next(day for day in shown[0] if day)
        months.append(Month(date(year, month, 1), shown, start.x))
    return Year(year, months, round(width * 0.84, 2), round(height * 0.84, 2))
