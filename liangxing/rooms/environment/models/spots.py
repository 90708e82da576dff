"""Where a report lies on the ground, from its own point, its building or its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from liangxing.kernel.ground import Spot, middle

if TYPE_CHECKING:
    from .problems import Problem


def point_of(geometry: str) -> Spot | None:
    """The middle of a geometry of GeoJSON; ``None`` when none can be read, or it lies nowhere on Earth."""
    try:
        east, north = middle(json.loads(geometry)["coordinates"]) or (None, None)
    except (ValueError, TypeError, KeyError, IndexError):
        return None
    if east is None or north is None or not (-180 <= east <= 180 and -90 <= north <= 90):
        return None
    return east, north


def place_of(problem: Problem) -> tuple[int, int] | None:
    """East and north in millionths of a degree; the report's own point before its building, that before its place."""
    for geometry in (
        lambda: problem.geometry,
        lambda: problem.building and problem.building.geometry,
        lambda: problem.place and problem.place.geometry,
    ):
        if at := point_of(geometry() or ""):
            return round(at[0] * 1e6), round(at[1] * 1e6)
    return None
