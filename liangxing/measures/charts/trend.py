"""How a figure went: its values month by month or year by year, laid out for a chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Min

from liangxing.kernel.period import EVER, Period
from liangxing.ledger.models import Community
from liangxing.measures.asked import Asked
from liangxing.measures.figures import series
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES, Stock

BY = ("month", "year")
MOST = 12  # bars that still carry their value on a phone
TOP_PERCENT = 12  # room above the highest bar, for its value
FLOOR_PERCENT = 88  # where the bars stand; below are the names


@dataclass(frozen=True, slots=True)
class Bar:
    """One period and its value; places in per cent of the chart. ``known`` is false where nothing was recorded."""

    period: Period
    value: Value
    x: float
    width: float
    y: float

    @property
    def known(self) -> bool:
        """Whether anything was recorded."""
        return self.value is not None

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.x + self.width / 2

    @property
    def height(self) -> float:
        """From its top to the floor."""
        return FLOOR_PERCENT - self.y


@dataclass(frozen=True, slots=True)
class Trend:
    """Bars in order; ``by`` is ``month`` or ``year``; ``lines``: a value and how far down its line is."""

    by: str
    bars: list[Bar]
    lines: list[tuple[Decimal, float]]

    @property
    def highest(self) -> Bar | None:
        """The bar with the highest value; ``None`` when nothing is known."""
        known = [bar for bar in self.bars if bar.value is not None]
        return max(known, key=lambda bar: bar.value or 0, default=None)

    @property
    def holes(self) -> bool:
        """Whether some bar has no value."""
        return any(bar.value is None for bar in self.bars)

    @property
    def crowded(self) -> bool:
        """Whether a phone has room to name every second bar only."""
        return len(self.bars) > MOST // 2

    @property
    def last(self) -> Bar:
        """The newest."""
        return self.bars[-1]


def trend(key: str, community: Community, asked: Asked, by: str = "") -> Trend | None:
    """The way of *key* up to the day asked about, of what was known at the moment asked about; at most 12 bars.

    By year when a stock is asked for, or when the period is longer than two years; *by* says otherwise.
    ``None`` when nothing of it was ever recorded.
    """
    begun = _begun(key, community, asked)
    if begun is None:
        return None
    first = max(begun, asked.period.first)
    if by not in BY:
        steady = all(isinstance(m, Stock) for m in MEASURES[key].counted)
        by = "year" if steady or (asked.day - first).days > 2 * 366 else "month"
    buckets = _months(first, asked.day) if by == "month" else _years(first, asked.day)
    return laid_out(by, buckets, series(key, community, buckets, asked.known_at))


def _begun(key: str, community: Community, asked: Asked) -> date | None:
    """The first day on which anything that *key* counts is known to have happened."""
    ever = Period.until(asked.day)
    days = [m.known(community, ever, asked.known_at).aggregate(it=Min("day"))["it"] for m in MEASURES[key].counted]
    return min((day for day in days if day), default=None)


def _months(first: date, last: date) -> list[Period]:
    """The months up to *last*, at most twelve; the last ends with *last*, the first is whole."""
    found, day = [Period.until(last, first=last.replace(day=1))], last
    while len(found) < MOST and found[-1].first > max(first, EVER):
        day = found[-1].first - timedelta(days=1)
        found.append(Period.month(day.year, day.month))
    return found[::-1]


def _years(first: date, last: date) -> list[Period]:
    """The years up to *last*, at most twelve; the last ends with *last*."""
    start = max(first.year, last.year - MOST + 1)
    return [Period.year(year) for year in range(start, last.year)] + [Period.until(last, first=date(last.year, 1, 1))]


def laid_out(by: str, buckets: list[Period], values: list[Value]) -> Trend:
    """The bars of *values*, one for each of *buckets*, with room for their names."""
    most = max((Decimal(v) for v in values if v is not None), default=Decimal(0))
    top = round_up(most)
    slot = Decimal(94) / len(buckets)
    bars = []
    for n, (bucket, value) in enumerate(zip(buckets, values, strict=True)):
        x = Decimal(6) + slot * n + slot * Decimal("0.16")
        y = down(Decimal(value or 0), top)
        bars.append(Bar(bucket, value, round(float(x), 2), round(float(slot * Decimal("0.68")), 2), y))
    return Trend(by, bars, [(part, down(part, top)) for part in (Decimal(0), top / 2, top)])


def down(value: Decimal, top: Decimal) -> float:
    """How far down the chart *value* is, in per cent."""
    share = value / top if top else Decimal(0)
    return round(float(FLOOR_PERCENT - share * (FLOOR_PERCENT - TOP_PERCENT)), 2)


def round_up(value: Decimal) -> Decimal:
    """The next of 1, 2, 4, 6, 8 or 10 times a power of ten, so that half of it is a plain number too."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(value.adjusted())
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= value)
