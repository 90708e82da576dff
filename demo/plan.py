"""An invented street plan of 0.6 km²: roads, six estates and a group of office towers, 93 buildings, what lies between.

Every estate is a grid of cells; most hold a building, the rest a green or a car park, so that nothing overlaps.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache

from . import shapes
from .facts import FACTS, chance
from .shapes import Point, Ring

BOUNDARY: Ring = (
    (0, 24), (170, 0), (505, 8), (840, 0), (1006, 14), (1012, 300), (1004, 560), (800, 613), (502, 604), (220, 606),
    (6, 585), (-6, 300),
)  # fmt: skip
ROAD_HALF_M = 9  # from the middle of a road to its kerb
BIN_ASIDE_M = 12.5  # bins stand behind the kerb, before any estate begins
ROADS: dict[str, tuple[str, tuple[Point, ...]]] = {
    "YLL": ("玉兰路", ((-6, 300), (200, 303), (500, 300), (780, 298), (1012, 300))),
    "YXL": ("银杏路", ((505, 8), (500, 160), (500, 300), (502, 440), (502, 604))),
    "XYBL": ("新姚北路", ((22, 21), (20, 160), (18, 300), (20, 450), (24, 587))),
    "HZL": ("和庄路", ((752, 2), (752, 150), (754, 298))),
    "WYL": ("文源路", ((762, 298), (760, 450), (758, 599))),
    "GHX": ("桂花巷", ((20, 455), (250, 457), (502, 455))),
}


@dataclass(frozen=True, slots=True)
class Estate:
    """An estate: its code and name, the corner and size of its ground in metres, and its cells across and up.

    ``kept``: cells left for a green (``g``) or a car park (``p``), counted row by row from the south-west.
    """

    code: str
    name: str
    x: float
    y: float
    width: float
    height: float
    across: int
    up: int
    kept: dict[int, str]
    residential: bool = True

    def cell(self, n: int) -> tuple[float, float, float, float]:
        """Corner and size of a cell."""
        wide, high = (self.width - 12) / self.across, (self.height - 12) / self.up
        return self.x + 6 + n % self.across * wide, self.y + 6 + n // self.across * high, wide, high

    def ground(self) -> list[Point]:
        """The estate's ground: a rectangle whose north-east corner is cut off, as by a gate."""
        x, y, w, h = self.x, self.y, self.width, self.height
        return [(x, y), (x + w, y), (x + w, y + h - 5), (x + w - 5, y + h), (x, y + h)]


ESTATES = (
    Estate("JQ", "金秋小区", 38, 24, 222, 258, 3, 7, {4: "p", 10: "g", 16: "p"}),
    Estate("WY", "文苑小区", 272, 24, 208, 258, 2, 8, {7: "g", 8: "p"}),
    Estate("YX", "银杏苑", 522, 24, 212, 258, 3, 6, {4: "p", 7: "g", 10: "p"}),
    Estate("HZ", "和庄写字楼", 772, 24, 226, 254, 2, 3, {3: "p"}, residential=False),
    Estate("YL", "玉兰花园", 38, 320, 444, 122, 6, 3, {2: "p", 8: "g", 9: "g", 15: "p"}),
    Estate("XY", "新姚家园", 38, 470, 444, 112, 6, 3, {3: "p", 7: "g", 10: "g", 14: "p"}),
    Estate("HX", "和馨里", 522, 320, 220, 262, 2, 7, {6: "g", 9: "p"}),
)
OFFICE = ("SQ-1", shapes.rectangle(792, 545, 46, 22))  # the community's own building

# Code, name, sort as the tables say it, and where: a point, or the corners of an area.
PLACES: tuple[tuple[str, str, str, Point | list[Point]], ...] = (
    ("WHGC", "文化广场", "广场", shapes.rectangle(785, 322, 90, 74)),
    ("LD", "中心绿地", "绿地", shapes.rectangle(888, 322, 106, 74)),
    ("CC", "文源小学操场", "操场", shapes.rectangle(890, 410, 104, 66)),
    ("XX", "文源小学", "学校", shapes.rectangle(890, 484, 104, 52)),
    ("SQB", "社区办公室", "办公用房", (803, 556)),
    ("SGZ", "社工服务站", "服务站", (815, 556)),
    ("SB", "诚信书吧", "书吧", (828, 556)),
    ("WS", "文源街道卫生服务中心", "服务站", (826, 440)),
)
# Where the parking places that the report tells of were added: code, estate, road, how many, and the ground.
PARKING = (
    ("CW-1", "金秋小区", "", 86, ("JQ", 4)),
    ("CW-2", "文苑小区", "", 48, ("WY", 8)),
    ("CW-3", "玉兰花园", "", 62, ("YL", 2)),
    ("CW-4", "", "玉兰路", 70, (40, 460)),
    ("CW-5", "", "银杏路", 46, (310, 590)),
)


@dataclass(frozen=True, slots=True)
class Building:
    """A building: its code, its estate (none for the community's own), the ground it stands on, and its storeys."""

    code: str
    estate: Estate | None
    ground: tuple[Point, ...]
    storeys: int

    @property
    def use(self) -> str:
        """What it is used for, as the tables say it."""
        return "公共" if self.estate is None else "住宅" if self.estate.residential else "写字楼"


@cache
def buildings() -> tuple[Building, ...]:
    """The 93 buildings, estate by estate."""
    found = []
    for estate in ESTATES:
        cells = [n for n in range(estate.across * estate.up) if n not in estate.kept]
        for number, n in enumerate(cells, 1):
            code = f"{estate.code}-{number}"
            found.append(Building(code, estate, tuple(_footprint(estate, n, code)), 10 if estate.residential else 18))
    code, ground = OFFICE
    found.append(Building(code, None, tuple(ground), 3))
    assert len(found) == FACTS["community"]["buildings"], "the cells of the plan do not hold the buildings stated"
    return tuple(found)


def _footprint(estate: Estate, n: int, code: str) -> list[Point]:
    """A slab across the middle of its cell, a little aside; a tower is as deep as wide."""
    x, y, wide, high = estate.cell(n)
    draw = chance(f"footprint/{code}")
    width = wide * draw.uniform(0.66, 0.78) if estate.residential else 46.0
    depth = min(high * 0.5, 14.0) if estate.residential else 40.0
    left = x + (wide - width) * draw.uniform(0.35, 0.65)
    return shapes.rectangle(left, y + (high - depth) * 0.5, width, depth)


def kept(estate: Estate, n: int) -> list[Point]:
    """The ground of a cell that holds no building."""
    x, y, wide, high = estate.cell(n)
    return shapes.rectangle(x + 3, y + 3, wide - 6, high - 6)


def greens() -> list[tuple[str, str, list[Point]]]:
    """The greens within estates: code, name, ground."""
    found = []
    for estate in ESTATES:
        cells = [n for n, what in estate.kept.items() if what == "g"]
        for number, n in enumerate(cells, 1):
            name = f"{estate.name}游园" + ("二" if number == 2 else "")
            found.append((f"{estate.code}-LD{number}", name, kept(estate, n)))
    return found


def parking_ground(where: tuple[str, int] | tuple[int, int], road: str) -> list[Point]:
    """The ground of added parking: a cell of an estate, or a strip along the kerb of a road."""
    first, last = where
    if isinstance(first, str):
        return kept(next(e for e in ESTATES if e.code == first), last)
    points = next(points for name, points in ROADS.values() if name == road)
    side = -1 if road == "银杏路" else 1  # the side into which no lane opens
    return shapes.strip(points, first, last, side * ROAD_HALF_M, side * (ROAD_HALF_M + 2.2))


def along(road: str, count: int) -> list[Point]:
    """So many points behind both kerbs of a road, evenly, away from its ends and from the crossing."""
    points = ROADS[road][1]
    whole = shapes.length_m(points)
    crossing = next((m for m in range(int(whole)) if math.dist(shapes.beside(points, m, 0), (500, 300)) < 1), 0)
    found = []
    for n in range(count):
        at = 20 + (whole - 40) * (n + 0.5) / count
        if abs(at - crossing) < 2 * BIN_ASIDE_M:
            at = crossing + math.copysign(2 * BIN_ASIDE_M, at - crossing)
        found.append(shapes.beside(points, at, BIN_ASIDE_M if n % 2 else -BIN_ASIDE_M))
    return found


def bins() -> list[tuple[str, str, Point]]:
    """The 60 collection points: code, road, place."""
    whole: int = FACTS["environment"]["sorted_bins"]
    first = whole * 34 // 60  # the longer road has 34 of 60
    roads = (("YLL", first), ("YXL", whole - first))
    return [(f"{r}-{n:02}", ROADS[r][0], at) for r, count in roads for n, at in enumerate(along(r, count), 1)]


def geojson() -> str:
    """The whole plan as one GeoJSON document, for a map or another program."""
    told: list[tuple[str, str, str]] = [("boundary", FACTS["community"]["name_zh"], shapes.polygon(BOUNDARY))]
    told += [("road", name, shapes.line(points)) for name, points in ROADS.values()]
    told += [("estate", e.name, shapes.polygon(e.ground())) for e in ESTATES]
    told += [("building", b.code, shapes.polygon(b.ground)) for b in buildings()]
    told += [("green", name, shapes.polygon(ground)) for _code, name, ground in greens()]
    told += [("parking", p[0], shapes.polygon(parking_ground(p[4], p[2]))) for p in PARKING]
    told += [("place", name, _place(where)) for _code, name, _sort, where in PLACES]
    told += [("bin", code, shapes.point(at)) for code, _road, at in bins()]
    features = [
        {"type": "Feature", "properties": {"kind": k, "name": n}, "geometry": json.loads(g)} for k, n, g in told
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def _place(where: Point | list[Point]) -> str:
    return shapes.polygon(where) if isinstance(where, list) else shapes.point(where)


def places() -> list[tuple[str, str, str, str]]:
    """All places people name: code, name, sort, geometry."""
    found = [(code, name, "道路", shapes.line(points)) for code, (name, points) in ROADS.items()]
    found += [(code, name, sort, _place(where)) for code, name, sort, where in PLACES]
    found += [(code, name, "绿地", shapes.polygon(ground)) for code, name, ground in greens()]
    return [*found, ("BJ", "社区边界", "社区边界", shapes.polygon(BOUNDARY))]
