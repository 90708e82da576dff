"""Make the community's workbooks, plan and pictures: ``python -m demo.make --out FOLDER [--today 2026-11-20]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import happened, plan, register, signins, tables, wrong
from .facts import TODAY
from .rooms import (
    bookbar,
    casework,
    elections,
    enterprises,
    environment,
    governance,
    grounds,
    honours,
    meters,
    outreach,
    rounds,
    safety,
    saving,
    volunteers,
    waste,
    ways,
    weather,
    works,
)
from .tables import Table

PLAN = "plan.geojson"
WRONG = "99 有错的表.xlsx"


def make(folder: Path, on: date = TODAY) -> list[Path]:
    """Write all workbooks into *folder*, with records up to some days before *on*; the one with wrong lines is last.

    For the same day the files are the same. A later day adds rows, ends what has ended since, says how many came to
    what had been announced, and changes nothing else.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheets in _books(on):
        if sheets:  # what began later has no workbook yet
            tables.xlsx(folder / name, sheets)
    tables.text(folder / "03 居民名册.csv", register.people(on), "gb18030")
    tables.xls(folder / "04 单位名册.xls", [register.organisations()])
    tables.text(folder / "13 荣誉.csv", honours.before()[0], "utf-8-sig")
    tables.text(folder / "14 荣誉别名.csv", honours.aliases(), "utf-8")
    tables.xls(folder / "15 历年活动台账.xls", [_old_calendar(on)])
    return sorted(file for file in folder.iterdir() if file.suffix in {".xlsx", ".xls", ".csv"})


def _books(on: date) -> Iterator[tuple[str, list[Table]]]:
    """The .xlsx by name: those of the report's time, those of the years since, and the wrong one."""
    title = ["金汇社区活动台账", "2012年至2013年3月"]
    yield "01 社区概况与小区.xlsx", register.ground()
    yield "02 楼栋单元房屋.xlsx", list(register.houses())
    yield "05 岗位.xlsx", [register.posts(on)]
    yield "06 活动台账.xlsx", [happened.table(list(happened.before()), title=title, total=True)]
    yield "07 号召承诺与节能.xlsx", [*outreach.before(), *saving.before()]
    yield "08 民主法治.xlsx", [*governance.before(), *elections.before()]
    yield "09 环境.xlsx", environment.before()
    yield "10 楼宇企业服务.xlsx", enterprises.before()
    yield "11 志愿书吧社工.xlsx", [*volunteers.before(), *bookbar.before(), *casework.before()]
    yield "12 综合减灾.xlsx", safety.before()
    now = [held for held in happened.since(on) if held.day.year == on.year]
    yield "16 今年活动与签到.xlsx", _kept([
        happened.table(now, title=[f"{on.year}年活动台账"], total=True),
        signins.table(on),
    ])  # fmt: skip
    yield "17 历年承诺节能环境.xlsx", _kept([*outreach.since(on), *saving.since(on), *environment.since(on)])
    yield "18 换届居务公开.xlsx", _kept([*governance.since(on), *elections.since(on)])
    yield (
        "19 企业志愿书吧社工.xlsx",
        _kept([*enterprises.since(on), *volunteers.since(on), *bookbar.since(on), *casework.since(on)]),
    )
    yield "20 历年综合减灾.xlsx", _kept(safety.since(on))
    yield "21 活动预告.xlsx", _kept([happened.announced(on)])
    yield "22 表计与抄表.xlsx", _kept(meters.tables(on))
    yield "23 疏散路网.xlsx", ways.tables()
    yield "24 巡查与工程.xlsx", _kept([*rounds.since(on), *works.since(on)])
    yield "25 垃圾分类.xlsx", _kept(waste.tables(on))
    yield "26 绿化噪声通道.xlsx", _kept(grounds.tables(on))
    yield "27 气温与节约行动.xlsx", _kept([*weather.tables(on), *weather.campaign(on)])
    yield WRONG, wrong.tables()


def _kept(sheets: list[Table]) -> list[Table]:
    """Sheets that have rows: before its year, a sheet is not there."""
    return [sheet for sheet in sheets if sheet.rows]


def _old_calendar(on: date) -> Table:
    """The calendar of the years between the report and the current year."""
    held = [h for h in happened.since(on) if h.day.year < on.year]
    return happened.table(held, title=[f"金汇社区历年活动台账（2013—{on.year - 1}）"])


def main() -> None:
    """The command line."""
    told = argparse.ArgumentParser(prog="python -m demo.make", description=__doc__)
    told.add_argument("--out", type=Path, required=True, help="the folder to write into")
    told.add_argument("--today", type=date.fromisoformat, default=TODAY, help="the day up to which records are made")
    asked = told.parse_args()
    files = make(asked.out, asked.today)
    (asked.out / PLAN).write_text(plan.geojson(), encoding="utf-8")
    print(*(file.name for file in files), PLAN, sep="\n")


if __name__ == "__main__":
    main()
