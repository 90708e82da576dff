"""The community's map, drawn from the geometries of its own records: shapes in an SVG, names over it in per cent."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import Geometry, Shape, onto, shape_of
from liangxing.register.models import Building, Estate, Place
from liangxing.rooms.environment.models import ParkingPlaces, SortedBin
from liangxing.rooms.safety.models import Shelter


@dataclass(frozen=True, slots=True)
class Layer:
    """Things of one sort; ``measure`` counts them in the list beside the map; ``sign`` says how they are drawn."""

    key: str
    word: str | Promise
    measure: str
    sign: str
    shapes: list[Shape] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """All layers, from the ground up, and the boundary; ``None`` is made of it when nothing has a geometry."""

    layers: list[Layer]
    boundary: list[Shape]


Told = tuple[str, Geometry]  # a name and a geometry


def _told(rows: Iterable[Model], geometry: str = "geometry") -> list[Told]:
    """Names and geometries of *rows*; what has none, or none that can be read, is left to the list."""
    found = []
    for row in rows:
        owner: Any = row
        for part in geometry.split("."):
            owner = getattr(owner, part, None)
        if owner:
            found.append((str(row), json.loads(owner)))
    return found


def plan(community: Community, day: date) -> Plan | None:
    """The map as of *day*; ``None`` when no record has a geometry. Seven queries."""

    def standing(kind: Any) -> Any:
        return kind.objects.known().standing_on(day).filter(community=community)

    places = list(standing(Place).exclude(geometry=""))
    told: dict[str, list[Told]] = {
        "boundary": _told(p for p in places if p.sort == "boundary"),
        "estates": _told(standing(Estate).exclude(geometry="")),
        "roads": _told(p for p in places if p.sort == "road"),
        "buildings": _told(standing(Building).exclude(geometry="")),
        "parking": _told(standing(ParkingPlaces).exclude(geometry="")),
        "bins": _told(standing(SortedBin).exclude(geometry="")),
        "shelters": _told(standing(Shelter).select_related("place"), "place.geometry"),
        "places": _told(p for p in places if p.sort not in ("road", "boundary")),
    }
    to = onto(shape for some in told.values() for _name, shape in some)
    if to is None:
        return None
    layers = [
        Layer("estates", _("Estates"), "register.estates", "▢"),
        Layer("buildings", _("Buildings"), "register.buildings", "▭"),
        Layer("roads", _("Roads"), "", "━"),
        Layer("places", _("Places"), "", "◆"),
        Layer("parking", _("Added parking"), "environment.parking_added", "■"),
        Layer("bins", _("Sorted bins"), "environment.sorted_bins", "●"),
        Layer("shelters", _("Emergency shelters"), "safety.shelters", "▲"),
    ]
    for layer in layers:
        named = layer.key in ("estates", "roads", "places")
        layer.shapes.extend(shape_of(name, shape, to, named=named) for name, shape in told[layer.key])
    _make_room(layers)
    return Plan(
        [layer for layer in layers if layer.shapes], [shape_of(n, s, to, named=False) for n, s in told["boundary"]]
    )


# What one letter and one line of a name take of the map, in per cent: on a wide screen, and on a phone of 390 px.
WIDE, PHONE = (2.1, 4.6), (4.1, 8.2)
NAMED_FIRST = ("estates", "roads", "places")


def _make_room(layers: list[Layer]) -> None:
    """Take away names that would lie on others, the most important kept: the list beside the map has them all."""
    wide, phone = list[tuple[float, ...]](), list[tuple[float, ...]]()
    for layer in sorted((it for it in layers if it.key in NAMED_FIRST), key=lambda layer: NAMED_FIRST.index(layer.key)):
        for n, shape in enumerate(layer.shapes):
            fits = _put(shape, wide, WIDE)
            layer.shapes[n] = replace(
                shape, label=shape.label if fits else None, everywhere=fits and _put(shape, phone, PHONE)
            )


def _put(shape: Shape, taken: list[tuple[float, ...]], letter: tuple[float, float]) -> bool:
    """Whether the name of *shape* fits inside the map beside the boxes *taken*, which it then joins."""
    if shape.label is None:
        return False
    half, high = len(shape.name) * letter[0] / 2, letter[1]
    x, y = shape.label
    box = (x - half, y - high, x + half, y + high / 4)
    if (
        box[0] < 0
        or box[2] > 100
        or any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
    ):
        return False
    taken.append(box)
    return True
