"""The ways out as a drawing of the server: what stands around them, the narrow places, and where people are."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from typing import Any

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import HEIGHT, WIDTH, Onto, Shape, onto, shape_of
from liangxing.register.models import Building, Estate

from .plans import lives
from .said import duration

WIDEST_LINE, LARGEST_RING = 11.0, 15.0
EDGE = 25  # per cent of the drawing


@dataclass(frozen=True, slots=True)
class Line:
    """A way on the drawing: from where to where, of what sort, and whether people must squeeze through it."""

    way: str
    name: str
    d: str
    kind: str
    narrow: bool = False
    shut: bool = False
    estimated: bool = False
    width: str = ""


@dataclass(frozen=True, slots=True)
class Refuge:
    """The door of a shelter; ``x`` and ``y`` in the drawing, ``left`` and ``top`` in per cent for its name."""

    name: str
    x: str
    y: str
    left: str
    top: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ring:
    """People standing in line before a way."""

    way: str
    people: int
    x: str
    y: str
    r: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Where people are at one moment."""

    at: str
    safe: int
    home: int
    walking: int
    waiting: int
    longest: str
    lines: list[Line] = field(default_factory=list)
    rings: list[Ring] = field(default_factory=list)


@dataclass(frozen=True)
class Drawing:
    """All lines over estates and buildings; ``None`` in place of it when no spot has a place."""

    to: Onto
    lines: list[Line]
    refuges: list[Refuge]
    estates: list[Shape]
    houses: list[Shape]
    places: Mapping[str, tuple[float, float]]


def drawing(
    told: Mapping[str, Any], community: Community, day: date, narrow: Collection[str] = (), houses: bool = True
) -> Drawing | None:
    """The network that *told* says as plain data; the ways of *narrow* stand out."""
    spots = {s["id"]: (s["longitude"], s["latitude"]) for s in told["spots"] if s["longitude"] is not None}
    to = onto({"type": "Point", "coordinates": list(spot)} for spot in spots.values())
    if to is None:
        return None
    places = {name: to(spot) for name, spot in spots.items()}
    names = told.get("names", {})
    lines = [line for way in told["ways"] if (line := _line(way, places, names, narrow))]
    refuges = [_refuge(names.get(s["id"], s["id"]), places[s["spot"]]) for s in told["shelters"] if s["spot"] in places]
    ground = [_shapes(kind, community, day, to) for kind in (Estate, Building)] if houses else [[], []]
    return Drawing(to, lines, refuges, ground[0], ground[1], places)


def _line(
    way: dict[str, Any], places: Mapping[str, Any], names: Mapping[str, str], narrow: Collection[str]
) -> Line | None:
    if not {*way["ends"]} <= places.keys():
        return None
    d = _path([places[end] for end in way["ends"]])
    shut = way["shut"] or way["closes_s"] is not None
    name = names.get(way["id"], "")
    return Line(way["id"], name, d, way["kind"], way["id"] in narrow, shut, not way["width_measured"])


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _refuge(name: str, at: tuple[float, float]) -> Refuge:
    left, top = at[0] / WIDTH * 100, at[1] / HEIGHT * 100
    anchor = "start" if left < EDGE else "end" if left > 100 - EDGE else "middle"  # so that no name is cut off
    return Refuge(name, f"{at[0]:.1f}", f"{at[1]:.1f}", f"{left:.1f}%", f"{top:.1f}%", anchor)


def _shapes(kind: Any, community: Community, day: date, to: Onto) -> list[Shape]:
    rows = kind.objects.known().standing_on(day).filter(community=community).exclude(geometry="")
    return [shape_of(str(row), json.loads(row.geometry), to) for row in rows]


def pictures(told: Mapping[str, Any], on: Drawing) -> list[Picture]:
    """A picture for each moment of the plan: lines as wide as people walk there, rings as large as lines are long."""
    lines = {line.way: line for line in on.lines}
    ways = {way["id"]: way for way in told["network"]["ways"]}
    most = max((n for moment in told["moments"] for n in moment["walking"].values()), default=1)
    longest = max((n for moment in told["moments"] for n in moment["waiting"].values()), default=1)
    found = []
    for moment in told["moments"]:
        walking, waiting = moment["walking"], moment["waiting"]
        drawn = [_wide(lines[way], n, most) for way, n in walking.items() if way in lines]
        rings = [ring for way, n in waiting.items() if (ring := _ring(ways[way], n, longest, on))]
        worst = max(waiting, key=lambda way: waiting[way], default="")
        many = (moment["safe"], moment["home"], sum(walking.values()), sum(waiting.values()))
        found.append(Picture(duration(moment["at_s"]), *many, told["names"].get(worst) or worst, drawn, rings))
    return found


def _wide(line: Line, people: int, most: int) -> Line:
    return Line(line.way, line.name, line.d, line.kind, width=f"{1.5 + WIDEST_LINE * sqrt(people / most):.1f}")


def _ring(way: dict[str, Any], people: int, longest: int, on: Drawing) -> Ring | None:
    ends = [on.places[end] for end in way["ends"] if end in on.places]
    if len(ends) < 2:
        return None
    x, y = ((ends[0][k] + ends[1][k]) / 2 for k in (0, 1))
    return Ring(way["id"], people, f"{x:.1f}", f"{y:.1f}", f"{2 + LARGEST_RING * sqrt(people / longest):.1f}")


@dataclass(frozen=True, slots=True)
class Curve:
    """How many are safe by when, as a path over a field of 100 by 100."""

    key: str
    d: str


def curves(told: Mapping[str, Any]) -> tuple[list[Curve], int]:
    """The curves of what no plan beats, of the plan, and of everybody to the nearest shelter; and seconds across.

    The last is cut off at twice the plan: how long its tail is stands in words.
    """
    across = min(max(points[-1][0] for points in told["curves"].values()), 2 * told["planned_s"])
    found = []
    for key, points in told["curves"].items():
        kept = [(t, n) for t, n in points if t <= across] or points[:1]
        place = [(100 * t / across, 100 - 100 * n / told["people"]) for t, n in kept]
        if kept[-1][0] < across and kept[-1][1] == told["people"]:
            place.append((100.0, place[-1][1]))
        found.append(Curve(key, "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in place)))
    return found, across


def walked(told: Mapping[str, Any], arrived: Iterable[tuple[str, int]], across: int) -> Curve | None:
    """A drill as a curve: by the code of a building, the seconds until its last one was safe.

    A building counts once its last one is safe, so the curve is never above what was. It is of the buildings that took
    part, in people of the plan: the top is all of them. ``None`` when the plan knows none of them.
    """
    known = lives(told)
    steps = [(seconds, known[house]) for house, seconds in sorted(arrived, key=lambda row: row[1]) if known[house]]
    whole, safe, place = sum(people for _s, people in steps), 0, "M0 100"
    for seconds, people in steps:
        if seconds <= across:
            safe += people
            place += f"H{100 * seconds / across:.2f}V{100 - 100 * safe / whole:.2f}"
    return Curve("drill", place + "H100") if whole else None


def breaks(seconds: int) -> list[tuple[int, str]]:
    """Whole minutes below the axis of a curve, and where they stand: five or six of them."""
    step = max(1, round(seconds / 60 / 5))
    return [(minute, f"{6000 * minute / seconds:.1f}%") for minute in range(0, seconds // 60 + 1, step)]
