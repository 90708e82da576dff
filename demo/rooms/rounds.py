"""Inspection points, routes, and the rounds of the year that is told in full: what was wrong, missed and mended."""

from __future__ import annotations

from datetime import date, timedelta

from demo import happened, plan, shapes
from demo.facts import chance, years
from demo.tables import Table, dotted, mixed

SINCE = date(2024, 3, 1)
POINT = ["巡查点编号", "巡查点名称", "点位类型", "所在地点", "所在楼栋", "图形（GeoJSON）", "有效期至", "设点日期"]
ROUTE = ["路线编号", "路线名称", "巡查频次", "负责岗位", "抽查点数", "启用日期"]
STOP = ["路线编号", "顺序", "巡查点编号", "列入日期"]
ROUND = ["巡查编号", "路线编号", "巡查岗位", "应查点数", "漏查点数", "已结束", "巡查日期"]
CHECK = ["巡查编号", "巡查点编号", "巡查结果", "检查项", "巡查时间", "报事编号", "检查日期", "备注"]
MENDED = ["巡查点编号", "发现日期", "整改日期"]
PROBLEM = ["报事编号", "报事类别", "事发地点", "事发楼栋", "报事内容", "报事来源", "报事日期", "办结日期"]
STEP = ["报事编号", "办理状态", "办理情况", "办理岗位", "办理日期"]
ROADS = ("玉兰路", "银杏路")
# Of each kind of point: the category of its reports, an item of its checklist, and what is wrong.
WRONG = {
    "灭火器": ("消防隐患", "gauge", "压力表不在绿区"),
    "防火门": ("消防隐患", "shuts", "闭门器坏了，关不严"),
    "路灯": ("路灯照明", "lit", "不亮"),
    "沟渠": ("水管下水道", "flows", "落叶堵住了"),
    "雨水口": ("水管下水道", "open", "被泥沙堵住"),
}
UNREACHED = ("单元门锁着，没进去", "车挡住了，看不到")
Row = tuple[object, ...]


def points() -> list[Row]:
    """Extinguishers and fire doors in buildings, lamps along the roads, ditches and drains, and one in six bins."""
    homes = [b for b in plan.buildings() if b.use == "住宅"][::6]
    offices = [b for b in plan.buildings() if b.use == "写字楼"]
    found: list[Row] = []
    for n, building in enumerate(homes, 1):
        good = date(2027, 3, 31) + timedelta(days=n * 40) if n > 2 else date(2026, 11, 4) + timedelta(days=(n - 1) * 35)
        found.append(_point(f"M{n:02}", f"{building.code} 一楼灭火器", "灭火器", building=building.code, good=good))
    found += [_point(f"F{n:02}", f"{b.code} 楼梯间防火门", "防火门", building=b.code) for n, b in enumerate(offices, 1)]
    for n in range(1, 9):
        road = ROADS[n % 2]
        found.append(_point(f"D{n:02}", f"{road}{n}号路灯", "路灯", place=road))
    found += [_point(f"G{n:02}", f"{e.name}排水沟", "沟渠", at=shapes.point((e.x + 8, e.y + 4)))
              for n, e in enumerate(plan.ESTATES[:4], 1)]  # fmt: skip
    found += [_point(f"Y{n:02}", f"{road}雨水口", "雨水口", place=road) for n, road in enumerate(ROADS, 1)]
    found += [_point(f"L-{code}", f"{road} {code} 垃圾箱", "垃圾箱", place=road, at=shapes.point(at))
              for code, road, at in plan.bins()[::6]]  # fmt: skip
    return found


def _point(code: str, name: str, kind: str, *, place: str = "", building: str = "", at: str = "",
           good: date | None = None) -> Row:  # fmt: skip
    return code, name, kind, place, building, at, dotted(good), dotted(SINCE)


ROUTES = (
    ("XF", "消防器材巡查", "每月", "worker", "", "MF"),
    ("GD", "路灯沟渠巡查", "每月", "grid", "", "DGY"),
    ("LJ", "垃圾箱抽查", "每周", "volunteer", 4, "L"),
)


def since(today: date) -> list[Table]:
    """The points and routes, and of the routes that are walked whole, a round of every month."""
    every = points() if today >= SINCE else []
    on = [(code, point) for code, *_more, firsts in ROUTES for point in every if str(point[0])[0] in firsts]
    order = {code: [p for c, p in on if c == code] for code, *_more in ROUTES}
    stops = [(code, n, p[0], dotted(SINCE)) for code, some in order.items() for n, p in enumerate(some, 1)]
    told: dict[str, list[Row]] = {key: [] for key in ("round", "check", "problem", "step", "mended")}
    for year, last in years(today):
        for month in range(1, 13) if year >= happened.DENSE else ():
            for code, _name, _rhythm, post, sample, _firsts in ROUTES:
                day = date(year, month, 5 + len(code) * 2 + month % 4)
                if not sample and day <= last and (year, month) < (today.year, today.month):
                    _round(code, post, day, last, order[code], told)
    routes = [(*row[:5], dotted(SINCE)) for row in ROUTES] if every else []
    return [
        Table("巡查点", POINT, every, title=["金汇社区巡查点台账（示例）"]),
        Table("巡查路线", ROUTE, routes),
        Table("路线站点", STOP, stops),
        Table("巡查报事", PROBLEM, told["problem"]),
        Table("巡查办理", STEP, told["step"]),
        Table("巡查记录", ROUND, told["round"]),
        Table("点位检查", CHECK, told["check"]),
        Table("整改记录", MENDED, told["mended"]),
    ]


def _round(code: str, post: str, day: date, last: date, some: list[Row], told: dict[str, list[Row]]) -> None:
    """A round: most points in order, some wrong, a few not reached."""
    name, missed = f"{code}-{day:%Y%m%d}", 0
    for n, point in enumerate(some):
        draw = chance(f"round/{name}/{point[0]}")
        lot, at = draw.random(), f"{9 + n // 12:02}:{n * 4 % 60:02}"
        weak = 0.3 if point[0] in ("M04", "G02") else 0.05  # two points that are wrong again and again
        if lot < 0.02:
            missed += 1
            told["check"].append((name, point[0], "没查到", "", at, "", dotted(day), draw.choice(UNREACHED)))
        elif lot < 0.02 + weak:
            report = _report(name, point, day, last, draw.randint(2, 12), told)
            item = WRONG[str(point[2])][1]
            told["check"].append((name, point[0], "有问题", f"{item}=no", at, report, dotted(day), ""))
        else:
            told["check"].append((name, point[0], "完好", f"{WRONG[str(point[2])][1]}=yes", at, "", dotted(day), ""))
    told["round"].append((name, code, post, len(some), missed, "是", mixed(day.month, day)))


def _report(of: str, point: Row, day: date, last: date, took_d: int, told: dict[str, list[Row]]) -> str:
    """What is wrong, reported and mended within days; its code."""
    code, kind, fixed = f"XC-{of}-{point[0]}", str(point[2]), day + timedelta(days=took_d)
    sort, _item, words = WRONG[kind]
    settled = fixed + timedelta(days=3)
    until = dotted(settled) if settled <= last else ""
    told["problem"].append((code, sort, point[3], point[4], f"{point[1]} {words}", "巡查发现", dotted(day), until))
    if fixed <= last:
        told["step"].append((code, "修好了", "已更换" if kind == "灭火器" else "已修好", "worker", dotted(fixed)))
        told["mended"].append((point[0], dotted(day), dotted(fixed)))
    return code
