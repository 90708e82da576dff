"""Writing tables as messy as communities keep them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import xlwt
from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its header and rows; what stands above and below; and which column is merged over equals."""

    sheet: str
    header: Sequence[str]
    rows: Rows
    title: Sequence[str] = ()
    foot: Sequence[Sequence[Any]] = ()
    merged: int | None = None
    blank_every: int = field(default=0)

    def lines(self) -> list[list[Any]]:
        """All rows of the sheet, with titles, blanks and foot."""
        found: list[list[Any]] = [[line] for line in self.title] + [list(self.header)]
        for n, row in enumerate(self.rows):
            if self.blank_every and n and n % self.blank_every == 0:
                found.append([])
            found.append(list(row))
        return found + [list(row) for row in self.foot]


def dotted(day: date) -> str:
    """2012.9.1"""
    return f"{day.year}.{day.month}.{day.day}"


def spoken(day: date) -> str:
    """2012年9月1日"""
    return f"{day.year}年{day.month}月{day.day}日"


def serial(day: date) -> int:
    """A spreadsheet's number of a day."""
    return (day - date(1899, 12, 30)).days


def wide(number: int) -> str:
    """Full-width digits."""
    return str(number).translate(FULL_WIDTH)


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
    book.save(path)


def _merge(sheet: Any, table: Table, top: int) -> None:
    """Merge runs of equal values in one column, as people do by hand."""
    column, start = table.merged or 0, 0
    for n in range(1, len(table.rows) + 1):
        if n == len(table.rows) or table.rows[n][column] != table.rows[start][column]:
            if n - start > 1:
                place = {"start_row": top + 1 + start, "end_row": top + n}
                sheet.merge_cells(start_column=column + 1, end_column=column + 1, **place)
            start = n


def xls(path: Path, tables: Sequence[Table]) -> None:
    """One old .xls with a sheet for each table."""
    book = xlwt.Workbook(encoding="utf-8")
    for table in tables:
        sheet = book.add_sheet(table.sheet)
        for n, line in enumerate(table.lines()):
            for m, value in enumerate(line):
                sheet.write(n, m, value)
    book.save(str(path))


def text(path: Path, table: Table, encoding: str) -> None:
    """A CSV in this encoding."""
    made = io.StringIO(newline="")
    csv.writer(made).writerows(table.lines())
    path.write_bytes(made.getvalue().encode(encoding))
