"""Geometries of GeoJSON on the ground: positions, middles, and how far two places lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
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


def outside_m(spot: Spot, coordinates: Any) -> float:
    """How far *spot* lies outside the rings in the coordinates of a polygon or several, in metres; 0 inside.

    >>> square = [[[112.98, 28.11], [112.99, 28.11], [112.99, 28.12], [112.98, 28.12], [112.98, 28.11]]]
    >>> round(outside_m((112.985, 28.115), square)), round(outside_m((112.985, 28.13), square))
    (0, 1112)
    """
    edges = [edge for ring in _rings(coordinates) for edge in pairwise(ring)]
    crossed = sum(_crosses(spot, one, other) for one, other in edges)
    return 0.0 if crossed % 2 else min((_apart_m(spot, one, other) for one, other in edges), default=0.0)


def _rings(coordinates: Any) -> Iterator[list[Spot]]:
    """Every list of positions in *coordinates*, however deep."""
    if coordinates and isinstance(coordinates[0][0], int | float):
        yield [(spot[0], spot[1]) for spot in coordinates]
        return
    for part in coordinates:
        yield from _rings(part)


def _crosses(spot: Spot, one: Spot, other: Spot) -> bool:
    """Whether a line from *spot* to the east crosses the edge between two corners."""
    if (one[1] > spot[1]) == (other[1] > spot[1]):
        return False
    return spot[0] < one[0] + (spot[1] - one[1]) / (other[1] - one[1]) * (other[0] - one[0])


def _apart_m(spot: Spot, one: Spot, other: Spot) -> float:
    """Metres from *spot* to the edge between two corners."""
    long2 = (other[0] - one[0]) ** 2 + (other[1] - one[1]) ** 2
    along = (spot[0] - one[0]) * (other[0] - one[0]) + (spot[1] - one[1]) * (other[1] - one[1])
    part = min(1.0, max(0.0, along / long2)) if long2 else 0.0
    return distance_m(spot, (one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
