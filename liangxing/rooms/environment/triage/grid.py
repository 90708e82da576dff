"""A grid of cells over the Earth, by which what lies near is found and counted without measuring every distance."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, radians

from liangxing.kernel.ground import DEGREE_M

SIDE_UDEG = 1000  # millionths of a degree: about 111 m north, and 98 m east at 28 degrees north
ROW = 1_000_000  # more than there are columns


def cell_of(east_udeg: int, north_udeg: int) -> int:
    """The number of the cell in which a place lies, given in millionths of a degree.

    >>> cell_of(112_982_500, 28_111_200), cell_of(112_982_999, 28_111_999) - cell_of(112_982_500, 28_111_200)
    (118111292982, 0)
    """
    return (north_udeg // SIDE_UDEG + 90_000) * ROW + east_udeg // SIDE_UDEG + 180_000


def rows_around(east_udeg: int, north_udeg: int, reach_m: float) -> Iterator[tuple[int, int]]:
    """For each row of cells within *reach_m*, the first and the last of its cells."""
    north = ceil(reach_m / DEGREE_M * 1e6)
    east = ceil(reach_m / (DEGREE_M * max(cos(radians(north_udeg / 1e6)), 0.01)) * 1e6)
    yield from rows_within(east_udeg - east, north_udeg - north, east_udeg + east, north_udeg + north)


def rows_within(west: int, south: int, east: int, north: int) -> Iterator[tuple[int, int]]:
    """For each row of cells that a box touches, given in millionths of a degree, its first and its last cell."""
    for row in range(south // SIDE_UDEG, north // SIDE_UDEG + 1):
        yield cell_of(west, row * SIDE_UDEG), cell_of(east, row * SIDE_UDEG)
