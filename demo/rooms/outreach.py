"""The six calls and what households pledged; campaigns and their days."""

from __future__ import annotations

from datetime import date, timedelta

from demo import happened
from demo.facts import FACTS, WORDS, years
from demo.people import pick
from demo.rooms.meters import saving
from demo.rooms.weather import CAMPAIGN
from demo.tables import Table, dotted, mixed

BEGUN = date(2012, 2, 20)
CALLS: tuple[str, ...] = tuple(FACTS["six_calls"])
COOLING_CEL = 26  # as the report has it: 夏天空调温度不低于26度
PLEDGE = ["户编号", "号召内容", "承诺日期"]
CAMPAIGN_OF = {"2012-02": 0, "2012-09": 1, "2012-11": 2}  # activity -> campaign of facts.toml
PLEDGES_PER_YEAR, PLEDGES_THIS_LAW = 30, 240


def before() -> list[Table]:
    """The calls, the pledges of the first year, the three campaigns."""
    names = FACTS["campaigns"]["names_zh"]
    calls = [(key, WORDS["calls"][key], COOLING_CEL if key == "cooling" else "", dotted(BEGUN)) for key in CALLS]
    pledges = [(code, WORDS["calls"][key], dotted(date(2012, 3, 5) + timedelta(n * 12 + m % 40)))
               for n, key in enumerate(CALLS) for m, code in enumerate(_first(n, key))]  # fmt: skip
    campaigns = [(f"ZT{n}", title, dotted(BEGUN)) for n, title in enumerate(names, 1)]
    held = {h.code: h.day for h in happened.before()}
    days = [(names[n], code, dotted(held[code])) for code, n in CAMPAIGN_OF.items()]
    return [
        Table("号召", ["号召编号", "号召内容", "温度（℃）", "发出日期"], calls, title=["六个号召"]),
        Table("承诺", PLEDGE, pledges, title=["“六个号召”家庭承诺登记"], blank_every=1000),
        Table("主题活动", ["编号", "主题活动名称", "开始日期"], campaigns),
        Table("主题活动日", ["主题活动名称", "活动编号", "日期"], days),
    ]


def _first(n: int, key: str) -> list[str]:
    """Who pledged in the first year: fewer for each call after the first."""
    return pick(f"pledge/{key}", 980 - n * 97)


def since(today: date) -> list[Table]:
    """A pledge is given once, so every later year brings households that had not given it."""
    rows: list[tuple[object, ...]] = []
    given = {key: set(_first(n, key)) for n, key in enumerate(CALLS)}
    for year, last in years(today):
        key = CALLS[year % len(CALLS)]
        count = PLEDGES_THIS_LAW if year >= happened.DENSE else PLEDGES_PER_YEAR
        fresh = [code for code in pick(f"pledge/{year}", count * 3) if code not in given[key]][:count]
        days = [date(year, 4 if year == 2013 else 1, 10) + timedelta(m * 240 // count) for m in range(count)]
        rows += [(c, WORDS["calls"][key], mixed(m, d)) for m, (c, d) in enumerate(zip(fresh, days, strict=False))
                 if d <= last]  # fmt: skip
        given[key] |= set(fresh)
        if last >= CAMPAIGN and year == CAMPAIGN.year:
            more = [code for code in saving()[1] if code not in given[key]]
            rows += [(code, WORDS["calls"][key], dotted(CAMPAIGN)) for code in more]
    names = FACTS["campaigns"]["names_zh"]
    told = {"爱绿护绿": names[0], "拒绝白色": names[1], "节能环保": names[2]}
    held = [(told[h.title[:4]], h.code, dotted(h.day)) for h in happened.since(today) if h.title[:4] in told]
    return [Table("承诺", PLEDGE, rows), Table("主题活动日", ["主题活动名称", "活动编号", "日期"], held)]
