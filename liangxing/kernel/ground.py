"""Geometries of GeoJSON on the ground: positions, middles, and how far two places lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, hypot, radians
from typing import Any

Spot = tuple[float, float]  # degrees east and north, WGS 84
DEGREE_M = 111_195  # one degree of a great circle on a sphere of the Earth's mean radius, 6,371 km


def spots(coordinates: Any) -> Iterator[Spot]:
    """Every position in the coordinates of a geometry, however deep."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from spots(part)


def middle(coordinates: Any) -> Spot | None:
    """The middle of the box around a geometry; ``None`` when it has no position.

    >>> middle([[0, 0], [2, 0], [2, 4]])
    (1.0, 2.0)
    """
    every = list(spots(coordinates))
    if not every:
        return None
    east, north = [spot[0] for spot in every], [spot[1] for spot in every]
    return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2


def distance_m(one: Spot, other: Spot) -> float:
    """Metres between two places of one community: flat, which is exact enough for a few kilometres.

    >>> round(distance_m((112.98, 28.11), (112.99, 28.11)))
    981
    """
    stretch = cos(radians((one[1] + other[1]) / 2))
    return hypot((one[0] - other[0]) * stretch, one[1] - other[1]) * DEGREE_M
