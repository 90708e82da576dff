"""Invented weather, such as Changsha may have: hot, damp summers, short winters, and days that follow each other."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from math import cos, pi

from demo.facts import chance, years
from demo.tables import Table, dotted, mixed

FIRST, STATION = date(2024, 12, 1), "示例站"
SOURCE = "示例：虚构的气温，不是观测值"
MEAN_CEL, SWING_CEL, COLDEST_DAY, REACH_D = 18.0, 12.0, 18, 6
CAMPAIGN = date(2026, 1, 1)


@cache
def cel(day: date) -> float:
    """The mean of a day: the season, and what the days before it brought."""
    season = MEAN_CEL - SWING_CEL * cos((day.timetuple().tm_yday - COLDEST_DAY) / 365 * 2 * pi)
    return season + sum(_push(day - timedelta(n)) * 0.75**n for n in range(REACH_D))


@cache
def _push(day: date) -> float:
    return chance(f"weather/{day}").gauss(0, 2)


def tables(today: date) -> list[Table]:
    """Every day as far as there may be records; a station that was silent for some days in May."""
    last = max((end for _year, end in years(today)), default=FIRST)
    days = [FIRST + timedelta(n) for n in range(max((last - FIRST).days, 0))]
    told = [day for day in days if not (day.month == 5 and 11 <= day.day <= 15)]
    rows = [(STATION, mixed(n, day), f"{cel(day):.1f}", SOURCE) for n, day in enumerate(told)]
    return [Table("气温", ["气象站", "日期", "日平均气温", "数据来源"], rows)]


def campaign(today: date) -> list[Table]:
    """The campaign on whose day it all began."""
    told = any(end >= CAMPAIGN for _year, end in years(today))
    rows = [("JY2026", "节约从元旦开始", dotted(CAMPAIGN))] if told else []
    return [Table("节约行动", ["行动编号", "行动名称", "启动日期"], rows)]
