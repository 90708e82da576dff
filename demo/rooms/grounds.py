"""Invented grounds: green with its trees, charging, fire lanes found blocked, noise, and places looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from demo import happened, plan, shapes
from demo.facts import chance, years
from demo.people import pick
from demo.tables import Table, dotted
from liangxing.kernel.drawing import drawn

FIRST = date(2026, 1, 12)
TREES = ("香樟", "桂花", "玉兰", "银杏")
LANES = ("JQ-3", "WY-5", "YX-2", "JQ-3", "YL-6", "WY-5", "JQ-3", "XY-4", "YX-2", "HX-1")  # where: some again and again
NOISES = ("广场舞", "装修", "邻里", "商铺", "犬吠", "装修", "广场舞")
HEARD = {
    "广场舞": "晚上九点半后还在放音乐", "装修": "中午一点开始敲墙", "邻里": "半夜拖桌椅", "商铺": "店门口喇叭循环播放",
    "犬吠": "早上六点狗叫不停",
}  # fmt: skip
DONE = ("上门说明情况，约定八点半前结束", "双方到社区坐下来谈，写了约定", "函告城管队，附两次调解记录")
Row = tuple[object, ...]


def tables(today: date) -> list[Table]:
    """Everything up to the newest day of which there may be records."""
    last = max(last for _year, last in years(today))
    if last < FIRST:
        return []
    noise = list(_noise(last))
    places = list(_places(today, last))
    return [
        Table("绿地", ["绿地编号", "绿地名称", "绿地类别", "绿地面积(平方米)", "图形（GeoJSON）", "建成日期"],
              list(_green())),
        Table("树木清点", ["绿地编号", "树种", "应有株数", "存活株数", "清点日期"], list(_trees(last))),
        Table("充电点", ["充电点编号", "充电车型", "小区名称", "充电位数", "启用日期"], list(_charging(last))),
        Table("消防通道占用", ["占道编号", "楼栋", "占道物", "发现日期", "发现时间", "清除日期", "清除时间"],
              list(_lanes(last))),
        Table("噪声投诉", ["噪声编号", "噪声类别", "噪声楼栋", "反映内容", "反映家庭", "反映日期", "解决日期"],
              [row for row, _steps in noise]),
        Table("噪声处理", ["噪声编号", "处理步骤", "是否解决", "报告部门", "处理情况", "处理日期"],
              [step for _row, steps in noise for step in steps]),
        Table("抽样", ["抽样编号", "抽样对象", "抽样种子", "样本数", "清理起日", "清理止日", "抽样日期"],
              [draw for draw, _looks in places]),
        Table("清理回访", ["抽样编号", "清理编号", "回访结果", "回访日期"],
              [look for _draw, looks in places for look in looks]),
    ]  # fmt: skip


def _greens() -> list[tuple[str, str, list[shapes.Point]]]:
    centre = next(where for code, _name, _sort, where in plan.PLACES if code == "LD")
    return [*plan.greens(), ("LD", "中心绿地", list(centre))]  # type: ignore[arg-type]


def _green() -> Iterator[Row]:
    for code, name, ground in _greens():
        sort = "游园" if code != "LD" else "树林"
        yield f"LV-{code}", name, sort, round(abs(shapes.area_m2(ground)), 1), shapes.polygon(ground), "2012.4.20"


def _trees(last: date) -> Iterator[Row]:
    if (day := date(2026, 4, 12)) <= last:
        for n, (code, _name, _ground) in enumerate(_greens()):
            if n % 4 != 3:  # nobody has counted in some of them
                trees = chance(f"trees/{code}").randint(12, 60)
                yield f"LV-{code}", TREES[n % 4], trees, trees - n % 5, dotted(day)


def _charging(last: date) -> Iterator[Row]:
    for n, estate in enumerate(e for e in plan.ESTATES if e.residential):
        if date(2024, 5, 1) <= last:
            yield f"CD-{n + 1}", "电动自行车", estate.name, 20 + n * 4, "2024.5.1"


def _lanes(last: date) -> Iterator[Row]:
    """Every month one is found; most are cleared within hours, some take days, and the newest stands still."""
    for n, building in enumerate(LANES):
        found = FIRST + timedelta(days=32 * n)
        if found > last:
            continue
        cleared = found + timedelta(days=(0, 0, 2, 0, 5)[n % 5])
        done = cleared <= last and n != len(LANES) - 1
        what = ("汽车", "电动自行车", "杂物")[n % 3]
        same = done and cleared == found
        at = (f"{8 + n}:10", f"{9 + n}:{20 + n}") if same else ("", "")
        yield f"XF-{n + 1:02}", building, what, dotted(found), at[0], dotted(cleared) if done else "", at[1]


def _noise(last: date) -> Iterator[tuple[Row, list[Row]]]:
    homes = pick("noise", len(NOISES))
    for n, sort in enumerate(NOISES):
        day = date(2026, 2, 9) + timedelta(days=43 * n)
        if day > last:
            continue
        needed = (1, 2, 1, 3, 1, 2, 2)[n]
        days = [day + timedelta(days=2 + 6 * at) for at in range(needed)]
        ends = days[-1] if n not in (4, 6) and days[-1] <= last else None
        steps: list[Row] = []
        for at, on in enumerate(each for each in days if each <= last):
            settled = "是" if ends == on else "否"
            steps.append(
                (
                    f"ZS-{n + 1}",
                    ("劝阻", "调解", "报告部门")[at],
                    settled,
                    "城管中队" if at == 2 else "",
                    DONE[at],
                    dotted(on),
                )
            )
        building = plan.buildings()[n * 11 % 90].code
        yield (f"ZS-{n + 1}", sort, building, HEARD[sort], homes[n], dotted(day), dotted(ends)), steps


def cleared(today: date) -> list[happened.Held]:
    """The activities after which litter was carried away, since the report."""
    return [h for h in happened.since(today) if h.sort == "大扫除" or "白色污染" in h.topics]


def _places(today: date, last: date) -> Iterator[tuple[Row, list[Row]]]:
    """A sample of what was cleared in a run of months, looked at again two weeks after its end."""
    for first, end in ((date(2026, 1, 1), date(2026, 6, 30)), (date(2026, 3, 1), date(2026, 10, 31))):
        codes = sorted(f"QL-{h.code}" for h in cleared(today) if first <= h.day <= end)
        day, size = end + timedelta(days=14), min(9, len(codes) * 2 // 3)
        if day + timedelta(days=2) > last or not size:
            continue
        seed = sha256(f"invented lottery of {day}".encode()).hexdigest()[:8]
        code = f"HF-{end:%Y%m}"
        looks: list[Row] = [
            (
                code,
                one,
                "仍干净" if chance(f"{code}/{one}").random() < 0.7 else "又脏了",
                dotted(day + timedelta(days=2)),
            )
            for one in drawn(codes, size, seed)
        ]
        yield (code, "清理地点", seed, size, dotted(first), dotted(end), dotted(day)), looks
