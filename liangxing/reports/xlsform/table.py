"""A survey as a plain table, so that it is understood and filled as every other form: a row for each question."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from liangxing.reports.forms.workbook.places import letters_of

from .survey import Question, Sort, Survey

LINE = Border(*[Side(style="thin")] * 4)
FIRST_ROW = 3  # below the title and an empty row
EMPTY_ROWS = 8  # of a repeat: more are put in when there are more records
LIST_MAX = 255  # characters of a list of answers in a cell; longer ones are not taken by spreadsheet programs
LANGUAGE = "zh"  # departments here ask in Chinese; a form without it is laid out in what it has
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


@dataclass(slots=True)
class Places:
    """Where the table has the answer of each question: ``sheet!cell``, or, in a repeat, its sheet and column."""

    cells: dict[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[str, int]] = field(default_factory=dict)  # repeat -> sheet and first row
    columns: dict[str, Mapping[str, str]] = field(default_factory=dict)  # repeat -> question -> letters


def label_of(question: Question) -> str:
    """What the table calls a question: its label, or its name when it has none."""
    return question.label(LANGUAGE) or question.name


def laid_out(survey: Survey) -> tuple[bytes, Places]:
    """The table of *survey*, and where each answer goes. The same survey always gives the same places."""
    book: Any = Workbook()
    sheet, places = book.active, Places()
    sheet.title = _("Form")[:31]
    _title(sheet, survey.title)
    row, section = FIRST_ROW, ""
    for question in survey.asked:
        if question.repeat:
            continue
        said = " · ".join(group.label(LANGUAGE) for group in question.within if group.label(LANGUAGE))
        if said != section:
            section = said
            if section:
                _heading(sheet, row, section)
                row += 1
        places.cells[question.name] = f"{sheet.title}!C{row}"
        _row(sheet, row, question, survey)
        row += 1
    for column, width in (("A", 6), ("B", 40), ("C", 26)):
        sheet.column_dimensions[column].width = width
    for name, questions in survey.repeats():
        _repeat(book, name, questions, places)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue(), places


def _title(sheet: Any, text: str) -> None:
    sheet.merge_cells("A1:C1")
    sheet["A1"].value, sheet["A1"].data_type = text, "s"
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")


def _heading(sheet: Any, row: int, text: str) -> None:
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
    _put(sheet, row, 1, text).font = Font(bold=True)
    for column in (1, 2, 3):
        sheet.cell(row, column).border = LINE
        sheet.cell(row, column).fill = PatternFill("solid", fgColor="E2EEE5")


def _put(sheet: Any, row: int, column: int, text: str | int | None) -> Any:
    """A cell with a line around it; a text that begins with = is a text."""
    cell = sheet.cell(row, column)
    if text is not None:
        cell.value = text
        if isinstance(text, str):
            cell.data_type = "s"
    cell.border = LINE
    return cell


def _row(sheet: Any, row: int, question: Question, survey: Survey) -> None:
    for column, text in enumerate((row - FIRST_ROW + 1, label_of(question), None), 1):
        _put(sheet, row, column, text)
    options = [choice.label(LANGUAGE) or choice.name for choice in survey.choices.get(question.choices, ())]
    told = ",".join(options)
    if (
        question.sort is Sort.ONE
        and options
        and len(told) < LIST_MAX
        and not any("," in o or '"' in o for o in options)
    ):
        allowed = DataValidation(type="list", formula1=f'"{told}"', allow_blank=True)
        sheet.add_data_validation(allowed)
        allowed.add(f"C{row}")


def _repeat(book: Any, name: str, questions: tuple[Question, ...], places: Places) -> None:
    """A sheet for a repeat: a running number and a column for each question, above rows that wait."""
    group = next(group for group in questions[0].within if group.name == name)
    title = FORBIDDEN.sub(" ", group.label(LANGUAGE) or name).strip() or name
    taken = {sheet.title for sheet in book.worksheets}
    title = title[:31] if title[:31] not in taken else f"{title[:27]} {len(taken)}"
    sheet = book.create_sheet(title)
    _put(sheet, 1, 1, pgettext("running number", "No."))
    for column, question in enumerate(questions, 2):
        _put(sheet, 1, column, label_of(question))
        sheet.column_dimensions[letters_of(column)].width = 20
    for row in range(2, 2 + EMPTY_ROWS):
        for column in range(1, len(questions) + 2):
            _put(sheet, row, column, None)
    places.rows[name] = (title, 2)
    places.columns[name] = {question.name: letters_of(column) for column, question in enumerate(questions, 2)}
