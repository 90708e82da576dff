"""An invented street plan of 0.6 km²: 1,000 m by 600 m, six estates and a group of office towers, as GeoJSON."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache

WIDTH_M, HEIGHT_M = 1000, 600
LON, LAT = 112.98, 28.11  # an invented spot
M_PER_DEGREE = 111_320


@dataclass(frozen=True, slots=True)
class Estate:
    """An estate: its code and name, the corner and size of its ground in metres, and how its buildings stand."""

    code: str
    name: str
    x: float
    y: float
    width: float
    height: float
    buildings: int
    residential: bool = True


ESTATES = (
    Estate("JQ", "金秋小区", 20, 20, 300, 265, 18),
    Estate("WY", "文苑小区", 335, 20, 150, 265, 14),
    Estate("YX", "银杏苑", 515, 20, 220, 265, 15),
    Estate("HZ", "和庄写字楼", 750, 20, 230, 265, 5, residential=False),
    Estate("YL", "玉兰花园", 20, 315, 225, 265, 14),
    Estate("XY", "新姚家园", 260, 315, 225, 265, 14),
    Estate("HX", "和馨里", 515, 315, 300, 265, 12),
)
ROADS = {
    "YLL": ("玉兰路", [(0, 300), (1000, 300)]),
    "YXL": ("银杏路", [(500, 0), (500, 600)]),
    "XYBL": ("新姚北路", [(5, 0), (5, 600)]),
}
PLACES = {
    "WHGC": ("文化广场", "square", (900, 400)),
    "SQB": ("社区办公室", "hall", (850, 480)),
    "SGZ": ("社工服务站", "station", (880, 520)),
    "SB": ("诚信书吧", "bookbar", (930, 520)),
    "LD": ("中心绿地", "green", (950, 360)),
    "CC": ("文源小学操场", "ground", (900, 560)),
}


def degrees(x: float, y: float) -> list[float]:
    """A point of the plan (metres east and north of its corner) as longitude and latitude, WGS 84."""
    return [round(LON + x / (M_PER_DEGREE * math.cos(math.radians(LAT))), 6), round(LAT + y / M_PER_DEGREE, 6)]


def _text(shape: str, coordinates: object) -> str:
    return json.dumps({"type": shape, "coordinates": coordinates}, separators=(",", ":"))


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a GeoJSON polygon."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return _text("Polygon", [[degrees(*corner) for corner in corners]])


def point(x: float, y: float) -> str:
    """A point as GeoJSON."""
    return _text("Point", degrees(x, y))


def line(points: list[tuple[float, float]]) -> str:
    """A line as GeoJSON."""
    return _text("LineString", [degrees(*p) for p in points])


@cache
def buildings() -> tuple[tuple[str, Estate | None, tuple[float, float, float, float]], ...]:
    """The 93 buildings: code, estate (none for the community's own), and the rectangle each stands on, in metres."""
    found: list[tuple[str, Estate | None, tuple[float, float, float, float]]] = []
    for estate in ESTATES:
        columns = max(1, round(math.sqrt(estate.buildings * estate.width / estate.height)))
        rows = math.ceil(estate.buildings / columns)
        wide, high = estate.width / columns, estate.height / rows
        for n in range(estate.buildings):
            x, y = estate.x + n % columns * wide, estate.y + n // columns * high
            found.append((f"{estate.code}-{n + 1}", estate, (x + wide * 0.15, y + high * 0.2, wide * 0.7, high * 0.5)))
    found.append(("SQ-1", None, (835, 470, 30, 20)))
    return tuple(found)


def along(road: str, count: int) -> list[str]:
    """So many points along both sides of a road."""
    (x1, y1), (x2, y2) = ROADS[road][1]
    found = []
    for n in range(count):
        t, side = (n + 0.5) / count, 6 if n % 2 else -6
        across = (0, side) if y1 == y2 else (side, 0)
        found.append(point(x1 + (x2 - x1) * t + across[0], y1 + (y2 - y1) * t + across[1]))
    return found
