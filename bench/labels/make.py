"""Making the forms of ``forms.toml`` as workbooks, with the truth about each cell."""

from __future__ import annotations

import io
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import opencc
from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side

LINE = Border(*[Side(style="thin")] * 4)
WIDE = 6  # columns of every form
TRADITIONAL = opencc.OpenCC("s2t")


@dataclass
class Made:
    """A form: its workbook; what each cell truly asks for, by cell and label; and where which kind has its rows."""

    title: str
    hold: bool
    content: bytes = b""
    truth: dict[tuple[str, str], str] = field(default_factory=dict)
    rows: dict[int, str] = field(default_factory=dict)


class Paper:
    """A sheet on which one part comes below the other."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told, self.made = told, Made(told["title"], told.get("hold", False))
        self.book = Workbook()
        self.sheet: Any = self.book.active
        self.row = 1

    def text(self, words: str, *, spaced: bool = False) -> str:
        """A label as this form writes it."""
        words = TRADITIONAL.convert(words) if self.told.get("traditional") else words
        return " ".join(words) if spaced and len(words) <= 4 else words

    def put(self, column: int, value: object = None, *, to: int = 0) -> str:
        """A bordered cell, merged up to the column *to*; its name."""
        for each in range(column, max(column, to) + 1):
            self.sheet.cell(self.row, each).border = LINE
        self.sheet.cell(self.row, column, value)
        if to > column:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=column, end_column=to)
        return str(self.sheet.cell(self.row, column).coordinate)

    def asks(self, cell: str, label: str, truth: str) -> None:
        """Note what a cell truly asks for."""
        self.made.truth[cell, label] = truth

    def make(self) -> Made:
        """The whole form."""
        self.sheet.title = "Sheet1"
        self.sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=WIDE)
        self.sheet.cell(1, 1, self.text(self.told["title"])).font = Font(size=16, bold=True)
        self.row = 2
        self.inline(self.told.get("head", []))
        for part in self.told["part"]:
            if "section" in part:
                self.put(1, self.text(part["section"]), to=WIDE)
                self.row += 1
            getattr(self, part["layout"])(part)
        self.inline(self.told.get("foot", []))
        made = io.BytesIO()
        self.book.save(made)
        self.made.content = made.getvalue()
        return self.made

    def inline(self, fields: list[list[str]]) -> None:
        """Labels with room behind them, all in one cell without lines."""
        if fields:
            said = [
                f"{self.text(label)}：" + ("   年  月  日" if truth == "filling.day" else "        ")
                for label, truth in fields
            ]
            self.sheet.cell(self.row, 1, "   ".join(said))
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=WIDE)
            for label, truth in fields:
                self.asks(f"A{self.row}", self.text(label), truth)
            self.row += 1

    def pairs(self, part: dict[str, Any]) -> None:
        """Label, value, label, value."""
        fields = part["fields"]
        for start in range(0, len(fields), 2):
            for n, (label, truth) in enumerate(fields[start : start + 2]):
                words = self.text(label) + ("：" if part.get("colon") else "")
                self.put(1 + 3 * n, words)
                last = start + 1 == len(fields)
                self.asks(self.put(2 + 3 * n, to=WIDE if last else 3 + 3 * n), words, truth)
            self.row += 1

    def list(self, part: dict[str, Any]) -> None:
        """A number, a label, a value; one below the other."""
        for n, (label, truth) in enumerate(part["fields"], start=1):
            words = self.text(label, spaced=part.get("spaced", False))
            self.put(1, n)
            self.put(2, words, to=3)
            self.asks(self.put(4, to=WIDE), words, truth)
            self.row += 1

    def units(self, part: dict[str, Any]) -> None:
        """Name, unit, code, value, below headings."""
        for column, words in enumerate(["指标名称", "计量单位", "代码", "数量"], start=1):
            self.put(column, self.text(words), to=WIDE if column == 4 else 0)
        self.row += 1
        for n, (label, unit, truth) in enumerate(part["fields"], start=1):
            self.put(1, self.text(label))
            self.put(2, unit)
            self.put(3, f"{n:02}" if part.get("codes") else n)
            self.asks(self.put(4, to=WIDE), self.text(label), truth)
            self.row += 1

    def columns(self, part: dict[str, Any]) -> None:
        """Labels above one row of values."""
        for column, (label, _truth) in enumerate(part["fields"], start=1):
            self.put(column, self.text(label))
        self.row += 1
        for column, (label, truth) in enumerate(part["fields"], start=1):
            self.asks(self.put(column), self.text(label), truth)
        self.row += 1

    def matrix(self, part: dict[str, Any]) -> None:
        """Rows times columns; a column of remarks asks for nothing."""
        self.put(1, self.text("项目"))
        for column, words in enumerate(part["columns"], start=2):
            self.put(column, self.text(words))
        self.row += 1
        for words, truths in zip(part["rows"], part["truth"], strict=True):
            self.put(1, self.text(words))
            for column in range(len(part["columns"])):
                cell = self.put(2 + column)
                if column < len(truths):
                    self.asks(cell, self.text(words), truths[column])
            self.row += 1

    def side(self, part: dict[str, Any]) -> None:
        """A heading merged down the left side, labels and values beside it."""
        top = self.row
        for label, truth in part["fields"]:
            words = self.text(label)
            self.put(1)
            self.put(2, words, to=3)
            self.asks(self.put(4, to=WIDE), words, truth)
            self.row += 1
        self.sheet.cell(top, 1, self.text(part["beside"]))
        self.sheet.merge_cells(start_row=top, end_row=self.row - 1, start_column=1, end_column=1)

    def grouped(self, part: dict[str, Any]) -> None:
        """Rows times columns below headings of two rows: a group over its columns."""
        self.put(1, self.text("项目"))
        column, top, below = 2, self.row, []
        for group in part["groups"]:
            self.put(column, self.text(group["name"]), to=column + len(group["columns"]) - 1)
            below += group["columns"]
            column += len(group["columns"])
        self.row += 1
        self.put(1)
        self.sheet.merge_cells(start_row=top, end_row=self.row, start_column=1, end_column=1)
        for column, words in enumerate(below, start=2):
            self.put(column, self.text(words))
        self.row += 1
        for words, truths in zip(part["rows"], part["truth"], strict=True):
            self.put(1, self.text(words))
            for column, truth in enumerate(truths, start=2):
                self.asks(self.put(column), self.text(words), truth)
            self.row += 1

    def bare(self, part: dict[str, Any]) -> None:
        """Labels with a colon and room to the right, without any lines."""
        for label, truth in part["fields"]:
            self.sheet.cell(self.row, 1, f"{self.text(label)}：")
            self.asks(f"A{self.row}", self.text(label), truth)
            self.row += 1

    def rows(self, part: dict[str, Any]) -> None:
        """A list of records: headings, and empty rows."""
        for column, words in enumerate(part["columns"], start=1):
            self.put(column, self.text(words))
        self.row += 1
        self.made.rows[self.row] = part["kind"]
        for n in range(part["n"]):
            for column in range(1, len(part["columns"]) + 1):
                self.put(column, n + 1 if column == 1 else None)
            self.row += 1


def forms() -> list[Made]:
    """All twenty."""
    told = tomllib.loads((Path(__file__).parent / "forms.toml").read_text("utf-8"))
    return [Paper(each).make() for each in told["form"]]
