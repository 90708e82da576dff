"""What each kind of saving measure saved in this community, and after how many years it has paid for itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from statistics import median
from typing import Any

from liangxing.ledger.models import Community
from liangxing.metering.editions import Source, source_of

from ..models import SavedUse, SavingMeasure
from .similar import FEWEST
from .sums import Total, newest, of_kind, total_of
from .tips import yearly_cny


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of measure: which ``carrier`` it should change, and how long it lasts, with whoever says so."""

    sort: str
    carrier: str
    life_y: int
    source: Source


@dataclass(frozen=True, slots=True)
class Worked:
    """A kind as it worked here. ``homes``: that have it; ``cost_cny``: what half of them paid less than.

    ``years``: after how many it has paid for itself, at the best and at the worst; the worst is ``None`` where it may
    be never, and there are none at all where no saving is proven, or no cost or price is known.
    """

    kind: Kind
    homes: int
    total: Total
    cost_cny: Decimal | None
    costs: int
    years: tuple[Decimal, Decimal | None] | None

    @property
    def says(self) -> str:
        """Of its payback: ``few``, ``unproven``, ``cost``, ``price``, ``never``, ``perhaps`` or ``pays``."""
        told = self.total.a_year
        if told is None:
            return "few"
        if told.verdict != "saved":
            return "unproven"
        if self.cost_cny is None:
            return "cost"
        if self.years is None:
            return "price"
        best, worst = self.years
        if best > self.kind.life_y:
            return "never"
        return "pays" if worst is not None and worst <= self.kind.life_y else "perhaps"


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its key, from ``kinds.toml``."""
    told = tomllib.loads((files("liangxing.rooms.saving") / "kinds.toml").read_text("utf-8"))
    return {sort: Kind(sort, said["carrier"], said["life_y"], source_of(said)) for sort, said in told.items()}


def by_kind(community: Community, today: date) -> list[Worked]:
    """Each kind of saving measure, with what it saved here."""
    proofs: dict[str, list[SavedUse]] = {}
    found = []
    for sort, kind in kinds().items():
        if kind.carrier not in proofs:
            proofs[kind.carrier] = newest(community, kind.carrier)
        total = total_of(kind.carrier, of_kind(community, sort, proofs[kind.carrier]))
        standing: Any = SavingMeasure.objects.known().standing_on(today).filter(community=community, sort=sort)
        homes = standing.order_by().values("household").distinct().count()
        costs = list(standing.exclude(amount_cny=None).values_list("amount_cny", flat=True))
        cost = Decimal(median(costs)) if len(costs) >= FEWEST else None
        found.append(Worked(kind, homes, total, cost, len(costs), _years(total, cost, today)))
    return found


def _years(total: Total, cost: Decimal | None, today: date) -> tuple[Decimal, Decimal | None] | None:
    told = total.a_year
    if told is None or cost is None or told.low <= 0:
        return None
    saved = Decimal(told.low), Decimal(told.high)
    worth = yearly_cny(total.sort, saved, None, today)
    if worth is None or worth[0][1] <= 0:
        return None
    (least, most), _sources = worth
    return cost / most, cost / least if least > 0 else None
