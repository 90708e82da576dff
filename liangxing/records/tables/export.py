"""Writing tables that people open in a spreadsheet: nothing in them is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# A spreadsheet program takes a text that begins so for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
SHEET_NAME_MAX = 31  # characters, as the file format has it


def cell(sheet: WriteOnlyWorksheet, value: Any, *, bold: bool = False) -> WriteOnlyCell:
    """*value* as a cell: numbers and days as such, a moment in local time, all else as text that stays text."""
    if isinstance(value, datetime):
        value = localtime(value).replace(tzinfo=None) if value.tzinfo else value
    elif not isinstance(value, int | float | Decimal | date | None):
        value = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    made = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        made.data_type = "s"
        made.quotePrefix = value.startswith(FORMULA)
    if bold:
        made.font = Font(bold=True)
    return made


def workbook(sheets: Iterable[tuple[str, Sequence[Any], Iterable[Sequence[Any]]]]) -> bytes:
    """An .xlsx with *sheets*: name, header, rows."""
    book, names = Workbook(write_only=True), set[str]()
    for name, header, rows in sheets:
        sheet = book.create_sheet(_name(name, names))
        sheet.append([cell(sheet, h, bold=True) for h in header])
        for row in rows:
            sheet.append([cell(sheet, value) for value in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _name(name: str, taken: set[str]) -> str:
    """A sheet name that the format allows and that is not taken."""
    plain = "".join(" " if c in r"[]:*?/\'" else c for c in name).strip()[:SHEET_NAME_MAX] or "1"
    made = next(n for i in range(1000) if (n := plain if not i else f"{plain[: SHEET_NAME_MAX - 4]} {i}") not in taken)
    taken.add(made)
    return made


def text(header: Sequence[Any], rows: Iterable[Sequence[Any]]) -> str:
    """The same as CSV; a text that a program would take for a formula gets an apostrophe before it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(map(_plain, header))
    writer.writerows(map(_plain, row) for row in rows)
    return made.getvalue()


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, int | float | Decimal):
        return value
    said = str(value)
    return f"'{said}" if said.startswith(FORMULA) else said
