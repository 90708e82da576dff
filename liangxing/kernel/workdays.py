"""Working days in China, with the days that the State Council shifts , from the ``chinesecalendar`` package.

The days of a year are published in the autumn before it. Of a year that the package does not know, weekdays count,
and whoever asks is told: such a day is ``provisional``.
"""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
from chinese_calendar.constants import holidays

SATURDAY = 5
DAY = timedelta(days=1)
_YEARS = frozenset(day.year for day in holidays)


def known(day: date) -> bool:
    """Whether the shifted days of that year are known."""
    return day.year in _YEARS


def is_workday(day: date) -> bool:
    """Whether people work on *day*; a plain weekday when its year is not known.

    >>> is_workday(date(2026, 2, 14)), is_workday(date(2026, 10, 1)), is_workday(date(2126, 10, 1))
    (True, False, True)
    """
    return bool(chinese_calendar.is_workday(day)) if known(day) else day.weekday() < SATURDAY


def after_workdays(day: date, days: int) -> date:
    """The last of *days* working days that follow *day*; *day* itself for none.

    >>> after_workdays(date(2026, 9, 30), 3)
    datetime.date(2026, 10, 10)
    """
    while days > 0:
        day += DAY
        days -= is_workday(day)
    return day


def provisional(first: date, last: date) -> bool:
    """Whether a count from *first* to *last* passes through a year of which only weekdays are known."""
    return any(year not in _YEARS for year in range(first.year, last.year + 1))
