"""Hazards and stores, teams and shelters, drills and plans, and the people who need help."""

from __future__ import annotations

from datetime import date, timedelta

from demo import happened, plan
from demo.facts import years
from demo.people import pick
from demo.tables import Table, dotted, mixed

DAY = "2011.9.20"
HAZARD = ["隐患编号", "隐患类别", "所在地点", "有处置方案", "发现日期", "消除日期"]
STORE = ["编号", "物资名称", "物资类别", "数量", "折价（元）", "入库日期", "有效期至"]
DRILL = ["活动编号", "参加（人）", "用时（秒）", "演练日期"]
ASSESSED, FUND = ["评估编号", "评估日期"], ["经费编号", "金额（元）", "拨付日期"]
SURVEY = ["调查编号", "受访（人）", "满意（人）", "调查日期"]
SORTS = ("消防", "内涝", "用电", "房屋", "交通")
DUTIES = ("评估", "教育", "预警", "巡查", "转移", "物资", "医疗", "报灾")
WEAK, WEAK_CARDLESS = 46, 9  # every ninth has no card yet: a gap that the plan should show


def before() -> list[Table]:
    """What was there when the province's honour was given."""
    hazards = [(f"YH-{n}", SORTS[n % 4], "玉兰路" if n % 2 else "银杏路", "是" if n != 9 else "否",
                f"2012.{n}.3", f"2012.{n}.25" if n < 10 else "2013.5.6") for n in range(1, 13)]  # fmt: skip
    return [
        Table("隐患", HAZARD, hazards, title=["灾害风险隐患清单"]),
        Table("应急物资", STORE, _stores(), title=["应急物资储备台账"]),
        Table("应急队伍", ["编号", "队伍名称", "队伍类别", "人数", "组建日期"], [
            ("DW1", "综合减灾领导小组", "领导小组", 9, DAY), ("DW2", "应急抢险队", "抢险", "28人", DAY),
            ("DW3", "灾害信息员", "灾害信息员", 7, DAY), ("DW4", "民兵应急分队", "民兵预备役", "２０", DAY),
        ]),
        Table("应急避难场所", ["编号", "场所名称", "地点", "面积（平方米）", "容量（人）", "启用日期"], [
            ("BN1", "文化广场避难场所", "文化广场", "6,660", "6600", DAY),
            ("BN2", "文源小学操场避难场所", "文源小学操场", "6,864平方米", "6800", DAY),
        ]),
        Table("演练", DRILL, [("2012-13", 260, 412, "2012.5.12")]),
        Table("预案与清单", ["编号", "文件名称", "预案类别", "发布日期"], _papers()),
        Table("风险评估", ASSESSED, [("PG-1", "2012.3.15"), ("PG-2", "2012.9.14"), ("PG-3", "2013.3.12")]),
        Table("减灾经费", FUND, [("JF-2012", "8.6万", "2012.4.1"), ("JF-2013", "3.2万", "2013.2.1")]),
        Table("脆弱人员", ["人员编号", "户编号", "有帮扶人", "有明白卡", "登记日期"], _weak(),
              title=["脆弱人群清单（保密）"]),
        Table("满意度调查", SURVEY, [("MY-2012", 320, 271, "2012.12.1")]),
        Table("灾害事件", ["事件编号", "较大事故", "发生日期"], [("SJ-1", "否", "2012.6.24")]),
        Table("网格楼栋", ["楼号", "纳入日期"], [(b.code, DAY) for b in plan.buildings()]),
    ]  # fmt: skip


def _stores() -> list[tuple[object, ...]]:
    """Four sorts; what expires is bought anew before its day, but for the water of 2013."""
    return [
        ("WZ1", "灭火器", "消防器材", 186, "22,320", DAY, "2016.9.20"),
        ("WZ2", "急救箱", "医疗用品", 24, "4,800", DAY, "2014.9.20"),
        ("WZ3", "抽水泵", "救援工具", 4, "1.2万", DAY, ""),
        ("WZ4", "饮用水（箱）", "食品饮水", 120, "3,600", DAY, "2013.2.28"),
        ("WZ5", "应急灯", "救援工具", "60盏", "5,400", DAY, "2017.9.20"),
    ]


def _papers() -> list[tuple[str, str, str, str]]:
    told = [("社区综合应急预案", "应急预案"), ("社区灾害风险地图", "风险地图"), ("隐患清单", "隐患清单"),
            ("脆弱人群清单", "脆弱人群清单"),
            ("减灾工作制度", "工作制度"), ("综合防灾教育基地", "教育基地")]  # fmt: skip
    papers = [(f"YA{n}", title, sort, DAY) for n, (title, sort) in enumerate(told, 1)]
    return papers + [(f"ZZ{n}", f"{duty}职责", "职责", DAY) for n, duty in enumerate(DUTIES, 1)]


def _weak() -> list[tuple[str, str, str, str, str]]:
    return [(f"RQ-{n:02}", code, "是", "是" if n % WEAK_CARDLESS else "否", DAY)
            for n, code in enumerate(pick("vulnerable", WEAK), 1)]  # fmt: skip


def since(today: date) -> list[Table]:
    """Hazards, drills, assessments, funds and surveys of every year since, and the stores of today."""
    every = dict(years(today))
    newest = max(every.values())
    hazards: list[tuple[object, ...]] = []
    funds, surveys, assessed = [], [], []
    for year, last in every.items():
        hazards += _found(year, last, newest)
        if (day := date(year, 4, 20)) <= last:
            funds.append((f"JF-{year}A", f"{6 + (year - 2013) * 0.6:.1f}万", dotted(day)))
        if (day := date(year, 9, 12)) <= last:
            assessed.append((f"PG-{year}B", dotted(day)))
        if year > 2013 and (day := date(year, 3, 12)) <= last:
            assessed.append((f"PG-{year}A", dotted(day)))
        if (day := date(year, 11, 5)) <= last:
            surveys.append((f"MY-{year}", 320, 268 + (year * 7) % 31, dotted(day)))
    drills = [(h.code, h.heads, 430 - n * 4, dotted(h.day))
              for n, h in enumerate(h for h in happened.since(today) if h.sort == "演练")]  # fmt: skip
    return [
        Table("隐患", HAZARD, hazards),
        Table("应急物资", STORE, _renewed(newest)),
        Table("演练", DRILL, drills),
        Table("风险评估", ASSESSED, assessed),
        Table("减灾经费", FUND, funds),
        Table("满意度调查", SURVEY, surveys),
        Table("预案与清单", ["编号", "文件名称", "预案类别", "发布日期"],
              [("YA7", "社区综合灾害保险", "保险", "2021.1.1")] if newest.year >= 2021 else []),
    ]  # fmt: skip


def _found(year: int, last: date, newest: date) -> list[tuple[object, ...]]:
    """A hazard every month and a half; most are gone after three weeks, told when that day has come."""
    rows: list[tuple[object, ...]] = []
    for n in range(6):
        day = date(year, 4, 8) + timedelta(n * 43)
        if day <= last:
            gone = day + timedelta(days=14 + n * 3)
            place = "玉兰路" if n % 2 else "银杏路"
            end = dotted(gone) if gone <= newest else ""
            rows.append((f"YH-{year}-{n + 1}", SORTS[(n + year) % 5], place, "是", mixed(n, day), end))
    return rows


def _renewed(newest: date) -> list[tuple[object, ...]]:
    """Stores bought since, each with the day on which it expires."""
    bought = [
        (date(2014, 9, 20), ("WZ2-2014", "急救箱", "医疗用品", 24, "5,040"), date(2020, 9, 20)),
        (date(2016, 9, 20), ("WZ1-2016", "灭火器", "消防器材", 198, "2.5万"), date(2022, 9, 20)),
        (date(2017, 9, 20), ("WZ5-2017", "应急灯", "救援工具", 80, "7,600"), date(2025, 9, 20)),
        (date(2020, 9, 20), ("WZ2-2020", "急救箱", "医疗用品", 30, "7,200"), date(2026, 12, 20)),
        (date(2022, 9, 20), ("WZ1-2022", "灭火器", "消防器材", 214, "29,960"), date(2028, 9, 20)),
        (date(2025, 9, 20), ("WZ5-2025", "应急灯", "救援工具", 96, "10,560"), date(2033, 9, 20)),
        (date(2026, 3, 2), ("WZ4-2026", "饮用水（箱）", "食品饮水", 160, "5,600"), date(2027, 9, 1)),
    ]
    return [(*row, dotted(day), dotted(end)) for day, row, end in bought if day <= newest]
