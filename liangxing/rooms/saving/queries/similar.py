"""A home beside homes that are like it: never fewer than fifteen of them, and none that could be made out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import quantiles
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import Coalesce

from liangxing.ledger.models import Community
from liangxing.register.models import Household

from ..models import MonthlyUse, SavedUse
from .home import COLUMN, SHOWN, Flow, last_months

FEWEST = 15  # homes behind a comparison
DAYS = 330  # of the year that must be known or estimated, for a home to be among them


@dataclass(frozen=True, slots=True)
class Similar:
    """Use per day of similar homes: a quarter of them uses less than ``low``, half less than ``middle``.

    ``homes``: how many there are. The three are ``None`` where they are fewer than fifteen, or nobody knows which
    homes are alike.
    """

    homes: int
    low: Decimal | None = None
    middle: Decimal | None = None
    high: Decimal | None = None


def similar_to(home: Household, flow: Flow, today: date) -> Similar:
    """How much homes like *home* used per day over the last twelve months; *home* itself is not among them."""
    group = _group(home, flow.sort)
    if not group:
        return Similar(0)
    alike = SavedUse.objects.known().filter(community=home.community, sort=flow.sort, group=group)
    meters = set(alike.exclude(household=home.fact).values_list("meter", flat=True))
    uses = _per_day(home.community, flow, meters, today)
    if len(uses) < FEWEST:
        return Similar(len(uses))
    low, middle, high = (Decimal(str(round(cut, 1))) for cut in quantiles(uses, n=4))
    return Similar(len(uses), low, middle, high)


def _group(home: Household, sort: str) -> str:
    """The group in which the proof of savings compares *home*; empty where it is in none."""
    told = SavedUse.objects.known().filter(community=home.community, household=home.fact, sort=sort)
    return told.exclude(group="").order_by("-day").values_list("group", flat=True).first() or ""


def _per_day(community: Community, flow: Flow, meters: set[UUID], today: date) -> list[float]:
    """What each home used per day, of those of whose last year nearly all is known."""
    column = COLUMN[flow.sort]
    days = last_months(today, SHOWN)
    told = MonthlyUse.objects.known().filter(community=community, meter__in=meters, day__in=days)
    known = (
        told.order_by()
        .values("meter__household")
        .annotate(used=Coalesce(Sum(f"used_{column}"), Decimal(0)), days=Sum("known_d") + Sum("estimated_d"))
    )
    return [float(row["used"] / row["days"]) for row in known if row["days"] >= DAYS]
