"""The buildings and places among which a household chooses, and a small map of them to tap on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import cos, radians
from uuid import UUID

from liangxing.kernel.ground import Spot, distance_m, middle, spots
from liangxing.ledger.models import Community
from liangxing.register.models import Building, Place

WIDTH, MARGIN = 320.0, 6.0  # of the drawing, which is as high as the ground asks
NO_TARGET = ("boundary",)  # sorts of place that nobody would name as the place of a lamp


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map to tap on: the paths of the buildings by their facts, and what turns a tap into degrees."""

    height: float
    west: float
    north: float
    east_per_px: float
    north_per_px: float
    buildings: list[tuple[Building, str]]
    roads: list[str]


@dataclass(frozen=True)
class Ground:
    """What stands on the ground of a community on one day."""

    buildings: list[Building]
    places: list[Place]

    @classmethod
    def of(cls, community: Community, day: date) -> Ground:
        """The buildings by estate and the places by name. Two queries."""
        houses = Building.objects.known().standing_on(day).filter(community=community)
        places = Place.objects.known().standing_on(day).filter(community=community).exclude(sort__in=NO_TARGET)
        return cls(sorted(houses.select_related("estate"), key=by_estate), list(places.order_by("name")))

    @property
    def by_fact(self) -> dict[UUID, Building]:
        """The buildings by their facts."""
        return {building.fact: building for building in self.buildings}

    @property
    def named(self) -> dict[UUID, Place]:
        """The places by their facts."""
        return {place.fact: place for place in self.places}

    @cached_property
    def _middles(self) -> list[tuple[Spot, Building | Place]]:
        there: list[Building | Place] = [*self.buildings, *self.places]
        found = [(middle(json.loads(at.geometry)["coordinates"]), at) for at in there if at.geometry]
        return [(spot, at) for spot, at in found if spot]

    def near(self, spot: Spot) -> Building | Place | None:
        """What has its middle nearest to *spot*; ``None`` when nothing has a geometry."""
        found = min(self._middles, key=lambda there: distance_m(there[0], spot), default=None)
        return found and found[1]

    def drawing(self) -> Drawing | None:
        """The map; ``None`` when no building has a geometry."""
        shapes = [(b, json.loads(b.geometry)["coordinates"]) for b in self.buildings if b.geometry]
        points = [spot for _building, shape in shapes for spot in spots(shape)]
        if not points:
            return None
        west, north = min(p[0] for p in points), max(p[1] for p in points)
        wide, high = max(p[0] for p in points) - west, north - min(p[1] for p in points)
        stretch = cos(radians(north))
        scale = (WIDTH - 2 * MARGIN) / max(wide * stretch, 1e-6)  # pixels of one degree north

        def drawn(at: Spot) -> str:
            x, y = MARGIN + (at[0] - west) * stretch * scale, MARGIN + (north - at[1]) * scale
            return f"{x:.1f} {y:.1f}"

        roads = [json.loads(p.geometry)["coordinates"] for p in self.places if p.sort == "road" and p.geometry]
        return Drawing(
            height=round(high * scale + 2 * MARGIN, 1),
            west=west - MARGIN / (scale * stretch),
            north=north + MARGIN / scale,
            east_per_px=1 / (scale * stretch),
            north_per_px=1 / scale,
            buildings=[(b, "M" + "L".join(map(drawn, spots(shape))) + "Z") for b, shape in shapes],
            roads=["M" + "L".join(map(drawn, spots(line))) for line in roads],
        )


def by_estate(building: Building) -> tuple[str, list[tuple[int, str]]]:
    """A key that keeps estates together, and puts JQ-2 before JQ-10."""
    parts = building.code.split("-")
    return (
        building.estate.name if building.estate else "",
        [(int(part), "") if part.isdecimal() else (0, part) for part in parts],
    )
