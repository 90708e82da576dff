"""What one household used: month by month beside the same month a year before, known and estimated apart."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from liangxing.register.models import Household

from ..models import Meter, MonthlyUse
from ..models.meters import Carrier

COLUMN: dict[str, str] = {Carrier.ELECTRICITY: "kwh", Carrier.WATER: "m3", Carrier.GAS: "m3", Carrier.HEAT: "gj"}
UNIT = {"kwh": "kW.h", "m3": "m3", "gj": "GJ"}
SHOWN = 12  # months, each beside that of the year before


@dataclass(frozen=True, slots=True)
class Month:
    """What was used in the month that begins on ``first``; ``per_day`` is of the days of which anything is known."""

    first: date
    used: Decimal | None
    estimated: Decimal
    days: int
    estimated_d: int
    doubts: str

    @property
    def per_day(self) -> Decimal | None:
        """Per day, so that months of 28 and of 31 days stand beside each other; ``None`` where nothing is known."""
        return self.used / self.days if self.used is not None and self.days else None

    @property
    def after(self) -> date:
        """The first day after it."""
        return date(self.first.year + self.first.month // 12, self.first.month % 12 + 1, 1)

    @property
    def whole(self) -> bool:
        """Whether every day of it is known or estimated."""
        return self.days >= monthrange(self.first.year, self.first.month)[1]


@dataclass(frozen=True, slots=True)
class Flow:
    """The use of one carrier by one household: pairs of a month and the same month of the year before."""

    sort: str
    unit: str
    meters: list[Meter]
    pairs: list[tuple[Month, Month]]

    @property
    def comparable(self) -> list[tuple[Month, Month]]:
        """The pairs of which both sides are known to the last day."""
        return [pair for pair in self.pairs if all(month.whole and month.used is not None for month in pair)]

    @property
    def change(self) -> tuple[Decimal, Decimal] | None:
        """Per day over all comparable months: now, and a year before; ``None`` where there is none."""
        some = self.comparable
        if not some:
            return None
        now, before = zip(*some, strict=True)
        return _mean(now), _mean(before)

    @property
    def year(self) -> Decimal | None:
        """What a year takes, by the months of the last year that are known; ``None`` where fewer than nine are."""
        known = [now for now, _before in self.pairs if now.used is not None and now.days]
        if len(known) < 9:
            return None
        return _mean(known) * 365


def _mean(some: Iterable[Month]) -> Decimal:
    """Per day over all of them."""
    known = list(some)
    return sum((month.used or Decimal(0) for month in known), Decimal(0)) / sum(month.days for month in known)


def meters_of(home: Household, today: date) -> list[Meter]:
    """The meters that measure for *home* today."""
    standing: Any = Meter.objects.known().standing_on(today).filter(community=home.community, household=home.fact)
    return list(standing.order_by("sort", "code"))


def flows_of(home: Household, today: date) -> list[Flow]:
    """What *home* used of each carrier of which it has a meter, over the last twelve months that have ended."""
    meters = meters_of(home, today)
    told = MonthlyUse.objects.known().filter(meter__in=[meter.fact for meter in meters])
    by: dict[tuple[str, date], list[MonthlyUse]] = {}
    for use in told:
        by.setdefault((use.sort, use.day), []).append(use)
    firsts = last_months(today, SHOWN)
    found = []
    for sort in dict.fromkeys(meter.sort for meter in meters):
        column = COLUMN[sort]

        def of(first: date, sort: str = sort, column: str = column) -> Month:
            return _month(first, by.get((sort, first), []), column)

        pairs = [(of(day), of(day.replace(year=day.year - 1))) for day in firsts]
        found.append(Flow(sort, UNIT[column], [meter for meter in meters if meter.sort == sort], pairs))
    return found


def last_months(today: date, many: int) -> list[date]:
    """The first days of the last so *many* months that have ended, the oldest first."""
    number = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(number - many, number)]


def _month(first: date, uses: Iterable[MonthlyUse], column: str) -> Month:
    """The month of all meters together; of several the days that the least known one has."""
    some = list(uses)
    amounts = [getattr(use, f"used_{column}") for use in some]
    doubts = ",".join(dict.fromkeys(name for use in some for name in use.doubts.split(",") if name))
    if not some or any(amount is None for amount in amounts):
        return Month(first, None, Decimal(0), 0, 0, doubts)
    estimated = sum((getattr(use, f"estimated_{column}") or Decimal(0) for use in some), Decimal(0))
    days = min(use.known_d + use.estimated_d for use in some)
    return Month(first, sum(amounts, Decimal(0)), estimated, days, max(use.estimated_d for use in some), doubts)
