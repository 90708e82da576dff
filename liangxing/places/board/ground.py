"""What stands where: the things of the map by layer, from the geometries of the community's own records. No homes."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import Geometry, Point, points_of
from liangxing.records.kinds import kinds
from liangxing.records.models import Record
from liangxing.register.models import Building, Estate, Place
from liangxing.rooms.environment.models import ParkingPlaces, SortedBin, Works
from liangxing.rooms.safety.models import Shelter

APART = 0.00016  # degrees between works at one place, about 17 m: side by side, and still there
WORKS_SHOWN = 60  # the newest: of more, a map is a heap


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing on the ground: what people call it, the page of its record, and a geometry of GeoJSON."""

    name: str
    href: str
    geometry: Geometry

    @property
    def middle(self) -> Point:
        """The middle of the box around it, longitude first."""
        spots = list(points_of(self.geometry["coordinates"]))
        east, north = zip(*spots, strict=True)
        return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2


@dataclass(frozen=True, slots=True)
class Layer:
    """Things of one sort. ``measure`` counts them, where there is one; ``sign`` says how they are drawn.

    ``earth``: drawn in the colour of earth and not of leaves; ``named``: by its name, not by a code.
    """

    key: str
    word: str | Promise
    measure: str
    sign: str
    earth: bool = False
    named: bool = True
    things: list[Thing] = field(default_factory=list)


LAYERS = (
    Layer("estates", _("Estates"), "register.estates", "▢"),
    Layer("buildings", _("Buildings"), "register.buildings", "▭", named=False),
    Layer("roads", _("Roads"), "", "━"),
    Layer("places", _("Places"), "", "◆", earth=True),
    Layer("parking", _("Added parking"), "environment.parking_added", "■", named=False),
    Layer("bins", _("Sorted bins"), "environment.sorted_bins", "●", named=False),
    Layer("works", _("Works"), "environment.works", "✚", earth=True),
    Layer("shelters", _("Emergency shelters"), "safety.shelters", "▲", earth=True),
)
KEYS = tuple(layer.key for layer in LAYERS)


class Ground:
    """What stands in *community* on *day*; each kind is read once, and only when a layer asks for it."""

    def __init__(self, community: Community, day: date) -> None:
        self.community, self.day = community, day
        self._places = list(self._standing(Place).exclude(geometry=""))

    @property
    def boundary(self) -> list[Thing]:
        """The line around the community."""
        return self._told(place for place in self._places if place.sort == "boundary")

    def layers(self, wanted: Collection[str] = KEYS) -> list[Layer]:
        """The layers that are *wanted*, from the ground up, with their things; those that have any."""
        read: dict[str, Callable[[], list[Thing]]] = {
            "estates": lambda: self._told(self._standing(Estate).exclude(geometry="")),
            "buildings": lambda: self._told(self._standing(Building).exclude(geometry="")),
            "roads": lambda: self._told(place for place in self._places if place.sort == "road"),
            "places": lambda: self._told(p for p in self._places if p.sort not in ("road", "boundary")),
            "parking": lambda: self._told(self._standing(ParkingPlaces).exclude(geometry="")),
            "bins": lambda: self._told(self._standing(SortedBin).exclude(geometry="")),
            "works": self._works,
            "shelters": lambda: self._told(self._standing(Shelter).select_related("place"), "place.geometry"),
        }
        told = [replace(layer, things=read[layer.key]()) for layer in LAYERS if layer.key in wanted]
        return [layer for layer in told if layer.things]

    def _standing(self, kind: Any) -> Any:
        return kind.objects.known().standing_on(self.day).filter(community=self.community)

    def _told(self, rows: Iterable[Record], geometry: str = "geometry") -> list[Thing]:
        """A thing for each of *rows* that has a geometry."""
        found = []
        for row in rows:
            owner: Any = row
            for part in geometry.split("."):
                owner = getattr(owner, part, None)
            if owner:
                found.append(self._thing(row, json.loads(owner)))
        return found

    def _works(self) -> list[Thing]:
        """Works have no geometry of their own: they stand in the middle of their estate or road, side by side."""
        rows = Works.objects.known().filter(community=self.community, day__lte=self.day)
        found, there = list[Thing](), dict[Point, int]()
        for row in rows.select_related("estate", "road")[:WORKS_SHOWN]:
            place: Any = row.estate or row.road
            if place and place.geometry:
                x, y = self._thing(place, json.loads(place.geometry)).middle
                there[x, y] = n = there.get((x, y), -1) + 1
                spot = [x + n % 5 * APART, y - n // 5 * APART]
                found.append(self._thing(row, {"type": "Point", "coordinates": spot}))
        return found

    def _thing(self, row: Record, geometry: dict[str, Any]) -> Thing:
        kind = kinds()[row._meta.label_lower]
        return Thing(str(row), reverse(kind.route("page"), args=[self.community.code, row.pk]), geometry)
