"""Filling a form of 500 cells and 50 repeated rows from records; beside openpyxl written by hand for that one form."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from bench._ground import JINHUI, WHO, clock, tell, write
from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.records.actions import write_many
from liangxing.records.kinds import kinds
from liangxing.register.models import Building, Household
from liangxing.register.rights import Rights
from liangxing.reports.forms import actions, mapping
from liangxing.reports.forms.fill import cells_of, fill_form, stated
from liangxing.reports.forms.models import Form, FormField, FormRows

kinds()
LINE = Border(*[Side(style="thin")] * 4)
CELLS, ROWS, ROOM = 500, 50, 10
YEAR = Period.year(2025)
KEYS = sorted(key for key in MEASURES if key.startswith(("activities.", "register.households", "register.buildings")))


def blank() -> bytes:
    """Five pairs of label and cell in each of 100 rows, then a list with room for ten rows and a total."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "form"
    for n in range(CELLS):
        row, column = 2 + n // 5, 1 + n % 5 * 2
        sheet.cell(row, column, f"label {n}").border = sheet.cell(row, column + 1).border = LINE
    top = 2 + CELLS // 5
    for column, words in enumerate(("no.", "title", "day", "attended"), start=1):
        for row in range(top, top + ROOM + 2):
            sheet.cell(row, column).border = LINE
        sheet.cell(top, column, words)
    sheet.cell(top + ROOM + 1, 4, f"=SUM(D{top + 1}:D{top + ROOM})")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def by_hand(content: bytes) -> bytes:
    """The same form filled with openpyxl, every place written down: no formula is moved, no mapping asked."""
    book = load_workbook(io.BytesIO(content))
    sheet: Any = book.active
    values = figures(KEYS, JINHUI, YEAR)
    for n in range(CELLS):
        sheet.cell(2 + n // 5, 2 + n % 5 * 2).value = values[KEYS[n % len(KEYS)]]
    top = 3 + CELLS // 5
    sheet.insert_rows(top + ROOM, ROWS - ROOM)
    found = Activity.objects.known().filter(community=JINHUI).within(YEAR).order_by("day", "code")
    for n, each in enumerate(found):
        for column, value in enumerate((n + 1, each.title, each.day, each.attended), start=1):
            sheet.cell(top + n, column).value = value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


house = write(Building(code="1", day=date(2020, 1, 1)), **WHO)
write_many([Household(code=f"1-{n}", building=house, day=date(2020, 1, 1)) for n in range(3324)], **WHO)
held = [
    Activity(code=f"a{n}", title=f"lesson {n}", sort="lesson", attended=n, day=date(2025, 1, 1) + timedelta(n * 7))
    for n in range(ROWS)
]
write_many(held, **WHO)
content = blank()
told = Form(code="1", title="form", asked_by="bureau", authority="rule", file_name="form.xlsx", day=date(2025, 1, 1))
form = actions.receive(told, content, **WHO)
fields = [
    FormField(sheet="form", cell=f"{'BDFHJ'[n % 5]}{2 + n // 5}", label=f"label {n}", source="measure",
              key=KEYS[n % len(KEYS)], over="period")
    for n in range(CELLS)
]  # fmt: skip
top = 3 + CELLS // 5
rows = FormRows(
    sheet="form", first=top, last=top + ROOM - 1, kind="activities.activity", columns="A=#,B=title,C=day,D=attended"
)
actions.say(form, fields, [rows], by="worker")
filled = fill_form(form, YEAR, eyes=Rights())
print(f"{len(filled.cells)} cells, {filled.rows} rows; {len(filled.unknown)} cells without a record")
tell(
    "a form filled",
    clock(lambda: fill_form(form, YEAR, eyes=Rights())),
    clock(lambda: by_hand(content)),
    "openpyxl by hand",
)
print(f"its figures as claims: {clock(lambda: stated(form, cells_of(form, YEAR), YEAR), rounds=3):.3f} s")
print(f"reading it and understanding its labels: {clock(lambda: mapping.propose(form), rounds=3):.3f} s")
