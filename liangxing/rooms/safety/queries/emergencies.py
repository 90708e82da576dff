"""Which shelter is nearest, which emergencies are open, and how the households of each building are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from liangxing.kernel.ground import distance_m, middle
from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Building, Household

from ..models import CheckIn, Emergency, Shelter


@dataclass(frozen=True, slots=True)
class Refuge:
    """A shelter to go to, and how far it lies in a straight line; ``None`` when a geometry is missing."""

    shelter: Shelter
    distance_m: int | None


def refuge_for(building: Building, day: date) -> Refuge | None:
    """The nearest shelter that is open on *day* and says how many it takes; ``None`` when there is none.

    The nearest, and no plan: who else goes there, and whether the ways carry them, is not asked here. This is the one
    place that chooses, so that a computed plan takes effect everywhere.
    """
    there = Shelter.objects.known().standing_on(day).filter(community=building.community, capacity__gt=0)
    here = _middle(building.geometry)
    found = [
        Refuge(shelter, round(distance_m(here, at)) if here and (at := _middle(_ground(shelter))) else None)
        for shelter in there.select_related("place").order_by("code")
    ]
    return min(found, key=lambda refuge: (refuge.distance_m is None, refuge.distance_m or 0), default=None)


def _ground(shelter: Shelter) -> str:
    return shelter.place.geometry if shelter.place else ""


def _middle(geometry: str) -> tuple[float, float] | None:
    return middle(json.loads(geometry)["coordinates"]) if geometry else None


def open_emergencies(community: Community, day: date) -> Records[Emergency]:
    """What is happening or being practised on *day*, the newest first."""
    return Emergency.objects.known().standing_on(day).filter(community=community)


@dataclass(slots=True)
class Count:
    """A building in an emergency: its households, and how many are safe, need help, or have not been heard of."""

    building: Building
    households: int = 0
    safe: int = 0
    help: int = 0

    @property
    def silent(self) -> int:
        """Households of which nothing is known yet."""
        return self.households - self.safe - self.help


def counts(emergency: Emergency, homes: Records[Household], told: Records[CheckIn]) -> list[Count]:
    """A count for each building with one of *homes*, from what was *told* of them. Three queries."""
    where: dict[UUID, UUID] = dict(homes.values_list("fact", "building"))
    houses = Building.objects.known().filter(fact__in={*where.values()}).select_related("estate")
    found = {house.fact: Count(house) for house in houses}
    for building in where.values():
        found[building].households += 1
    said: Any = told.filter(emergency=emergency.fact).values_list("household", "state")
    for home, state in said:
        if home in where:
            count = found[where[home]]
            setattr(count, state, getattr(count, state) + 1)
    return list(found.values())
