"""What use costs by the prices of its days, and where bills tell otherwise than readings or prices do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from liangxing.metering.factors import Factor, factors
from liangxing.metering.spans import spans_of
from liangxing.metering.tables import day_number, quantity_of
from liangxing.metering.tariffs import Cost, Tariff, tariffs
from liangxing.metering.use import use_of

from ..models import Meter, Usage
from ..models.meters import FITTING
from .use import metered, multiplied

SHOWN = 6  # bills of a meter, the newest: a year of bills of two months
USE_DIFFERS, COST_DIFFERS = Decimal("0.02"), Decimal("0.01")  # of the bill: what rounding to whole kWh and fen makes


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill beside what the meter's readings and the prices of its days say; ``None`` where they say nothing."""

    usage: Usage
    used: Decimal
    read: Decimal | None
    cost: Cost | None

    @property
    def other_use(self) -> bool:
        """Whether readings of the very same days tell another use."""
        return self.read is not None and abs(self.read - self.used) > max(Decimal(1), self.used * USE_DIFFERS)

    @property
    def other_cost(self) -> bool:
        """Whether the prices make another amount of what the bill says was used."""
        asked = self.usage.amount_cny
        return (
            asked is not None
            and self.cost is not None
            and abs(self.cost.amount_cny - asked) > max(Decimal(1), asked * COST_DIFFERS)
        )


def tariff_of(sort: str) -> Tariff | None:
    """The prices for what a meter measures; ``None`` where nobody has written them down yet."""
    return next((tariff for tariff in tariffs().values() if tariff.carrier == sort), None)


def factor_of(sort: str) -> Factor | None:
    """The emission factor for what a meter measures; water has none."""
    return next((factor for factor in factors().values() if factor.carrier == sort), None)


def bills_of(meters: Iterable[Meter], today: date) -> list[Bill]:
    """The newest bills of *meters*, each priced over its own days: a bill of two months has twice the steps."""
    found: list[Bill] = []
    for meter in meters:
        told: Any = Usage.objects.known().filter(meter=meter.fact, source=Usage.Source.BILL)
        usages = list(told.order_by("-day")[:SHOWN])
        read = _read(meter, usages, today) if usages else {}
        tariff = tariff_of(meter.sort)
        for usage in usages:
            used = usage.used * FITTING[meter.sort].get(usage.unit or meter.unit, Decimal(1))
            cost = tariff.cost(used, usage.day, usage.until) if tariff and usage.until else None
            found.append(Bill(usage, used, read.get(usage.day), cost))
    return found


def _read(meter: Meter, usages: Iterable[Usage], today: date) -> dict[date, Decimal]:
    """What readings alone tell of the days of each bill, by its first day; nothing where they do not cover all."""
    told = metered(meter.community, [meter.fact])
    spans, doubted = spans_of(told.readings, told.highest, today=day_number(today))
    spans = multiplied(spans, told.meters)
    found = {}
    for usage in usages:
        if usage.until is None:
            continue
        for row in use_of(spans, doubted, [usage.day, usage.until]).rows():
            _meter, _run, known, estimated, known_d, estimated_d, doubt = row
            if not doubt and known_d + estimated_d == (usage.until - usage.day).days:
                found[usage.day] = quantity_of(known + estimated)
    return found
