"""Putting values into the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from liangxing.reports.forms.models import FormRows
from liangxing.reports.forms.workbook.grow import grow
from liangxing.reports.forms.workbook.package import SheetPart, open_package
from liangxing.reports.forms.workbook.places import column_of, place_of
from liangxing.reports.forms.workbook.write import Value, Writer

from .values import FilledCell

Line = Mapping[str, Value | None]
Written = tuple[bytes, list[str]]


def write(blank: bytes, cells: Sequence[FilledCell], rows: Sequence[tuple[FormRows, Sequence[Line]]]) -> Written:
    """The workbook with *cells* and *rows* filled, and the cells that hold a formula and so were left as they are."""
    package = open_package(blank)
    writer = Writer(package)
    sheets = {sheet.name: sheet for sheet in package.sheets}
    for cell in cells:
        if cell.field.sheet in sheets and cell.value is not None:
            _one(writer, sheets[cell.field.sheet], cell, cell.value)
    # From below, so that the places above stay where they are.
    for told, lines in sorted(rows, key=lambda r: -r[0].first):
        if told.sheet in sheets:
            _many(writer, sheets[told.sheet], told, lines)
    return writer.finish(), writer.kept


def _one(writer: Writer, sheet: SheetPart, cell: FilledCell, value: Value) -> None:
    row, column = place_of(cell.field.cell)
    if not cell.field.inline:
        writer.put(sheet, row, column, value)
    elif cell.field.options:
        writer.tick(sheet, row, column, str(value))
    else:
        writer.insert(sheet, row, column, cell.field.label, _day(value) if isinstance(value, date) else cell.shown)


def _day(value: date) -> str:
    """A day as it is written by hand between the words of a form."""
    return f"{value.year}\u5e74{value.month}\u6708{value.day}\u65e5"


def _many(writer: Writer, sheet: SheetPart, told: FormRows, lines: Sequence[Line]) -> None:
    """Fill the rows; more are put in when there are more records than room."""
    if (missing := len(lines) - (told.last - told.first + 1)) > 0:
        grow(writer.package, sheet, told.last, missing)
        writer.forget()
    for row, line in enumerate(lines, start=told.first):
        for letters, value in line.items():
            writer.put(sheet, row, column_of(letters), value)
