"""Geometries on a drawing: from degrees to an SVG of one fixed size, which keeps its ratio in every width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians
from typing import Any

WIDTH, HEIGHT, MARGIN = 640.0, 400.0, 16.0  # of the drawing; its ratio is that of the box in the style sheet
Point = tuple[float, float]
Geometry = dict[str, Any]


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
class Onto:
    """From degrees to the drawing: flat, which is exact enough for a few kilometres."""

    west: float
    north: float
    stretch: float
    scale: float
    left: float
    top: float

    def __call__(self, point: Point) -> Point:
        """Where *point* (longitude, latitude) lies on the drawing."""
        x = self.left + (point[0] - self.west) * self.stretch * self.scale
        y = self.top + (self.north - point[1]) * self.scale
        return round(x, 1), round(y, 1)


def onto(geometries: Iterable[Geometry]) -> Onto | None:
    """The projection that shows all *geometries*; ``None`` when there is no point in them."""
    points = [point for shape in geometries for point in points_of(shape["coordinates"])]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    stretch = cos(radians((south + north) / 2))
    wide, high = max((east - west) * stretch, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high)
    return Onto(west, north, stretch, scale, (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2)


def points_of(coordinates: Any) -> Iterator[Point]:
    """Every position in the coordinates of a geometry, however deep."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from points_of(part)


def shape_of(name: str, geometry: Geometry, to: Onto, *, named: bool = False, above: bool = False) -> Shape:
    """*geometry* as drawn by *to*; with a place for its name in its middle, or *above* it, when it is to have one."""
    spots = [to(p) for p in points_of(geometry["coordinates"])]
    x = (min(p[0] for p in spots) + max(p[0] for p in spots)) / 2
    top, bottom = min(p[1] for p in spots), max(p[1] for p in spots)
    y = top if above else (top + bottom) / 2
    label = (round(x / WIDTH * 100, 1), round(y / HEIGHT * 100, 1)) if named or above else None
    if geometry["type"] in ("Point", "MultiPoint"):
        return Shape("", (round(x, 1), round(y, 1)), name, label)
    close = "Z" if "Polygon" in geometry["type"] else ""
    runs = ("L".join(f"{px} {py}" for px, py in map(to, line)) for line in _lines(geometry))
    return Shape("".join(f"M{run}{close}" for run in runs), None, name, label)


def _lines(geometry: Geometry) -> list[list[Point]]:
    """The lines of a geometry: the rings of a polygon, the runs of a line."""
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[geometry["type"]]
    lines = [geometry["coordinates"]]
    for _level in range(depth):
        lines = [line for some in lines for line in some]
    return lines
