"""What households put in to use less, and the rule for public rooms."""

from __future__ import annotations

from datetime import date, timedelta

from demo.facts import WORDS, years
from demo.people import pick
from demo.rooms.meters import saving
from demo.rooms.weather import CAMPAIGN
from demo.tables import Table, dotted, mixed

COUNTS = {"节能灯具": 910, "节能电器": 640, "节能灶具": 415, "清洁能源": 268, "保温环保建材": 133}
PER_YEAR = 40
HEADER = ["户编号", "措施类别", "产品", "花费(元)", "安装日期"]
COST_CNY = {"节能灯具": 120, "节能电器": 2800, "节能灶具": 950, "清洁能源": 3600, "保温环保建材": 5200}


def before() -> list[Table]:
    """The first round, and the rule for the community's own rooms."""
    rows = [
        (code, sort, WORDS["products"][sort], f"{COST_CNY[sort] + m % 7 * 10:,}",
         dotted(date(2011, 9, 1) + timedelta(m % 500)))
        for sort, count in COUNTS.items()
        for m, code in enumerate(pick(f"saving/{sort}", count))
    ]  # fmt: skip
    rooms = [(place, "26℃", dotted(date(2012, 6, 1))) for place in ("社区办公室", "社工服务站", "诚信书吧")]
    return [
        Table("节能措施", HEADER, rows, title=["家庭节能产品推广登记"]),
        Table("空调温度规定", ["场所", "夏季设定（℃）", "执行日期"], rooms),
    ]


def since(today: date) -> list[Table]:
    """Some more in every year."""
    rows = []
    for year, last in years(today):
        for m, code in enumerate(pick(f"saving/{year}", PER_YEAR)):
            sort = list(COUNTS)[m % len(COUNTS)]
            day = date(year, 4, 2) + timedelta(m * 6)
            if day <= last:
                rows.append((code, sort, WORDS["products"][sort], COST_CNY[sort], mixed(m, day)))
        if last >= CAMPAIGN and year == CAMPAIGN.year:
            sort = "节能电器"
            rows += [(code, sort, WORDS["products"][sort], COST_CNY[sort], dotted(CAMPAIGN)) for code in saving()[0]]
    return [Table("节能措施", HEADER, rows)]
