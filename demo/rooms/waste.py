"""Invented waste: points, weights, slips with what goes wrong with slips, drawn samples, and days of collection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from demo import plan, shapes
from demo.accounts import ACCOUNTS
from demo.facts import chance, years
from demo.people import pick
from demo.tables import Table, dotted, mixed
from liangxing.kernel.drawing import drawn

BEGUN = date(2026, 8, 3)  # a Monday: from then on rounds weigh and slips are kept
WEIGHED_BINS = date(2026, 10, 5)  # from then on the bins of the roads are weighed too
WEEK = timedelta(days=7)
CLASSES = (("可回收物", 320, 1), ("厨余垃圾", 1150, 2), ("其他垃圾", 2900, 4))  # kg a week and point; loads a week
ON_ROADS = ("可回收物", "其他垃圾", "其他垃圾")  # what the bins of the roads are for, in turn
OURS = next(account.household for account in ACCOUNTS if account.household)
THINGS = ("旧沙发", "床垫", "旧衣柜", "旧书桌", "洗衣机", "过期药品一袋", "油漆桶", "婴儿床", "旧餐桌椅", "旧电视机")
SPENT = ("买了诚信书吧的新书", "添了楼道的节能灯", "重阳节慰问独居老人", "换了投放点的洗手台", "")
Row = tuple[object, ...]


def tables(today: date) -> list[Table]:
    """Everything up to the newest day of which there may be records; collection days a month ahead."""
    last = max(last for _year, last in years(today))
    if last < BEGUN:
        return []
    weeks = [BEGUN + n * WEEK for n in range((last - BEGUN).days // 7 + 1)]
    weights = list(_weights(weeks))
    draws = list(_draws(last))
    return [
        Table("垃圾投放点", ["点位编号", "点位名称", "小区名称", "图形（GeoJSON）", "启用日期"], list(_points())),
        Table("收运称重", ["收运日期", "箱号", "投放点编号", "垃圾类别", "收运重量(公斤)"], weights),
        Table("过磅单", ["磅单号", "过磅日期", "垃圾类别", "净重(公斤)", "车号", "运往"],
              list(_slips(weeks, last))),
        Table("可回收物变卖", ["变卖编号", "变卖日期", "品种", "变卖重量(公斤)", "变卖收入(元)", "收购方类型",
              "收入用途"], list(_sales(last))),
        Table("抽样", ["抽样编号", "抽样对象", "抽样种子", "样本数", "抽样日期"], [draw for draw, _codes in draws]),
        Table("投放检查", ["抽样编号", "箱号", "检查结果", "杂质占比(%)", "检查日期"], list(_looks(draws, last))),
        Table("预约收集日", ["预约日编号", "收集内容", "收集日期", "开始时间", "收集地点", "可预约数"],
              list(_days(last))),
        Table("预约登记", ["预约日编号", "户编号", "物品", "件数", "预约状态", "称重(公斤)", "预约登记日期"],
              list(_appointments(last))),
    ]  # fmt: skip


def _points() -> Iterator[Row]:
    """Two in every estate where people live."""
    for estate in (e for e in plan.ESTATES if e.residential):
        for n, share in ((1, 0.02), (2, 0.98)):
            at = (estate.x + estate.width * share, estate.y + estate.height * share * 0.97)
            yield (
                f"TF-{estate.code}{n}",
                f"{estate.name}{'南' if n == 1 else '北'}门投放点",
                estate.name,
                shapes.point(at),
                "2020.6.1",
            )


def _weights(weeks: list[date]) -> Iterator[Row]:
    """Once a week at every point, and at the bins of the roads; one bin is never weighed, which nobody notices."""
    points = [str(row[0]) for row in _points()]
    for week in weeks:
        for name, mean, _loads in CLASSES:
            for code in points:
                yield (
                    mixed(week.day, week),
                    "",
                    code,
                    name,
                    mean * chance(f"{code}/{name}/{week}").randint(80, 120) // 100,
                )
    for week in (w for w in weeks if w >= WEIGHED_BINS):
        for n, (code, _road, _at) in enumerate(plan.bins()):
            if n != 17:
                yield dotted(week), f"{code}-2020", "", of_bin(n), chance(f"{code}/{week}").randint(90, 420) / 10


def of_bin(n: int) -> str:
    """What the *n*-th bin of the roads is for."""
    return ON_ROADS[n % len(ON_ROADS)]


def _slips(weeks: list[date], last: date) -> Iterator[Row]:
    """Some per cent more than the rounds weighed; one without a class, one written twice, one week without a slip."""
    rows = list(_weights(weeks))
    for at, week in enumerate(weeks):
        for name, _mean, loads in CLASSES:
            if name == "可回收物" and at == 9:
                continue  # nobody kept the slip
            days = {mixed(week.day, week), dotted(week)}
            mass = sum(Decimal(str(row[4])) for row in rows if row[0] in days and row[3] == name)
            mass = mass * chance(f"slip/{week}/{name}").randint(101, 107) / 100 / loads // 10 * 10
            for load in range(1, loads + 1):
                told = "" if at == 11 and name == "厨余垃圾" and load == 2 else name
                number = f"GB{week:%m%d}{CLASSES.index((name, _mean, loads)) + 1}{load}"
                yield number, mixed(at, week), told, mass + load * 20, f"环卫{load:02}", "市固废处理场"
                if at == 12 and name == "其他垃圾" and load == 1:
                    yield f"{number}补", dotted(week), name, mass + load * 20, f"环卫{load:02}", "市固废处理场"
    for month in range(8, 13):
        if (day := date(2026, month, 18)) <= last:
            yield f"GBH{month:02}", dotted(day), "有害垃圾", 20 + month * 3, "危废01", "危险废物暂存点"


def _sales(last: date) -> Iterator[Row]:
    for n, month in enumerate(range(8, 13)):
        if (day := date(2026, month, 15)) <= last:
            kg = chance(f"sale/{month}").randint(900, 1600)
            yield (
                f"BM-2026-{month:02}",
                dotted(day),
                ("纸类", "塑料", "混合")[n % 3],
                kg,
                kg * 12 / 10,
                "回收企业",
                SPENT[n % 5],
            )


def _draws(last: date) -> Iterator[tuple[Row, list[str]]]:
    """A sample of bins each month; the seed is told before, and drawn by is what anybody can draw again."""
    codes = sorted(f"{code}-2020" for code, _road, _at in plan.bins())
    for month in range(8, 12):
        day = date(2026, month, 10)
        if day <= last:
            seed = sha256(f"invented lottery of {day}".encode()).hexdigest()[:8]
            yield (f"CY-2026-{month:02}", "垃圾箱", seed, 20, dotted(day)), drawn(codes, 20, seed)


def _looks(draws: list[tuple[Row, list[str]]], last: date) -> Iterator[Row]:
    for (code, *_rest), drawn_codes in draws:
        day = date(2026, int(str(code)[-2:]), 13)
        if day <= last:
            for n, one in enumerate(drawn_codes):
                luck = chance(f"{code}/{one}").random()
                result = "没看到" if n == 7 else "混投" if luck < 0.28 else "分得好"
                yield code, one, result, 10 + int(luck * 100) if result == "混投" else "", dotted(day)


def _second_saturday(month: int) -> date:
    first = date(2026 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    return first + timedelta(days=(5 - first.weekday()) % 7 + 7)


def _months(last: date) -> Iterator[int]:
    """The months since the beginning, and two to come."""
    yield from range(8, (last.year - 2026) * 12 + last.month + 3)


def _days(last: date) -> Iterator[Row]:
    for month in _months(last):
        day = _second_saturday(month)
        yield f"YY-{day:%Y%m}", "有害垃圾" if month % 3 == 0 else "大件", dotted(day), "9:00", "文化广场", 12


def _appointments(last: date) -> Iterator[Row]:
    for month in _months(last):
        day = _second_saturday(month)
        homes = [OURS, *pick(f"bulky/{month}", 9)]
        for n, home in enumerate(homes[: 10 if day <= last else 4]):
            made = day - timedelta(days=20 - n)
            state = "已取消" if n == 5 else "已收走" if day <= last else "已预约"
            kg = chance(f"bulky/{month}/{n}").randint(80, 600) / 10 if state == "已收走" and n % 3 else ""
            if made <= last:
                told = day if state == "已收走" else made
                yield f"YY-{day:%Y%m}", home, THINGS[(n + month) % len(THINGS)], 1 + n % 2, state, kg, dotted(told)
