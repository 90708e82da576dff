"""Writing tables as messy as communities keep them, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import xlwt
from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
SAVED = (2013, 4, 1, 9, 0, 0)  # the moment written into every file instead of the clock's


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its header and rows; what stands above and below; and which column is merged over equals."""

    sheet: str
    header: Sequence[str]
    rows: Rows
    title: Sequence[str] = ()
    foot: Sequence[Sequence[Any]] = ()
    merged: int | None = None
    blank_every: int = 0

    def lines(self) -> list[list[Any]]:
        """All rows of the sheet, with titles, blanks and foot."""
        found: list[list[Any]] = [[line] for line in self.title] + [list(self.header)]
        for n, row in enumerate(self.rows):
            if self.blank_every and n and n % self.blank_every == 0:
                found.append([])
            found.append(list(row))
        return found + [list(row) for row in self.foot]


def dotted(day: date | None) -> str:
    """2012.9.1; nothing for no day."""
    return f"{day.year}.{day.month}.{day.day}" if day else ""


def spoken(day: date) -> str:
    """2012年9月1日"""  # noqa: D400, D415 - a pattern, not a sentence
    return f"{day.year}年{day.month}月{day.day}日"


def serial(day: date) -> int:
    """A spreadsheet's number of a day."""
    return (day - date(1899, 12, 30)).days


def wide(number: int) -> str:
    """Full-width digits."""
    return str(number).translate(FULL_WIDTH)


def mixed(n: int, day: date) -> str | int | date:
    """A day as the *n*-th colleague types it: dots, words, slashes, a true date, a number, eight digits."""
    ways = (dotted(day), spoken(day), f"{day:%Y/%m/%d}", day, serial(day), f"{day:%Y%m%d}")
    return ways[n % len(ways)]


def heads(n: int, number: int) -> str | int:
    """A count as the *n*-th colleague types it: plain, full width, with separators, with its unit."""
    return (number, wide(number), f"{number:,}", f"{number}人")[n % 4]


def xlsx(path: Path, tables: Sequence[Table]) -> None:
    """One .xlsx with a sheet for each table."""
    book = Workbook()
    book.remove(book.active)
    for table in tables:
        sheet = book.create_sheet(table.sheet)
        for line in table.lines():
            sheet.append(line)
        top = len(table.title) + 1
        for n in range(len(table.title)):
            sheet.merge_cells(start_row=n + 1, start_column=1, end_row=n + 1, end_column=len(table.header))
        if table.merged is not None:
            _merge(sheet, table, top)
    kept = io.BytesIO()
    book.save(kept)
    path.write_bytes(_timeless(kept))


def _merge(sheet: Any, table: Table, top: int) -> None:
    """Merge runs of equal values in one column, as people do by hand."""
    column, start = table.merged or 0, 0
    for n in range(1, len(table.rows) + 1):
        if n == len(table.rows) or table.rows[n][column] != table.rows[start][column]:
            if n - start > 1:
                place = {"start_row": top + 1 + start, "end_row": top + n}
                sheet.merge_cells(start_column=column + 1, end_column=column + 1, **place)
            start = n


def _timeless(book: io.BytesIO) -> bytes:
    """The same workbook without the clock: what is equal must have equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                year, month, day, *_time = SAVED
                moment = f"{year}-{month:02}-{day:02}T09:00:00Z"
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment.encode(), data)
            new.writestr(zipfile.ZipInfo(name, SAVED), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def xls(path: Path, tables: Sequence[Table]) -> None:
    """One old .xls with a sheet for each table."""
    book = xlwt.Workbook(encoding="utf-8")
    days = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for table in tables:
        sheet = book.add_sheet(table.sheet)
        for n, line in enumerate(table.lines()):
            for m, value in enumerate(line):
                sheet.write(n, m, value, days) if isinstance(value, date) else sheet.write(n, m, value)
    book.save(str(path))


def text(path: Path, table: Table, encoding: str) -> None:
    """A CSV in this encoding."""
    made = io.StringIO(newline="")
    csv.writer(made).writerows(table.lines())
    path.write_bytes(made.getvalue().encode(encoding))
