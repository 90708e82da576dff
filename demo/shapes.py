"""Shapes of the plan in metres, and the same shapes as GeoJSON in degrees (WGS 84)."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

LON, LAT = 112.98, 28.11  # the plan's south-west corner: an invented spot
M_PER_DEGREE = 111_320  # of latitude, on a sphere; good to a metre over the plan's one kilometre

Point = tuple[float, float]  # metres east and north of the corner
Ring = Sequence[Point]  # the corners of an area, the first not said again


def degrees(at: Point) -> list[float]:
    """A point as longitude and latitude, to about ten centimetres."""
    x, y = at
    return [round(LON + x / (M_PER_DEGREE * math.cos(math.radians(LAT))), 6), round(LAT + y / M_PER_DEGREE, 6)]


def geometry(shape: str, coordinates: Any) -> str:
    """A GeoJSON geometry as the text that a cell of a table holds."""
    return json.dumps({"type": shape, "coordinates": coordinates}, separators=(",", ":"))


def point(at: Point) -> str:
    """A point as GeoJSON."""
    return geometry("Point", degrees(at))


def line(points: Sequence[Point]) -> str:
    """A line as GeoJSON."""
    return geometry("LineString", [degrees(p) for p in points])


def polygon(ring: Ring) -> str:
    """An area as GeoJSON, closed and counter-clockwise (RFC 7946, 3.1.6)."""
    turned = list(ring) if area_m2(ring) > 0 else list(reversed(ring))
    return geometry("Polygon", [[degrees(p) for p in [*turned, turned[0]]]])


def rectangle(x: float, y: float, width: float, height: float) -> list[Point]:
    """The corners of a rectangle."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def area_m2(ring: Ring) -> float:
    """The area within *ring*; below zero when it runs clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def length_m(points: Sequence[Point]) -> float:
    """The length of a line."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def beside(points: Sequence[Point], at_m: float, aside_m: float) -> Point:
    """The point *at_m* along a line and *aside_m* to its left."""
    for (x1, y1), (x2, y2) in pairwise(points):
        step = math.dist((x1, y1), (x2, y2))
        if at_m <= step:
            dx, dy = (x2 - x1) / step, (y2 - y1) / step
            return x1 + dx * at_m - dy * aside_m, y1 + dy * at_m + dx * aside_m
        at_m -= step
    raise ValueError("the line ends before")


def strip(points: Sequence[Point], first_m: float, last_m: float, near_m: float, far_m: float) -> list[Point]:
    """The area beside a line between two distances from it, such as places along a kerb."""
    marks = [first_m + (last_m - first_m) * n / 12 for n in range(13)]
    return [beside(points, m, near_m) for m in marks] + [beside(points, m, far_m) for m in reversed(marks)]
