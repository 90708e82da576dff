"""The community's map, drawn from the geometries of its own records: shapes in an SVG, names over it in per cent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from math import cos, radians
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.register.models import Building, Estate, Place
from liangxing.rooms.environment.models import ParkingPlaces, SortedBin
from liangxing.rooms.safety.models import Shelter

WIDTH, HEIGHT, MARGIN = 640.0, 400.0, 16.0  # of the drawing; its ratio is that of the box in the style sheet
ROAD_WIDTH = 12  # drawn wider than it is, to carry the points along it
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One geometry: an SVG path, or a point; and where its name stands (per cent), when there is room for one.

    ``everywhere``: there is room on a phone too.
    """

    d: str = ""
    at: Point | None = None
    name: str = ""
    label: Point | None = None
    everywhere: bool = True


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


Told = tuple[str, dict[str, Any]]  # a name and a geometry


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
    points = [point for some in told.values() for _name, shape in some for point in _points(shape["coordinates"])]
    if not points:
        return None
    onto = _projection(points)
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
        layer.shapes.extend(_shape(name, shape, onto, named=named) for name, shape in told[layer.key])
    _make_room(layers)
    return Plan(
        [layer for layer in layers if layer.shapes], [_shape(n, s, onto, named=False) for n, s in told["boundary"]]
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


class _Onto:
    """From degrees to the drawing: flat, which is exact enough for a few kilometres."""

    def __init__(self, west: float, north: float, stretch: float, scale: float, left: float, top: float) -> None:
        self.west, self.north, self.stretch, self.scale = west, north, stretch, scale
        self.left, self.top = left, top

    def __call__(self, point: Point) -> Point:
        x = self.left + (point[0] - self.west) * self.stretch * self.scale
        y = self.top + (self.north - point[1]) * self.scale
        return round(x, 1), round(y, 1)


def _projection(points: list[Point]) -> _Onto:
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    stretch = cos(radians((south + north) / 2))
    wide, high = max((east - west) * stretch, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high)
    return _Onto(west, north, stretch, scale, (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2)


def _points(coordinates: Any) -> Iterator[Point]:
    """Every position in the coordinates of a geometry, however deep."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from _points(part)


def _lines(shape: dict[str, Any]) -> list[list[Point]]:
    """The lines of a geometry: the rings of a polygon, the runs of a line."""
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[shape["type"]]
    lines = [shape["coordinates"]]
    for _level in range(depth):
        lines = [line for some in lines for line in some]
    return lines


def _shape(name: str, shape: dict[str, Any], onto: _Onto, *, named: bool) -> Shape:
    spots = [onto(p) for p in _points(shape["coordinates"])]
    x = (min(p[0] for p in spots) + max(p[0] for p in spots)) / 2
    y = (min(p[1] for p in spots) + max(p[1] for p in spots)) / 2
    label = (round(x / WIDTH * 100, 1), round(y / HEIGHT * 100, 1)) if named else None
    if shape["type"] in ("Point", "MultiPoint"):
        return Shape("", (round(x, 1), round(y, 1)), name, label)
    close = "Z" if "Polygon" in shape["type"] else ""
    runs = ("L".join(f"{px} {py}" for px, py in map(onto, line)) for line in _lines(shape))
    return Shape("".join(f"M{run}{close}" for run in runs), None, name, label)
