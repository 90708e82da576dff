"""Of every home's meter the case that is to be worked out, and of the homes it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Count

from liangxing.ledger.models import Community
from liangxing.metering.savings.cases import Case, Days, case_of
from liangxing.metering.savings.similar import pool
from liangxing.metering.spans import spans_of
from liangxing.metering.tables import MILLIONTHS, UNTOLD, Spans, day_number, day_of
from liangxing.metering.told import with_told
from liangxing.register.models import Resident
from liangxing.register.turns import turns

from ..models import Meter
from ..models.meters import Serves
from .begun import Start, campaign_day, start_of, untouched
from .use import metered, multiplied
from .weather import weather_of

AT_ONCE = 200  # meters whose readings are held at the same time: three years of days are 5 MB each


@dataclass(frozen=True, slots=True)
class Asked:
    """A meter of a home, from when on it is asked about, and what goes in. ``period``: carrier and months."""

    meter: UUID
    household: UUID
    start: Start
    case: Case
    people: int
    period: str


@dataclass(frozen=True, slots=True)
class Cases:
    """``asked``: a case for each meter of a home. ``beside``: by period and meter the homes that may be compared."""

    asked: list[Asked]
    beside: dict[str, dict[UUID, Case]]
    people: dict[UUID, int]


def cases(community: Community, today: date, tell: Callable[[int], None]) -> Cases:
    """Everything that is to be worked out; *tell* hears of every meter that was read."""
    weather, own, campaign = weather_of(community), turns(community), campaign_day(community, today)
    known: Any = Resident.objects.known().standing_on(today).filter(community=community).order_by()
    people = dict(known.values("household_id").annotate(n=Count("pk")).values_list("household_id", "n"))
    spans: dict[UUID, Days] = {}
    meters: dict[UUID, Meter] = {}
    for meter, rows in _spans(community, today, tell):
        meters[meter.fact], spans[meter.fact] = meter, rows
    asked: list[Asked] = []
    for fact, rows in spans.items():
        home: Any = meters[fact].household_id
        told_from = day_of(int(rows[0, 0])) if len(rows) else today
        start = start_of(own.get(home, ()), campaign, told_from, today)
        if start is not None:
            case = case_of(meters[fact].sort, rows, start.day, today, weather)
            asked.append(Asked(fact, home, start, case, people.get(home, 0), period_of(case)))
    beside: dict[str, dict[UUID, Case]] = {}
    for one in asked:
        if one.period not in beside:
            year, after = day_of(one.case.year), day_of(one.case.after)
            may = {
                str(fact): fact
                for fact, meter in meters.items()
                if meter.sort == one.case.carrier and untouched(own, meter.household_id, year, after)
            }
            chosen = [may[key] for key in pool(may, one.period)]
            sort, day = one.case.carrier, one.start.day
            beside[one.period] = {fact: case_of(sort, spans[fact], day, today, weather) for fact in chosen}
    lives = {fact: people.get(meter.household_id, 0) for fact, meter in meters.items() if meter.household_id}
    return Cases(asked, beside, lives)


def period_of(case: Case) -> str:
    """Carrier and months of a case, by which those with the same are compared."""
    return f"{case.carrier}/{day_of(case.before)}/{day_of(case.first)}/{day_of(case.after)}"


def _spans(community: Community, today: date, tell: Callable[[int], None]) -> Iterator[tuple[Meter, Days]]:
    """Of each meter of a home what it used, a run of days after the other; what is only doubted is left out."""
    homes: Any = Meter.objects.known().filter(community=community, serves=Serves.HOUSEHOLD)
    facts = list(homes.order_by("fact").values_list("fact", flat=True))
    for n in range(0, len(facts), AT_ONCE):
        told = metered(community, set(facts[n : n + AT_ONCE]))
        number = day_number(today)
        found, _doubted = spans_of(told.readings, told.highest, today=number)
        found, _more = with_told(multiplied(found, told.meters), told.told, today=number)
        for place, meter in enumerate(told.meters):
            yield meter, _rows(found.take(found.meter == place), number)
        tell(len(told.meters))


def _rows(spans: Spans, today: int) -> Days:
    """Days and amounts as the models read them."""
    known = spans.take((spans.amount != UNTOLD) & (spans.after <= today))
    known = known.take(np.argsort(known.first, kind="stable"))
    return np.column_stack([known.first, known.after, known.amount / 10**MILLIONTHS, known.estimated])
