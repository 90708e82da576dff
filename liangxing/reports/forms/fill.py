"""Filling a department's form from measures: what no record answers stays empty, and is said."""

from __future__ import annotations

import io
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import convert
from liangxing.ledger.models import Community
from liangxing.measures.figures import figure
from liangxing.measures.measure import MEASURES

FOLDER = Path(__file__).parent
FIRST_ROW = 4  # below title, community and head of the table


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled: the file's name and bytes, which fields were answered, and which no record answers."""

    name: str
    content: bytes
    answered: tuple[str, ...]
    unknown: tuple[str, ...]


def _told(key: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / key / "form.toml").read_text("utf-8"))


def blank(key: str) -> bytes:
    """The empty form, with borders, widths and a place for each answer."""
    told, book = _told(key), Workbook()
    sheet: Any = book.active
    sheet.title = told["sheet"]
    sheet.merge_cells("A1:C1")
    sheet["A1"] = told["title"]
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")
    line = Border(*[Side(style="thin")] * 4)
    for row, each in enumerate(told["field"], FIRST_ROW):
        sheet.cell(row, 1, row - FIRST_ROW + 1).border = line
        sheet.cell(row, 2, each["zh"]).border = line
        sheet.cell(row, 3).border = line
    for column, width in (("A", 6), ("B", 34), ("C", 20)):
        sheet.column_dimensions[column].width = width
    sheet.print_area = f"A1:C{FIRST_ROW + len(told['field'])}"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def fill(key: str, community: Community, day: date) -> Filled:
    """The form *key* filled as of *day*; formatting, merged cells and print area stay."""
    told = _told(key)
    book = load_workbook(io.BytesIO(blank(key)))
    sheet: Any = book[told["sheet"]]
    sheet["A2"], sheet["C2"] = community.name, day
    sheet["C2"].number_format = "yyyy-mm-dd"
    answered: list[str] = []
    unknown: list[str] = []
    for row, each in enumerate(told["field"], FIRST_ROW):
        value = _value(each, community, day)
        (unknown if value is None else answered).append(each["zh"])
        sheet.cell(row, 3).value = value
        if value is not None:
            sheet.cell(row, 3).fill = PatternFill("solid", fgColor="E2EEE5")
    made = io.BytesIO()
    book.save(made)
    return Filled(told["file"], made.getvalue(), tuple(answered), tuple(unknown))


def _value(field: dict[str, Any], community: Community, day: date) -> Decimal | int | None:
    if not (key := field.get("measure")):
        return None
    period = Period.year_to(day) if field.get("over") == "year" else Period.until(day)
    value = figure(key, community, period)
    if value is None or "unit" not in field:
        return value
    return convert(value, MEASURES[key].unit, field["unit"])
