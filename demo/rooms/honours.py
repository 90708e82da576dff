"""The ten honours of the report, and the other name under which it lists one of them."""

from __future__ import annotations

from datetime import date

from demo.facts import FACTS, WORDS
from demo.tables import Table, spoken

LEVELS = {"province": "省级", "city": "市级"}
ISSUERS = {"province": "省人民政府有关部门", "city": "市人民政府有关部门"}
OTHER_NAME = "全省防灾减灾示范社区"  # as the report calls the honour for safety further down


def held() -> list[dict[str, str]]:
    """Each honour once, though the report lists one of them twice."""
    return [honour for honour in FACTS["honour"] if "duplicate_of" not in honour]


def before() -> list[Table]:
    """The honours with their certificates' numbers."""
    rows = [
        (f"RY-{n:02}", h["title_zh"], LEVELS[h["level"]], WORDS["fields"][h["field"]], ISSUERS[h["level"]],
         f"证字{n:03}", spoken(date(2012 - n % 4, 3 + n % 9, 12)))
        for n, h in enumerate(held(), 1)
    ]  # fmt: skip
    header = ["荣誉编号", "荣誉名称", "级别", "领域", "颁发单位", "证书编号", "获得日期"]
    return [Table("荣誉", header, rows)]


def aliases() -> Table:
    """The other name."""
    safety = next(h for h in held() if h["field"] == "safety")
    return Table("荣誉别名", ["荣誉名称", "又称", "日期"], [(safety["title_zh"], OTHER_NAME, "2011.12.12")])
