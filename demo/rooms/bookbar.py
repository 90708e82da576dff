"""The honour book bar: books, loans on trust, and what came back."""

from __future__ import annotations

from datetime import date, timedelta

from demo.facts import WORDS, years
from demo.people import pick
from demo.tables import Table, dotted, mixed

BOOKS, LOANS, LOANS_PER_YEAR = 240, 420, 36
LOAN = ["借阅编号", "图书编号", "户编号", "借出日期"]
DAYS_OUT = 26


def before() -> list[Table]:
    """The shelves, two years of loans, and all but a few returned."""
    titles = WORDS["books"]
    books = [(f"B{n:03}", f"{titles[n % len(titles)]}（{n // len(titles) + 1}）", 2 + n % 3, "2010.9.1")
             for n in range(BOOKS)]  # fmt: skip
    lent = [(f"J{n:04}", f"B{n % BOOKS:03}", code, date(2011, 1, 8) + timedelta(n * 3 % 780))
            for n, code in enumerate(pick("loans", LOANS))]  # fmt: skip
    back = [(code, day + timedelta(days=8 + n % DAYS_OUT)) for n, (code, _b, _h, day) in enumerate(lent) if n % 50]
    return [
        Table("图书", ["图书编号", "书名", "册数", "上架日期"], books, title=["诚信书吧图书目录"], blank_every=80),
        Table("借阅", LOAN, [(*row, dotted(day)) for *row, day in lent], title=["诚信书吧自助借阅登记"]),
        Table("归还", ["借阅编号", "归还日期"], [(code, mixed(n, day)) for n, (code, day) in enumerate(back)]),
    ]


def since(today: date) -> list[Table]:
    """The loans of every year since; the newest are still out."""
    lent, back = [], []
    every = dict(years(today))
    for year, last in every.items():
        for n, code in enumerate(pick(f"loans/{year}", LOANS_PER_YEAR)):
            day = date(year, 4 if year == 2013 else 1, 9) + timedelta(n * (7 if year == 2013 else 9))
            key, returned = f"J{year}-{n + 1:02}", day + timedelta(days=8 + n % DAYS_OUT)
            if day <= last:
                lent.append((key, f"B{(n * 7 + year) % BOOKS:03}", code, mixed(n, day)))
            if returned <= max(every.values()) and n % 24:
                back.append((key, dotted(returned)))
    return [Table("借阅", LOAN, lent), Table("归还", ["借阅编号", "归还日期"], back)]
