"""What residents reported as out of order, and what was done about it: the year that is told in full."""

from __future__ import annotations

from datetime import date, timedelta

from . import happened
from .accounts import ACCOUNTS
from .facts import WORDS, years
from .people import homes
from .tables import Table, dotted, mixed

PROBLEM = [
    "报事编号", "报事类别", "事发楼栋", "报事内容", "不公开", "报事来源",
    "报事家庭", "负责岗位", "报事日期", "修好日期", "办结日期",
]  # fmt: skip
STEP = ["报事编号", "办理状态", "办理情况", "办理岗位", "确认家庭", "办理日期"]
EVERY_D = 5  # days between two reports
SOURCES = ("居民厅", "窗口", "电话告知")
OURS = next(account.household for account in ACCOUNTS if account.household)
Rows = list[tuple[object, ...]]


def since(today: date) -> list[Table]:
    """The reports and the steps on them, up to the newest day of which there may be records."""
    problems, steps = Rows(), Rows()
    for year, last in years(today):
        for n in range(365 // EVERY_D if year >= happened.DENSE else 0):
            _one(f"BS-{year}-{n + 1:02}", n, date(year, 1, 4) + timedelta(n * EVERY_D), last, problems, steps)
    return [Table("报事", PROBLEM, problems), Table("办理记录", STEP, steps)]


def _one(code: str, n: int, day: date, last: date, problems: Rows, steps: Rows) -> None:
    """One report: received on the next day, in most cases put right, and then confirmed by a household."""
    if day > last:
        return
    every = homes()
    home = next(h for h in every if h.code == OURS) if n % 12 == 4 else every[n * 397 % len(every)]
    sort, text = WORDS["hall"]["problems"][n % 10]
    done = WORDS["hall"]["done"]
    told = [("收到了", "", 1), ("有人在办", done[0], 2)]
    if n % 8 != 6:
        told.append(("修好了", done[1 + n % 3], 4 + n % 5))
    settled = n % 8 not in (6, 3)
    end = day + timedelta(days=7 + n % 5)
    until = dotted(end) if settled and end <= last else ""
    source, private = SOURCES[n % 3], "是" if n % 7 == 5 else "否"
    fixed = dotted(day + timedelta(days=4 + n % 5)) if until else ""
    problems.append(
        (code, sort, home.building, text, private, source, home.code, "worker", mixed(n, day), fixed, until)
    )
    steps += [
        (code, state, words, "worker", "", dotted(day + timedelta(days=after)))
        for state, words, after in told if day + timedelta(days=after) <= last
    ]  # fmt: skip
    if until:
        steps.append((code, "居民确认办好了", "", "", home.code, until))
