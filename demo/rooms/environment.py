"""Works, sorted bins, parking places, and litter cleared away."""

from __future__ import annotations

from datetime import date

from demo import happened, plan, reported, shapes
from demo.facts import FACTS
from demo.rooms import grounds, waste
from demo.rooms import works as renovations
from demo.tables import Table, dotted, serial, wide

STATED = FACTS["environment"]
ESTATE_WORKS = (("绿化", "绿化改造"), ("沟渠", "沟渠疏通"), ("铁栅栏", "铁栅栏翻新"), ("下水道", "下水道改造"))
RENEWED = date(2020, 6, 1)  # GB/T 19095-2019 holds from 2019-12-01, and the bins of 2012 were marked by the old one
BIN = ["箱号", "路名", "标志标准", "图形（GeoJSON）", "配置日期", "撤换日期"]
CLEARED = ["清理编号", "活动编号", "清运量", "日期"]
LATER = ["清理编号", "清理内容", "活动编号", "清理地点", "清理面积(平方米)", "清运量", "日期"]


def before() -> list[Table]:
    """What the report tells of: four works in one estate, two pavements, one road's signs, bins and parking."""
    works = [(f"GC-{n}", f"金秋小区{what}", sort, "金秋小区", "", wide(n * 4) + "万", f"2012.{n + 4}.20")
             for n, (sort, what) in enumerate(ESTATE_WORKS, 1)]  # fmt: skip
    works += [(f"GC-RX{n}", f"{road}人行道重铺", "人行道", "", road, "1,260,000", "2012年9月28日")
              for n, road in enumerate(STATED["pavements_relaid"], 1)]  # fmt: skip
    works += [(f"GC-ZP{n}", f"{road}店招统一", "门店招牌", "", road, "38.5万", "2012年10月15日")
              for n, road in enumerate(STATED["shop_signs_unified"], 1)]  # fmt: skip
    put_up = {"玉兰路": date(2012, 7, 1), "银杏路": date(2012, 7, 8)}
    bins = [(code, road, "2008版", shapes.point(at), serial(put_up[road]), dotted(RENEWED))
            for code, road, at in plan.bins()]  # fmt: skip
    parking = [(code, estate, road, places, shapes.polygon(plan.parking_ground(where, road)), "2012.11.1")
               for code, estate, road, places, where in plan.PARKING]  # fmt: skip
    whole = ["合计", "", "", sum(row[3] for row in plan.PARKING)]
    work = [
        "工程编号",
        "改造内容",
        "改造类别",
        "改造小区",
        "路名",
        "投入资金(元)",
        "完工日期",
        "工程计划编号",
        "验收方",
        "质保到期",
    ]
    days = [*(date(2012, n + 4, 20) for n in range(1, 5)), *[date(2012, 9, 28)] * 2, date(2012, 10, 15)]
    costs = [*(n * 40_000 for n in range(1, 5)), 1_260_000, 1_260_000, 385_000]
    works = [(*row, renovations.plan_of(row[0]), renovations.accepted_by(n), dotted(day.replace(year=2014)))
             for n, (row, day) in enumerate(zip(works, days, strict=True))]  # fmt: skip
    return [
        *renovations.told([row[:5] for row in works], costs, days),
        Table("工程", work, works, title=["环境综合整治工程台账"]),
        Table("分类垃圾箱", BIN, bins, title=["分类垃圾箱点位表"], foot=[["小计", f"{len(bins)}个"]], merged=1),
        Table(
            "增设停车位",
            ["车位编号", "小区名称", "路名", "车位数", "图形（GeoJSON）", "启用日期"],
            parking,
            foot=[whole],
        ),
        Table("白色污染清理", CLEARED, _cleared(list(happened.before()))),
    ]


def _cleared(calendar: list[happened.Held]) -> list[tuple[str, str, str, str]]:
    """What was carried away after each sanitation day and each campaign against litter."""
    days = [h for h in calendar if h.sort == "大扫除" or "白色污染" in h.topics]
    return [(f"QL-{h.code}", h.code, f"{60 + n % 12 * 7.5}公斤", dotted(h.day)) for n, h in enumerate(days, 1)]


def _cleared_later(today: date) -> list[tuple[str, str, str, str, int, str, str]]:
    """The same since the report, with the place and its area."""
    plain = _cleared(happened.since(today))
    return [
        (code, "大扫除" if held.sort == "大扫除" else "白色污染", activity, held.place, 200 + n % 9 * 60, mass, day)
        for n, (held, (code, activity, mass, day)) in enumerate(zip(grounds.cleared(today), plain, strict=True))
    ]


def since(today: date) -> list[Table]:
    """The bins of the new standard in the same places, and the clearances since."""
    bins = [(f"{code}-2020", road, "2019版", waste.of_bin(n), 240, shapes.point(at), dotted(RENEWED), "")
            for n, (code, road, at) in enumerate(plan.bins())]  # fmt: skip
    header = [*BIN[:3], "垃圾类别", "容积(升)", *BIN[3:]]
    return [
        Table("分类垃圾箱", header, bins if today >= RENEWED else [], title=["分类垃圾箱换新点位表"]),
        Table("白色污染清理", LATER, _cleared_later(today)),
        *reported.since(today),
    ]
