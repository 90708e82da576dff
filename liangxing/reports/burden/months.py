"""Twelve months of burden, laid out for a chart: those typed by hand beside those filled from records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from liangxing.kernel.period import Period
from liangxing.measures.charts.trend import Bar, Trend, laid_out

from .arithmetic import Cost, Return, cost

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its bar, its cost, and whether most of its returns were filled by hand."""

    bar: Bar
    cost: Cost
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months in order, and the lines of their chart."""

    months: list[Month]
    trend: Trend

    @property
    def untold(self) -> bool:
        """Whether some return's minutes are known to nobody."""
        return any(month.cost.untold for month in self.months)


def buckets(last: date) -> list[Period]:
    """The twelve months that end with the month of *last*."""
    found = [Period.month(last.year, last.month)]
    while len(found) < SHOWN:
        before = found[-1].first - timedelta(days=1)
        found.append(Period.month(before.year, before.month))
    return found[::-1]


def year(returns: Sequence[Return], last: date) -> Year:
    """The minutes typed in each of the twelve months up to *last*; a month without a return is unknown, and not 0."""
    periods = buckets(last)
    some = [[each for each in returns if each.day in period] for period in periods]
    costs = [cost(month) for month in some]
    values = [None if c.minutes is None else int(c.minutes.quantize(Decimal(1), ROUND_HALF_UP)) for c in costs]
    trend = laid_out("month", periods, list(values))
    told = zip(trend.bars, costs, some, strict=True)
    return Year([Month(b, c, sum(r.by_hand for r in m) * 2 > len(m)) for b, c, m in told], trend)
