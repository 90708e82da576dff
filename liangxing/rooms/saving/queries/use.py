"""What the meters tell."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Count, Max, Min, Sum

from liangxing.ledger.models import Community
from liangxing.metering.doubts import Doubt
from liangxing.metering.spans import spans_of
from liangxing.metering.tables import (
    MILLIONTHS,
    UNTOLD,
    Column,
    Readings,
    Sort,
    Spans,
    Told,
    day_number,
    day_of,
    joined,
    millionths,
)
from liangxing.metering.told import with_told
from liangxing.metering.use import Use, months, use_of
from liangxing.records.models import Records

from ..models import Meter, Reading, Usage
from ..models.meters import FITTING

SORTS = {sort.value: int(Sort[sort.name]) for sort in Reading.Sort}
QUANTITIES = [f"{what}_{unit}" for what in ("used", "estimated") for unit in ("kwh", "m3", "gj")]
GUESS = Usage.Source.ESTIMATE.value
MOST = 1 << 60  # millionths: above it sums might not be held


@dataclass(frozen=True, slots=True)
class Metered:
    """What the meters of a community told, as columns; ``meters`` in the order by which the columns number them."""

    meters: list[Meter]
    readings: Readings
    told: Told
    highest: Column


def metered(community: Community, only: Collection[UUID] | None = None) -> Metered:
    """Everything that stands now, or of the meters that *only* names: columns of every reading, and of every bill."""
    asked = {"community": community} if only is None else {"community": community, "meter__in": only}
    standing: Any = Meter.objects.known().filter(community=community)
    if only is not None:
        standing = standing.filter(fact__in=only)
    meters: list[Meter] = list(standing.order_by("fact"))
    place = {meter.fact: n for n, meter in enumerate(meters)}

    def rows(kind: Any, *columns: str) -> Any:
        known = kind.objects.known().filter(**asked).order_by().values_list("meter_id", *columns)
        return (row for row in known.iterator() if row[0] in place)  # the meter may have been struck out

    read = (
        (place[meter], day_number(day), SORTS[sort], millionths(shown), millionths(start))
        for meter, day, sort, shown, start in rows(Reading, "day", "sort", "reading", "start_reading")
    )
    told = (
        (
            place[meter],
            day_number(day),
            day_number(until),
            _kept(used, unit, meters[place[meter]]),
            int(source == GUESS),
        )
        for meter, day, until, used, unit, source in rows(Usage, "day", "until", "used", "unit", "source")
    )
    highest = [10 ** (meter.digits + MILLIONTHS) if meter.digits else 0 for meter in meters]
    return Metered(meters, Readings.of(read), Told.of(told), np.array(highest, dtype=np.int64))


def use_by_month(metered: Metered, today: date) -> tuple[list[date], Use]:
    """What each meter used in each month that has ended, in the units in which we keep it, and the months."""
    days = [*metered.readings.day.tolist(), *metered.told.first.tolist()]
    first = day_of(min(days, default=day_number(today)))
    runs = [month for month in months(min(first, today), today) if month <= today]
    spans, doubted = spans_of(metered.readings, metered.highest, today=day_number(today))
    spans, more = with_told(multiplied(spans, metered.meters), metered.told, today=day_number(today))
    return runs, use_of(spans, joined(doubted, more), runs)


def _kept(used: Decimal, unit: str, meter: Meter) -> int:
    """What a bill tells in its *unit*, or in that of the meter, in the unit in which we keep it."""
    return millionths(used * FITTING[meter.sort].get(unit or meter.unit, Decimal(1)))


def multiplied(spans: Spans, meters: list[Meter]) -> Spans:
    """*spans* as they flowed, in the units in which we keep them; what no number holds is another unit."""
    times = [meter.ratio * FITTING[meter.sort][meter.unit] for meter in meters]
    more = np.array([one != 1 for one in times], dtype=bool)
    amount, doubt = spans.amount.copy(), spans.doubt.copy()
    for row in np.flatnonzero((spans.amount > 0) & more[spans.meter]):
        flowed = int(int(amount[row]) * times[spans.meter[row]])
        fits = flowed < MOST
        amount[row], doubt[row] = flowed if fits else UNTOLD, doubt[row] | (0 if fits else int(Doubt.UNIT))
    return replace(spans, amount=amount, doubt=doubt)


def in_doubt(uses: Records[Any]) -> Any:
    """The doubts in *uses*: each meter and doubt once, with its months from the first to the last; the newest first."""
    told = uses.filter(doubted=True).order_by().values("meter", "meter__code", "doubts")
    days = {"known": Sum("known_d"), "estimated": Sum("estimated_d")}
    each = told.annotate(first=Min("day"), last=Max("day"), months=Count("day"), **days)
    return each.order_by("-last", "meter__code", "doubts")


def by_year(uses: Records[Any]) -> list[dict[str, Any]]:
    """*uses* added up by year, by what is measured and for whom: meters, use, what of it is estimated."""
    sums = {name: Sum(name) for name in QUANTITIES}
    every = uses.order_by().values("day__year", "sort", "serves").annotate(meters=Count("meter", distinct=True), **sums)
    return list(every.order_by("-day__year", "serves", "sort"))
