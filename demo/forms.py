"""Departments' forms of the demonstration: the shipped one, and one that was uploaded, understood and filled twice."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from demo.facts import WORDS
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.register.models import Post
from liangxing.register.rights import Rights
from liangxing.reports.forms import actions, mapping, queries
from liangxing.reports.forms.incoming import incoming
from liangxing.reports.forms.models import Form

LINE = Border(*[Side(style="thin")] * 4)
HEAD = PatternFill("solid", fgColor="DDEBF7")
ROOM = 6  # rows that the department left for activities
Sheet = Any


def blank() -> bytes:
    """The blank form as the department sends it: a head in one cell, merged labels, a list, a formula, a choice."""
    told, book = WORDS["forms"]["green"], Workbook()
    sheet: Sheet = book.active
    sheet.title = told["sheet"]
    _words(sheet, "A1:F1", told["title"], Font(size=16, bold=True))
    _words(sheet, "A2:F2", told["head"])
    _lined(sheet, "A3:F3", told["sections"][0], HEAD)
    for n, label in enumerate(told["cells"]):
        row, column = 4 + n // 2, 1 + n % 2 * 3
        _lined(sheet, f"{'AD'[n % 2]}{row}", label)
        _lined(sheet, f"{'BE'[n % 2]}{row}:{'CF'[n % 2]}{row}")
        if label in told["choices"]:
            allowed = DataValidation(type="list", formula1=f'"{",".join(told["yes_no"])}"')
            sheet.add_data_validation(allowed)
            allowed.add(sheet.cell(row, column + 1).coordinate)
    top = 5 + (len(told["cells"]) - 1) // 2
    _lined(sheet, f"A{top}:F{top}", told["sections"][1], HEAD)
    for row in range(top + 1, top + ROOM + 3):
        for column, words in enumerate(told["columns"], start=1):
            sheet.cell(row, column, words if row == top + 1 else None).border = LINE
    total = top + ROOM + 2
    sheet.cell(total, 1, told["total"])
    sheet.cell(total, 5, f"=SUM(E{top + 2}:E{total - 1})")
    _words(sheet, f"A{total + 1}:F{total + 1}", told["foot"])
    for column, width in zip("ABCDEF", (22, 20, 14, 22, 14, 16), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.row_dimensions[1].height, sheet.print_area = 32, f"A1:F{total + 1}"
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr = 0, PageSetupProperties(fitToPage=True)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _words(sheet: Sheet, place: str, words: str, font: Font | None = None) -> None:
    sheet.merge_cells(place)
    cell = sheet[place.split(":")[0]]
    cell.value, cell.alignment = words, Alignment(horizontal="center" if font else "left")
    cell.font = font or Font()


def _lined(sheet: Sheet, place: str, words: str | None = None, fill: PatternFill | None = None) -> None:
    for row in sheet[place] if ":" in place else ((sheet[place],),):
        for cell in row:
            cell.border = LINE
            cell.fill = fill or PatternFill()
    sheet[place.split(":")[0]] = words
    if ":" in place:
        sheet.merge_cells(place)


def fill(community: Community, folder: Path, today: date) -> str:
    """Take both forms in, say what their cells mean, and fill them; what came of it, in words."""
    told, eyes = WORDS["forms"], Rights((Post(role="worker"),))
    capacity = actions.adopt("disaster_capacity", community=community, by="worker")
    path = folder / told["green"]["file"]
    path.write_bytes(blank())
    green = _take(community, path, told["green"])
    years = [Period.year(today.year - 2), Period.year(today.year - 1)]
    for form, periods in ((capacity, years), (green, _quarters(today))):
        for period in periods if not queries.fillings(form) else ():
            _filled(form, period, told["answers"], eyes)
    return f"{len(queries.fields_of(capacity))} + {len(queries.fields_of(green))} 格 cells; {path}"


def _take(community: Community, path: Path, told: dict[str, Any]) -> Form:
    """The form that is uploaded, understood as it is; the one that stands when it was before."""
    if kept := Form.objects.known().filter(community=community, code=told["code"]).first():
        return kept
    found = incoming(path, path.name)
    form = Form(code=told["code"], title=told["title"], asked_by=told["asks"], authority=told["authority"],
                period="quarterly", file_name=found.name, day=date(2025, 1, 1))  # fmt: skip
    actions.receive(form, found.content, community=community, by="worker")
    made = mapping.propose(form)
    actions.say(form, mapping.fields(made), mapping.rows(made), by="worker")
    return form


def _quarters(today: date) -> list[Period]:
    """The full quarters of the year so far."""
    every = [Period(date(today.year, m, 1), date(today.year, m + 3, 1)) for m in (1, 4, 7)]
    return [quarter for quarter in every if quarter.after <= today]


def _filled(form: Form, period: Period, answers: dict[str, str], eyes: Rights) -> None:
    known = {f.fact: answers[f.label] for f in queries.fields_of(form) if f.label in answers}
    seconds = 35 if queries.last_answers(form, period) else 210  # the second time, most is confirmed with one tap
    actions.fill(form, period, known, eyes=eyes, by="worker", typing_s=seconds)
