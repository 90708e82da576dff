"""The ways out of the invented community: lanes between its buildings, gates, roads, and the doors of its shelters."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from demo import plan, shapes
from demo.facts import chance
from demo.people import homes
from demo.shapes import Point
from demo.tables import Table

DAY = "2025.3.18"
SPOT = ["节点编号", "节点名称", "楼梯所在楼栋", "单元编号", "避难场所编号", "位置（GeoJSON）", "登记日期"]
WAY = ["通道编号", "道路或大门名称", "通道类别", "起点", "终点", "长度（米）", "最窄处宽度（米）", "宽度为实测", "单行",
       "夜间锁闭", "登记日期"]  # fmt: skip
# By estate: which row or lane has a gate on which side, its width, whether it was measured and is locked at night.
GATES: dict[str, tuple[tuple[str, str, float, bool, bool], ...]] = {
    "JQ": (("n", "北门", 3.6, True, False), ("w", "西侧门", 1.8, True, True)),
    "WY": (("n", "北门", 3.0, True, False), ("e", "东门", 2.4, False, False)),
    "YX": (("n", "北门", 3.2, True, False), ("w", "西门", 2.4, True, True), ("e", "东侧门", 1.5, False, False)),
    "HZ": (("n", "正门", 6.0, True, False), ("w", "西门", 4.0, True, False)),
    "YL": (("s", "南门", 4.0, True, False), ("w", "西侧门", 1.6, True, True)),
    "XY": (("s", "南门", 2.8, True, False), ("e", "东门", 3.0, False, False)),
    "HX": (("s", "南门", 2.6, True, False), ("e", "东门", 3.4, True, False)),
}
ROAD_AT = {
    ("JQ", "n"): "YLL", ("JQ", "w"): "XYBL", ("WY", "n"): "YLL", ("WY", "e"): "YXL", ("YX", "n"): "YLL",
    ("YX", "w"): "YXL", ("YX", "e"): "HZL", ("HZ", "n"): "YLL", ("HZ", "w"): "HZL", ("YL", "s"): "YLL",
    ("YL", "w"): "XYBL", ("XY", "s"): "GHX", ("XY", "e"): "YXL", ("HX", "s"): "YLL", ("HX", "e"): "WYL",
}  # fmt: skip
WIDE = {"YLL": 7.0, "YXL": 6.0, "XYBL": 5.0, "HZL": 5.0, "WYL": 5.5, "GHX": 3.5}


@dataclass
class Net:
    """What has been drawn so far."""

    spots: dict[str, tuple[str, str, str, str, Point]] = field(default_factory=dict)
    ways: list[tuple[object, ...]] = field(default_factory=list)

    def spot(
        self, code: str, at: Point, name: str = "", building: str = "", entrance: str = "", shelter: str = ""
    ) -> str:
        """A spot, drawn once."""
        self.spots.setdefault(code, (name, building, entrance, shelter, at))
        return code

    def way(self, sort: str, name: str, ends: tuple[str, str], width_m: float, measured: bool = False, *,
            length_m: float | None = None, down: bool = False, night: bool = False) -> None:  # fmt: skip
        """A way, as long as the straight line unless it is told."""
        one, other = (self.spots[end][4] for end in ends)
        length = round(length_m or max(1.0, math.dist(one, other) * 1.03), 1)
        code = f"TD-{len(self.ways) + 1:03}"
        self.ways.append((code, name, sort, *ends, length, width_m, _yes(measured), _yes(down), _yes(night), DAY))


def _yes(told: bool) -> str:
    return "是" if told else "否"


def net() -> Net:
    """The whole network."""
    made, along = Net(), dict[str, list[tuple[str, Point]]]()
    for road, (_name, points) in plan.ROADS.items():
        along[road] = [(f"{road}-0", points[0]), (f"{road}-1", points[-1])]
    _crossings(along)
    for estate in plan.ESTATES:
        _estate(made, estate, along)
    _shelters(made, along)
    for road, there in along.items():
        _road(made, road, there)
    _stairs(made, plan.OFFICE[0], "WYL-SQ")
    return made


CROSSINGS = (
    ("YLL", "YXL", (500, 300)), ("YLL", "XYBL", (18, 300)), ("YLL", "HZL", (754, 298)), ("YLL", "WYL", (764, 298)),
    ("XYBL", "GHX", (20, 455)), ("YXL", "GHX", (502, 455)),
)  # fmt: skip


def _crossings(along: dict[str, list[tuple[str, Point]]]) -> None:
    for one, other, at in CROSSINGS:
        for road in (one, other):
            along[road].append((f"{one}-{other}", at))
    along["WYL"].append(("WYL-SQ", (760, 552)))


def _estate(made: Net, estate: plan.Estate, along: dict[str, list[tuple[str, Point]]]) -> None:
    """Lanes between the columns of cells, joined at both ends and in the middle; a gate at the end of one."""
    lanes = list(range(1, estate.across))
    _x, _y, wide, high = estate.cell(0)
    draw = chance(f"lanes/{estate.code}")
    sides = {{"w": 1, "e": estate.across - 1}.get(side, 0): side for side, *_told in GATES[estate.code]}
    for lane in lanes:
        x = estate.x + 6 + lane * wide
        rows = [(row + 0.5, _at(estate, lane, row)) for row in range(estate.up)]
        if side := sides.get(lane, ""):  # a gate in the wall lies between two rows, not behind a building
            rows.append((estate.up // 2 + 1.0, _between(estate, lane, side)))
        for up, code in rows:
            made.spot(code, (x, estate.y + 6 + up * high))
        for (_up, one), (_next, other) in pairwise(sorted(rows)):
            made.way("道路", f"{estate.name}{_number(lane)}号路", (one, other),
                     draw.choice([3.0, 3.5, 4.0]), draw.random() < 0.7)  # fmt: skip
    for one, other in pairwise(lanes):
        for row in sorted({0, estate.up // 2, estate.up - 1}):
            made.way("道路", f"{estate.name}横路", (_at(estate, one, row), _at(estate, other, row)),
                     draw.choice([2.4, 3.0]), draw.random() < 0.6)  # fmt: skip
    for number, n in enumerate([n for n in range(estate.across * estate.up) if n not in estate.kept], 1):
        lane = min(max(1, n % estate.across), estate.across - 1)
        _stairs(made, f"{estate.code}-{number}", _at(estate, lane, n // estate.across))
    for side, name, width, measured, night in GATES[estate.code]:
        _gate(made, estate, side, (name, width, measured, night), along)


def _at(estate: plan.Estate, lane: int, row: int) -> str:
    return f"{estate.code}-L{lane}{row + 1}"


def _between(estate: plan.Estate, lane: int, side: str) -> str:
    return f"{estate.code}-L{lane}{side}"


def _number(n: int) -> str:
    return "一二三四五六"[n - 1]


def _gate(made: Net, estate: plan.Estate, side: str, told: tuple[str, float, bool, bool],
          along: dict[str, list[tuple[str, Point]]]) -> None:  # fmt: skip
    name, width, measured, night = told
    if side in "we":
        inner = _between(estate, 1 if side == "w" else estate.across - 1, side)
    else:
        inner = _at(estate, (estate.across + 1) // 2, estate.up - 1 if side == "n" else 0)
    road = ROAD_AT[estate.code, side]
    outer = f"{road}-{estate.code}{side}"
    at = _foot(made.spots[inner][4], plan.ROADS[road][1])
    made.spot(outer, at)
    along[road].append((outer, at))
    made.way("大门", f"{estate.name}{name}", (inner, outer), width, measured, night=night)


def _foot(at: Point, points: tuple[Point, ...]) -> Point:
    """The point of a road nearest to *at*, to two metres."""
    whole = int(shapes.length_m(points))
    return min((shapes.beside(points, m, 0) for m in range(0, whole, 2)), key=lambda p: math.dist(p, at))


def _road(made: Net, road: str, there: list[tuple[str, Point]]) -> None:
    name, points = plan.ROADS[road]
    marks = {code: _along(points, at) for code, at in there}
    for code, at in there:
        made.spot(code, at)
    for one, other in pairwise(sorted(marks, key=lambda code: (marks[code], code))):
        if one != other:
            made.way("道路", name, (one, other), WIDE[road], road != "GHX")


def _along(points: tuple[Point, ...], at: Point) -> float:
    whole = int(shapes.length_m(points))
    return min(range(0, whole + 1), key=lambda m: math.dist(shapes.beside(points, min(m, whole), 0), at))


def _shelters(made: Net, along: dict[str, list[tuple[str, Point]]]) -> None:
    """The square has a way in from two roads, the playground from one and by a path along the school."""
    doors = {"BN1": (800, 340), "BN2": (902, 430)}
    for shelter, name in (("BN1", "文化广场入口"), ("BN2", "文源小学操场入口")):
        made.spot(f"{shelter}-M", doors[shelter], name, shelter=shelter)
    along["YLL"] += [("YLL-GC", (805, 298)), ("YLL-XX", (1000, 299))]
    along["WYL"] += [("WYL-GC", (761, 350)), ("WYL-CC", (760, 408))]
    for code, at in (("YLL-GC", (805, 298)), ("YLL-XX", (1000, 299)), ("WYL-GC", (761, 350)), ("WYL-CC", (760, 408))):
        made.spot(code, at)
    made.spot("XX-Q", (997, 404))
    made.way("道路", "文化广场南入口", ("YLL-GC", "BN1-M"), 5.0, True)
    made.way("道路", "文化广场西入口", ("WYL-GC", "BN1-M"), 3.0, True)
    made.way("道路", "操场西路", ("WYL-CC", "BN2-M"), 4.0, True)
    made.way("道路", "学校东侧路", ("YLL-XX", "XX-Q"), 3.0, False)
    made.way("大门", "文源小学侧门", ("XX-Q", "BN2-M"), 2.0, True, night=True)


def _stairs(made: Net, building: str, foot: str) -> None:
    """A stairs for each entrance: nine metres of walking a floor from the middle floor, and some to the lane."""
    house = next(b for b in plan.buildings() if b.code == building)
    x, y = (sum(point[k] for point in house.ground) / len(house.ground) for k in (0, 1))
    entrances = sorted({home.entrance for home in homes() if home.building == building}) or [""]
    for n, entrance in enumerate(entrances):
        spot = made.spot(f"LT-{entrance or building}", (x + 8 * (n - (len(entrances) - 1) / 2), y),
                         building=building, entrance=entrance)  # fmt: skip
        made.way("楼梯", "", (spot, foot), 1.2, n == 0, length_m=15 + house.storeys / 2 * 9, down=True)


def tables() -> list[Table]:
    """The network and who is there, as the community hands it in."""
    made = net()
    return [
        Table("路网节点", SPOT, list(_spots(made)), title=["疏散路网节点"]),
        Table("疏散通道", WAY, made.ways, title=["疏散通道（宽度为最窄处净宽）"]),
        Table("在场人数", ["时段", "楼栋", "在家比例（%）", "在场人数", "依据", "起始日期"], list(_present())),
        Table("封闭通道", ["通道编号", "封闭原因", "几分钟后封闭", "封闭日期", "恢复日期"], list(_closed(made))),
    ]


def _spots(made: Net) -> Iterator[tuple[object, ...]]:
    for code, (name, building, entrance, shelter, at) in made.spots.items():
        yield code, name, building, entrance, shelter, shapes.point(at), DAY


def _present() -> Iterator[tuple[object, ...]]:
    yield "夜间", "", 96, "", "网格员2025年3月入户抽样", DAY
    yield "白天", "", 43, "", "网格员2025年3月入户抽样", DAY
    for house in plan.buildings():
        if house.use != "住宅":
            people = 20 if house.estate is None else 120
            yield "白天", house.code, "", people, "物业登记的办公人数", DAY
            yield "夜间", house.code, "", 2, "值班人数", DAY


def _closed(made: Net) -> Iterator[tuple[object, ...]]:
    """The lane by the ditch floods within a quarter of an hour; a lane was dug up for a month, and is open again."""
    low = next(way[0] for way in made.ways if way[1] == "桂花巷")
    dug = next(way[0] for way in made.ways if way[1] == "文苑小区一号路")
    yield low, "内涝", 15, DAY, ""
    yield dug, "施工", "", "2025.5.6", "2025.6.9"
