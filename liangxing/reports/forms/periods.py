"""The periods for which a form may be filled, by its rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from liangxing.kernel.period import EVER, Period

from .models import Form

OFFERED = 4
MONTHS = {Form.Rhythm.YEARLY: 12, Form.Rhythm.HALF_YEARLY: 6, Form.Rhythm.QUARTERLY: 3, Form.Rhythm.MONTHLY: 1}


def offered(rhythm: str, today: date) -> list[Period]:
    """The period in which *today* lies, up to today, and those before it, the last full one first."""
    if rhythm not in MONTHS:
        return [Period.until(today)]
    current, *past = list(_back(MONTHS[Form.Rhythm(rhythm)], today))
    return [*past, Period.until(today, first=current.first)]


def _back(months: int, today: date) -> Iterator[Period]:
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    for _n in range(OFFERED + 1):
        end = _after(first, months)
        yield Period(first, end)
        before = first - timedelta(days=1)
        first = date(before.year, (before.month - 1) // months * months + 1, 1)


def _after(first: date, months: int) -> date:
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1)


def asked(text: str, rhythm: str, today: date) -> Period:
    """The period that *text* names; the first that is offered when it names none.

    >>> asked("2025", "yearly", date(2026, 11, 1)) == Period.year(2025)
    True
    """
    try:
        period = Period.parse(text)
    except ValueError:
        return offered(rhythm, today)[0]
    return period if period.first >= EVER else offered(rhythm, today)[0]
