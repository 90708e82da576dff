"""The social-work station, its cases and visits."""

from __future__ import annotations

from datetime import date, timedelta

from demo.facts import years
from demo.people import pick
from demo.tables import Table, dotted

CASES, CASES_PER_YEAR = 24, 6
SORTS = ("助老", "青少年", "就业", "调解")
CASE = ["个案编号", "户编号", "个案类别", "接案日期", "结案日期"]
VISIT = ["个案编号", "时长（分钟）", "走访日期"]


def before() -> list[Table]:
    """The station, and the cases of its first two years."""
    cases, visits = [], []
    for n, code in enumerate(pick("cases", CASES), 1):
        begun = date(2011, 5, 1) + timedelta(n * 21)
        cases.append((f"GA-{n:02}", code, SORTS[n % 4], dotted(begun), "2013.2.20" if n % 3 else "2014.6.30"))
        visits.append((f"GA-{n:02}", 40 + n, dotted(begun + timedelta(days=8))))
    station = [("ZD1", "社工服务站", "社工服务站", "2010.10.1")]
    return [
        Table("社工服务站", ["编号", "站点名称", "地点", "设立日期"], station),
        Table("个案", CASE, cases, title=["社工个案登记（保密）"]),
        Table("走访", VISIT, visits),
    ]


def since(today: date) -> list[Table]:
    """Some cases in every year: a case lasts about five months, and is visited twice."""
    cases, visits = [], []
    every = dict(years(today))
    for year, last in every.items():
        for n, code in enumerate(pick(f"cases/{year}", CASES_PER_YEAR), 1):
            begun = date(year, 4, 5) + timedelta(n * 38)
            if begun > last:
                continue
            key, closed = f"GA-{year}-{n}", begun + timedelta(days=150)
            cases.append((key, code, SORTS[(n + year) % 4], dotted(begun), _by(closed, max(every.values()))))
            for after in (9, 60):
                if (day := begun + timedelta(days=after)) <= max(every.values()):
                    visits.append((key, 35 + n * 5, dotted(day)))
    return [Table("个案", CASE, cases), Table("走访", VISIT, visits)]


def _by(day: date, last: date) -> str:
    """An end that has come; one that has not is not told."""
    return dotted(day) if day <= last else ""
