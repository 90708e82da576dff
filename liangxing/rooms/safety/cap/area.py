"""Whether an alert's area touches the ground of a community."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, pi, radians, sin

from .message import Area, Message

Spot = tuple[float, float]  # degrees, longitude first, as the community's own geometries are kept
Ring = Sequence[Spot]
DEGREE_KM = 111.195  # of a great circle on a sphere of the Earth's mean radius
ROUND = 24  # corners of a circle that is drawn


def _spot(told: str) -> Spot | None:
    """A point as CAP writes it, latitude first; ``None`` when it is none."""
    try:
        north, east = map(float, told.split(","))
    except ValueError:
        return None
    return (east, north) if abs(north) <= 90 and abs(east) <= 180 else None


def polygon(told: str) -> list[Spot] | None:
    """The corners of a polygon, the first again at the end; ``None`` when it cannot be drawn."""
    spots = [_spot(pair) for pair in told.split()]
    found = [spot for spot in spots if spot is not None]
    return found if len(found) == len(spots) >= 4 and found[0] == found[-1] else None


def circle(told: str) -> tuple[Spot, float] | None:
    """Middle and radius (km) of a circle; ``None`` when it cannot be drawn."""
    at, _, radius = told.strip().partition(" ")
    spot = _spot(at)
    try:
        wide = float(radius)
    except ValueError:
        return None
    return (spot, wide) if spot is not None and 0 <= wide < 20_000 else None


def round_ring(middle: Spot, radius_km: float) -> list[Spot]:
    """A circle as a ring of corners: flat, which is exact enough for what a map of a community shows."""
    stretch = cos(radians(middle[1])) or 1e-9
    turn = [2 * pi * n / ROUND for n in range(ROUND)] + [0.0]
    return [
        (middle[0] + cos(a) * radius_km / DEGREE_KM / stretch, middle[1] + sin(a) * radius_km / DEGREE_KM) for a in turn
    ]


def rings(area: Area) -> list[list[Spot]]:
    """Every shape of *area* as a ring, to be drawn or compared."""
    drawn = [ring for told in area.polygons if (ring := polygon(told)) is not None]
    round_ones = [found for told in area.circles if (found := circle(told)) is not None]
    return drawn + [round_ring(*found) for found in round_ones]


def within(spot: Spot, ring: Ring) -> bool:
    """Whether *spot* lies inside *ring* (a ray to the east crosses it an odd number of times)."""
    x, y = spot
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd


def _side(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0 and _near(a, b, c, d)


def _near(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether the boxes around two lines meet: what lies on one line is else taken for a crossing."""
    return all(max(min(a[n], b[n]), min(c[n], d[n])) <= min(max(a[n], b[n]), max(c[n], d[n])) for n in (0, 1))


def touch(one: Ring, other: Ring) -> bool:
    """Whether two rings share any ground."""
    if any(within(spot, other) for spot in one) or any(within(spot, one) for spot in other):
        return True
    return any(_cross(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _codes(area: Area) -> list[str]:
    """Administrative codes of mainland China (GB/T 2260 and below): digits, whatever the sender calls them."""
    return [value for _name, value in area.geocodes if value.isdigit() and len(value) in (6, 9, 12)]


def _contains(region: str, code: str) -> bool:
    """Whether the community with *code* lies in *region* or is it: zeros at the end of a code mean all of it."""
    stem = region.rstrip("0")
    stem += "0" * (-len(stem) % 2) if len(stem) <= 6 else "0" * (-len(stem) % 3)
    return code.startswith(stem)


def reach(message: Message, *, code: str, ground: Iterable[Ring]) -> str:
    """``here``, ``elsewhere``, or ``untold`` when the areas have neither shapes nor codes that can be compared.

    *code*: of the community, twelve digits; *ground*: rings of its boundary, or of its estates.
    """
    areas, here = [area for info in message.infos for area in info.areas], list(ground)
    shapes = [ring for area in areas for ring in rings(area)]
    codes = [region for area in areas for region in _codes(area)]
    if any(_contains(region, code) for region in codes):
        return "here"
    if here and any(touch(shape, own) for shape in shapes for own in here):
        return "here"
    return "elsewhere" if codes or (shapes and here) else "untold"
