"""Forms that come with the product: a folder each, with what its cells mean told in ``form.toml``."""

from __future__ import annotations

import io
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from .models import FormField

FOLDER = Path(__file__).parent
FIRST_ROW = 4  # below title, community and head of the table
LINE = Border(*[Side(style="thin")] * 4)


@cache
def told(key: str) -> dict[str, Any]:
    """What ``form.toml`` says of the form *key*."""
    return tomllib.loads((FOLDER / key / "form.toml").read_text("utf-8"))


def every() -> list[str]:
    """The keys of the forms that are shipped."""
    return sorted(file.parent.name for file in FOLDER.glob("*/form.toml"))


def _placed(key: str) -> list[tuple[int, dict[str, Any]]]:
    """Each field with its row; a heading takes the row before the first field of its section."""
    row, section, placed = FIRST_ROW, "", []
    for each in told(key)["field"]:
        if each.get("section", section) != section:
            section, row = each["section"], row + 1
        placed.append((row, each | {"section": section}))
        row += 1
    return placed


def blank(key: str) -> bytes:
    """The empty form, with lines, widths, headings, lists of answers and a print area."""
    form, book = told(key), Workbook()
    sheet: Any = book.active
    sheet.title = form["sheet"]
    sheet.merge_cells("A1:C1")
    sheet["A1"] = form["title"]
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")
    section, last = "", FIRST_ROW
    for n, (row, each) in enumerate(_placed(key), start=1):
        if each["section"] != section:
            section = each["section"]
            _heading(sheet, row - 1, section)
        for place, value in enumerate((n, each["zh"], None), start=1):
            sheet.cell(row, place, value).border = LINE
        _choices(sheet, row, each.get("options", []))
        last = row
    for column, width in (("A", 6), ("B", 40), ("C", 26)):
        sheet.column_dimensions[column].width = width
    sheet.print_area, sheet.print_title_rows = f"A1:C{last}", "1:2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _heading(sheet: Any, row: int, text: str) -> None:
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
    cell = sheet.cell(row, 1, text)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E2EEE5")
    for column in (1, 2, 3):
        sheet.cell(row, column).border = LINE


def _choices(sheet: Any, row: int, options: list[str]) -> None:
    if options:
        allowed = DataValidation(type="list", formula1=f'"{",".join(options)}"', allow_blank=True)
        sheet.add_data_validation(allowed)
        allowed.add(f"C{row}")


def fields(key: str) -> list[FormField]:
    """Every cell of the form with its meaning, not kept yet."""
    form = told(key)
    made = [_head(form, "A2", "community.name"), _head(form, "C2", "filling.day")]
    for row, each in _placed(key):
        measure, fact = each.get("measure", ""), each.get("fact", "")
        source = FormField.Source.MEASURE if measure else FormField.Source.FACT if fact else FormField.Source.ANSWER
        made.append(
            FormField(
                sheet=form["sheet"],
                cell=f"C{row}",
                label=each["zh"],
                section=each["section"],
                unit=each.get("unit", ""),
                source=source,
                key=measure or fact,
                over=each.get("over", "until"),
                options="\n".join(each.get("options", [])),
            )
        )
    return made


def _head(form: dict[str, Any], cell: str, fact: str) -> FormField:
    return FormField(sheet=form["sheet"], cell=cell, label=form["head"][fact], source=FormField.Source.FACT, key=fact)
