"""Works from the wish to the warranty: those that the report tells of, and those of the year that is told in full."""

from __future__ import annotations

from datetime import date, timedelta

from demo.facts import FACTS, chance
from demo.tables import Table, dotted, mixed

STATED = FACTS["environment"]
PLAN = ["工程计划编号", "计划名称", "改造类别", "改造小区", "路名", "需求说明", "预算(元)", "计划完工日期", "计划日期"]
ORIGIN = ["工程计划编号", "来源会议", "提出日期"]
OPINION = ["工程计划编号", "征求环节", "征求户数", "赞成户数", "反对户数", "征求日期"]
STEP = ["工程计划编号", "进展状态", "完成比例(%)", "进展情况", "进展日期"]
PICTURE = ["工程计划编号", "拍摄点号", "拍摄阶段", "站位说明", "同点位", "拍摄日期"]
DONE = [
    "工程编号",
    "改造内容",
    "改造类别",
    "改造小区",
    "路名",
    "投入资金(元)",
    "工程计划编号",
    "验收方",
    "质保到期",
    "验收日期",
]
COMPLAINT = ["工程编号", "报事编号", "投诉日期"]
NEED = {
    "绿化": "草皮踩秃，下雨一地泥", "沟渠": "沟里淤塞，夏天有气味", "铁栅栏": "栅栏锈断，小孩会钻",
    "下水道": "一楼返水", "人行道": "地砖松动绊脚", "门店招牌": "招牌破旧、大小不一", "雨水口": "大雨积水",
    "车棚": "没处停电动自行车",
}  # fmt: skip
STANDS = {
    "绿化": "站在3栋门口朝花坛拍", "沟渠": "站在沟东头朝西拍", "铁栅栏": "站在大门口朝北拍",
    "下水道": "站在检查井旁朝单元门拍",
    "人行道": "站在公交站朝南拍", "门店招牌": "站在路对面拍", "车棚": "站在4栋西头拍",
}  # fmt: skip
ACCEPTERS = ("居委会、居民代表、业委会", "居委会、居民代表", "街道、居委会、监理", "居委会、居民代表、物业")
Row = tuple[object, ...]


def plan_of(code: str) -> str:
    """The plan of the works *code*."""
    return code.replace("GC", "JH", 1)


def accepted_by(n: int) -> str:
    """By whom the *n*-th works were accepted."""
    return ACCEPTERS[n % len(ACCEPTERS)]


def told(works: list[Row], costs: list[int], days: list[date]) -> list[Table]:
    """What lay before and behind *works*, rows of code, name, kind, estate, road; each with its cost and last day."""
    tables: dict[str, list[Row]] = {key: [] for key in ("plan", "opinion", "step", "picture")}
    for n, ((code, name, kind, estate, road), cost, day) in enumerate(zip(works, costs, days, strict=True)):
        draw, plan = chance(f"works/{code}"), plan_of(str(code))
        budget = cost * draw.choice((100, 104, 110, 97)) // 100 // 100 * 100
        planned, due = day - timedelta(days=75), day + timedelta(days=draw.choice((-4, 6, 10)))
        tables["plan"].append((plan, name, kind, estate, road, NEED[str(kind)], budget, dotted(due), mixed(n, planned)))
        asked = draw.randint(60, 180)
        for stage, when, best in (("计划阶段", planned + timedelta(days=6), 88), ("验收阶段", day, 94)):
            good = asked * draw.randint(best - 12, best) // 100
            tables["opinion"].append((plan, stage, asked, good, draw.randint(0, asked - good), dotted(when)))
        for state, share, words, before_d in (("开工", 0, "围挡进场", 50), ("施工中", 55, "主体做完一半", 25),
                                              ("完工待验收", 100, "清场，等验收", 6)):  # fmt: skip
            tables["step"].append((plan, state, share, words, dotted(day - timedelta(days=before_d))))
        if n != 3:  # of one of them nobody took a picture from a spot
            for moment, same, when in (("改造前", "否", planned), ("改造后", "是", day)):
                tables["picture"].append((plan, 1, moment, STANDS[str(kind)], same, dotted(when)))
    return [
        Table("工程计划", PLAN, tables["plan"], title=["环境综合整治工程计划"]),
        Table("居民意见征求", OPINION, tables["opinion"]),
        Table("工程进展", STEP, tables["step"]),
        Table("工程照片登记", PICTURE, tables["picture"]),
    ]


NOW: list[Row] = [
    ("GC-2026-1", "玉兰花园绿地补植", "绿化", "玉兰花园", ""),
    ("GC-2026-2", "新姚家园排水沟疏通", "沟渠", "新姚家园", ""),
]
COSTS, DAYS = [86_400, 41_250], [date(2026, 5, 22), date(2026, 8, 14)]
UNDER_WAY = ("JH-2026-3", "和馨里单车棚改造", "车棚", "和馨里", "")


def since(today: date) -> list[Table]:
    """Of the year that is told in full: two works with complaints, and one that is not finished in time."""
    last = today - timedelta(days=3)
    if last < DAYS[-1] + timedelta(days=90):
        return []
    works = [(*row, cost, plan_of(str(row[0])), accepted_by(n), dotted(day.replace(year=day.year + 1)), dotted(day))
             for n, (row, cost, day) in enumerate(zip(NOW, COSTS, DAYS, strict=True))]  # fmt: skip
    plans, opinions, steps, pictures = told(NOW, COSTS, DAYS)
    code, name, kind, estate, road = UNDER_WAY
    under = [*plans.rows, (code, name, kind, estate, road, NEED[kind], 65_000, "2026.10.31", "2026.8.3")]
    asked = [*opinions.rows, (code, "计划阶段", 142, 117, 9, "2026.8.10")]
    halted = [("开工", 0, "旧棚拆除", "2026.9.14"), ("施工中", 60, "立柱、顶棚已装", "2026.10.12"),
              ("停工", 60, "等电力部门增容", "2026.10.24")]  # fmt: skip
    done = [*steps.rows, *((code, *step) for step in halted)]
    seen = [*pictures.rows, (code, 1, "改造前", STANDS[kind], "否", "2026.9.10")]
    return [
        Table("工程计划", PLAN, under, title=["环境综合整治工程计划"]),
        Table("居民意见征求", OPINION, asked),
        Table("工程进展", STEP, done),
        Table("工程照片登记", PICTURE, seen),
        Table("工程", DONE, works),
        Table(
            "工程投诉", COMPLAINT, [("GC-2026-2", "BS-2026-50", "2026.9.8"), ("GC-2026-1", "BS-2026-44", "2026.8.11")]
        ),
    ]
