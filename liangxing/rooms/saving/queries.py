"""Saving by building, and what the meters tell."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import Count, Max, Min, Sum

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import Onto, Shape, onto, shape_of
from liangxing.measures.charts.shares import Cell, guarded
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
from liangxing.register.models import Building, Estate, Household

from .models import Meter, Reading, SavingMeasure, Usage
from .models.meters import FITTING

SORTS = {sort.value: int(Sort[sort.name]) for sort in Reading.Sort}
QUANTITIES = [f"{what}_{unit}" for what in ("used", "estimated") for unit in ("kwh", "m3", "gj")]
GUESS = Usage.Source.ESTIMATE.value
MOST = 1 << 60  # millionths: above it sums might not be held


@dataclass(frozen=True, slots=True)
class House:
    """A building with its share, and its shape on the map when its geometry is known."""

    building: Building
    cell: Cell
    shape: Shape | None


@dataclass(frozen=True, slots=True)
class SavingMap:
    """Every building in which somebody lives; ``estates``: outlines with their names."""

    houses: list[House]
    estates: list[Shape]

    @property
    def drawn(self) -> bool:
        """Whether any building has a geometry."""
        return any(house.shape for house in self.houses)

    @property
    def shown(self) -> list[House]:
        """The buildings whose share is told."""
        return [house for house in self.houses if not house.cell.hidden]

    @property
    def many(self) -> int:
        """In how many buildings three of five households or more have a measure."""
        return sum((house.cell.share or 0) >= 0.6 for house in self.shown)

    @property
    def hidden(self) -> int:
        """How many buildings are not told."""
        return len(self.houses) - len(self.shown)


def by_building(community: Community, day: date) -> SavingMap:
    """The map as of *day*: four queries. A household is counted where it lives by what is known now."""

    def standing(kind: Any) -> Any:
        return kind.objects.known().standing_on(day).filter(community=community).order_by()

    lives = dict(standing(Household).values_list("fact", "building_id"))
    saves = set(standing(SavingMeasure).values_list("household_id", flat=True)) & lives.keys()
    homes, saving = Counter(lives.values()), Counter(lives[home] for home in saves)
    buildings = sorted((b for b in standing(Building) if homes[b.fact]), key=_as_people_count)
    estates = list(standing(Estate).exclude(geometry=""))
    cells = guarded([Cell(b.code, saving[b.fact], homes[b.fact]) for b in buildings])
    drawing = onto(json.loads(it.geometry) for it in [*buildings, *estates] if it.geometry)
    houses = [House(b, cell, _shape(b, drawing)) for b, cell in zip(buildings, cells, strict=True)]
    return SavingMap(houses, list(_outlines(estates, drawing)))


def _as_people_count(building: Building) -> list[tuple[str, int]]:
    """The code in words and numbers, so that the second building comes before the tenth."""
    return [(word, int(n or 0)) for word, n in re.findall(r"(\D*)(\d*)", building.code)]


def _shape(building: Building, drawing: Onto | None) -> Shape | None:
    if drawing is None or not building.geometry:
        return None
    return shape_of(building.code, json.loads(building.geometry), drawing, named=False)


def _outlines(estates: Iterable[Estate], drawing: Onto | None) -> Iterable[Shape]:
    if drawing is not None:
        yield from (shape_of(e.name, json.loads(e.geometry), drawing, above=True) for e in estates)


@dataclass(frozen=True, slots=True)
class Metered:
    """What the meters of a community told, as columns; ``meters`` in the order by which the columns number them."""

    meters: list[Meter]
    readings: Readings
    told: Told
    highest: Column


def metered(community: Community) -> Metered:
    """Everything that stands now: five columns of every reading, and of every bill."""
    standing: Any = Meter.objects.known().filter(community=community)
    meters: list[Meter] = list(standing.order_by("fact"))
    place = {meter.fact: n for n, meter in enumerate(meters)}

    def rows(kind: Any, *columns: str) -> Any:
        known = kind.objects.known().filter(community=community).order_by().values_list("meter_id", *columns)
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
    spans, more = with_told(_multiplied(spans, metered.meters), metered.told, today=day_number(today))
    return runs, use_of(spans, joined(doubted, more), runs)


def _kept(used: Decimal, unit: str, meter: Meter) -> int:
    """What a bill tells in its *unit*, or in that of the meter, in the unit in which we keep it."""
    return millionths(used * FITTING[meter.sort].get(unit or meter.unit, Decimal(1)))


def _multiplied(spans: Spans, meters: list[Meter]) -> Spans:
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
