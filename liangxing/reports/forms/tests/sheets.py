"""Workbooks for tests: forms as departments make them, drawn with lines."""

import io

from openpyxl import Workbook
from openpyxl.styles import Border, Side

LINE = Border(*[Side(style="thin")] * 4)


class Paper:
    """A workbook into which cells are put as ``C3="text"`` or ``B4:D4=None`` (merged)."""

    def __init__(self, title="表一", head="某某情况统计表"):
        self.book = Workbook()
        self.sheet = self.book.active
        self.sheet.title = title
        if head:
            self.sheet["A1"] = head
            self.sheet.merge_cells("A1:F1")

    def put(self, **cells):
        for place, value in cells.items():
            self.cell(place.replace("_", ":"), value)
        return self

    def cell(self, place, value=None):
        for row in self.sheet[place] if ":" in place else ((self.sheet[place],),):
            for each in row:
                each.border = LINE
        self.sheet[place.split(":")[0]] = value
        if ":" in place:
            self.sheet.merge_cells(place)

    def table(self, top, headings, rows, numbered=True):
        for column, words in enumerate(headings, start=1):
            for row in range(top, top + rows + 1):
                self.sheet.cell(row, column).border = LINE
            self.sheet.cell(top, column, words)
        for n in range(rows if numbered else 0):
            self.sheet.cell(top + 1 + n, 1, n + 1)
        return self

    def content(self):
        made = io.BytesIO()
        self.book.save(made)
        return made.getvalue()
