"""Which shelter is nearest, which emergencies are open, and how the households of each building are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from liangxing.kernel.ground import distance_m, middle
from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Building

from ..models import Emergency, Shelter
from .space import room


@dataclass(frozen=True, slots=True)
class Refuge:
    """A shelter to go to, for how many *people* it has room, and how far it lies in a straight line.

    The distance is ``None`` when a geometry is missing.
    """

    shelter: Shelter
    people: int
    distance_m: int | None


def refuge_for(building: Building, day: date) -> Refuge | None:
    """The nearest shelter that is open on *day* and of which it is known how many it takes; ``None`` without one.

    The nearest, and no plan: who else goes there, and whether the ways carry them, is not asked here. This is the one
    place that chooses, so that a computed plan takes effect everywhere.
    """
    there = Shelter.objects.known().standing_on(day).filter(community=building.community)
    here = _middle(building.geometry)
    found = [
        Refuge(shelter, people, round(distance_m(here, at)) if here and (at := _middle(_ground(shelter))) else None)
        for shelter in there.select_related("place").order_by("code")
        if (people := room(shelter, day))
    ]
    return min(found, key=lambda refuge: (refuge.distance_m is None, refuge.distance_m or 0), default=None)


def _ground(shelter: Shelter) -> str:
    return shelter.place.geometry if shelter.place else ""


def _middle(geometry: str) -> tuple[float, float] | None:
    return middle(json.loads(geometry)["coordinates"]) if geometry else None


def open_emergencies(community: Community, day: date) -> Records[Emergency]:
    """What is happening or being practised on *day*, the newest first."""
    return Emergency.objects.known().standing_on(day).filter(community=community)
