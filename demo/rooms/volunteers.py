"""Volunteers, 1+1 pairs, and the hours they gave."""

from __future__ import annotations

from datetime import date

from demo import happened
from demo.accounts import ACCOUNTS
from demo.facts import years
from demo.people import name, pick
from demo.tables import Table, dotted, mixed

FIRST, PAIRS = 126, 38
JOINING_PER_YEAR = 4
HOME = next(account.household for account in ACCOUNTS if account.household)
VOLUNTEER = ["志愿者编号", "姓名", "队伍", "居民编号", "注册日期"]
SERVICE = ["志愿者编号", "活动", "服务时长(小时)", "服务日期"]


def before() -> list[Table]:
    """The teams as of the report, those they helped one to one, and their hours."""
    begun = dotted(date(2011, 3, 5))
    people = [_volunteer(n, begun) for n in range(1, FIRST + 1)]
    helped = [f"{code}-1" for code in pick("pairs", PAIRS)]
    pairs = [(f"YG{n:03}", person, "2011.9.10", dotted(date(2019, 9, 10)) if n % 5 == 0 else "")
             for n, person in enumerate(helped, 1)]  # fmt: skip
    return [
        Table("志愿者", VOLUNTEER, people, title=["春蕾义工、环保志愿者名册"]),
        Table("春蕾1+1 结对", ["志愿者编号", "人员编号", "结对日期", "截止"], pairs, title=["春蕾1+1服务基地结对表"]),
        Table("志愿服务", SERVICE, _hours(list(happened.before()), 9), blank_every=60),
    ]


def _volunteer(n: int, day: str) -> tuple[str, str, str, str, str]:
    """The first of them is of the household whose account the demonstration has."""
    person = f"{HOME}-1" if n == 1 else ""
    who = name(person or f"volunteer/{n}")
    return f"YG{n:03}", who, "环保志愿者" if n % 3 == 0 else "春蕾义工", person, day


def _hours(calendar: list[happened.Held], each: int) -> list[tuple[object, ...]]:
    """Who helped at each activity; a volunteer serves once a day."""
    rows: dict[tuple[str, date], tuple[object, ...]] = {}
    for m, held in enumerate(calendar):
        for n in range(m * 7, m * 7 + each):
            who = f"YG{n % FIRST + 1:03}"
            rows[who, held.day] = (who, held.code, f"{2 + n % 3 * 0.5}小时", dotted(held.day))
    return list(rows.values())


def since(today: date) -> list[Table]:
    """Those who joined, the pairs of 2019, and the hours since."""
    joined: list[tuple[object, ...]] = []
    for year, last in years(today):
        for n in range(JOINING_PER_YEAR):
            day = date(year, 5 + n, 4)
            if day <= last:
                number = FIRST + 1 + (year - 2013) * JOINING_PER_YEAR + n
                joined.append((*_volunteer(number, "")[:4], mixed(n, day)))
    helped = [f"{code}-1" for code in pick("pairs/2019", 14)]
    pairs = [(f"YG{n * 5:03}", person, "2019.9.10", "") for n, person in enumerate(helped, 1)]
    return [
        Table("志愿者", VOLUNTEER, joined),
        Table("春蕾1+1 结对", ["志愿者编号", "人员编号", "结对日期", "截止"], pairs if today.year > 2019 else []),
        Table("志愿服务", SERVICE, _hours(happened.since(today), 2)),
    ]
