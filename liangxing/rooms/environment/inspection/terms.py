"""How often a route is walked: the term in which a day lies, in which one round is enough."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
DAYS = {"daily": 1, "weekly": 7}
RHYTHMS = (*DAYS, *MONTHS)


def term_of(day: date, rhythm: str) -> tuple[date, date]:
    """The first day of the term in which *day* lies, and the first day after it. Weeks begin on Monday.

    >>> [f"{day:%m-%d}" for day in term_of(date(2026, 11, 25), "weekly")]
    ['11-23', '11-30']
    >>> [str(day) for day in term_of(date(2026, 11, 25), "quarterly")]
    ['2026-10-01', '2027-01-01']
    """
    if rhythm in DAYS:
        first = day - timedelta(days=day.weekday()) if rhythm == "weekly" else day
        return first, first + timedelta(days=DAYS[rhythm])
    many = MONTHS[rhythm]
    month = (day.month - 1) // many * many
    after = month + many
    return date(day.year, month + 1, 1), date(day.year + after // 12, after % 12 + 1, 1)
