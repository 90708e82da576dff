"""Reading the table that an office keeps its standard in: what it says of itself, its clauses, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from liangxing.kernel.errors import Refused
from liangxing.records.tables.cells import as_said
from liangxing.records.tables.sheets import Sheet, sheets
from liangxing.records.tables.words import bare, is_one_of, plain
from liangxing.records.tables.words import words as table_words

from .words import words

HEADER_WITHIN = 30  # rows from the top among which the header stands
ROWS_MAX = 180  # more than that is several standards, too long a page to look through, and too large a form
NEEDED = {"text"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the file, with its place as a spreadsheet shows it; ``column``: its letter, or empty."""

    sheet: str
    row: int
    column: str
    why: str

    def __str__(self) -> str:
        told = {"sheet": self.sheet, "row": self.row, "column": self.column, "why": self.why}
        if not self.row:
            return _("Sheet “%(sheet)s”: %(why)s") % told
        if not self.column:
            return _("Sheet “%(sheet)s”, row %(row)s: %(why)s") % told
        return _("Sheet “%(sheet)s”, row %(row)s, column %(column)s: %(why)s") % told


@dataclass(slots=True)
class Line:
    """A row that asks something: what it says of figure, threshold and span."""

    row: int
    said: Mapping[str, str]


@dataclass(slots=True)
class ClauseLines:
    """A clause with the rows that it takes in the table; ``said``: each column in text, as it stands."""

    row: int
    said: Mapping[str, str]
    asks: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """What was read of a file: ``info`` of the whole, ``levels`` as title, English title and points."""

    sheet: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    info: dict[str, str] = field(default_factory=dict)
    levels: list[tuple[str, str, str]] = field(default_factory=list)
    clauses: list[ClauseLines] = field(default_factory=list)

    @property
    def names(self) -> bool:
        """Whether it names the figures of its clauses itself."""
        return any(ask.said["measure"] for clause in self.clauses for ask in clause.asks)

    def fault(self, row: int, column: str, why: str) -> Fault:
        """What is wrong in the *column* of that name, in this *row*."""
        letter = get_column_letter(self.columns[column] + 1) if column in self.columns else ""
        return Fault(self.sheet, row, letter, why)


def read_table(path: Path, name: str) -> Table:
    """The table in the file at *path*. ``Refused`` when it holds none."""
    found = sheets(path, name)
    at = next(((sheet, head) for sheet in found if (head := _header(sheet))), None)
    if at is None:
        asked = ", ".join(words()["headers"][n][0] for n in ("number", "text", "asked", "points"))
        raise Refused(_("%(name)s: no table was found. Its header needs columns such as: %(asked)s.")
                      % {"name": name, "asked": asked})  # fmt: skip
    sheet, (row, columns) = at
    table = Table(sheet.name or name, columns)
    for other in found:
        for number, cells in other.rows:
            if other is not sheet or number < row:
                _info(table, [as_said(cell) for cell in cells])
    _title(table, sheet, row)
    _clauses(table, [(n, cells) for n, cells in sheet.rows if n > row])
    if (rows := sum(len(clause.asks) for clause in table.clauses)) > ROWS_MAX:
        raise Refused(_("%(n)s rows are more than %(most)s: divide the table into several standards.")
                      % {"n": rows, "most": ROWS_MAX})  # fmt: skip
    return table


def _names(section: str) -> dict[str, str]:
    return {plain(word): name for name, some in words()[section].items() for word in some}


def _header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the header and the column of each name, when the sheet has one."""
    known = _names("headers")
    best: tuple[int, dict[str, int]] | None = None
    for number, cells in sheet.rows[:HEADER_WITHIN]:
        columns: dict[str, int] = {}
        for n, cell in enumerate(cells):
            said = as_said(cell)
            if name := known.get(plain(said)) or known.get(bare(said)):
                columns.setdefault(name, n)
        if columns.keys() >= NEEDED and len(columns) > 1 and (best is None or len(columns) > len(best[1])):
            best = number, columns
    return best


def _info(table: Table, cells: Sequence[str]) -> None:
    """What a row above the header, or of another sheet, says of the whole: a label, and the cells behind it."""
    known = _names("info")
    told = [cell for n, cell in enumerate(cells) if cell and (n == 0 or cell != cells[n - 1])]
    for n, cell in enumerate(told):
        label, _colon, rest = cell.replace("\uff1a", ":").partition(":")
        if (name := known.get(plain(label))) is None:
            continue
        value = rest.strip() or (told[n + 1] if n + 1 < len(told) else "")
        if name == "level" and value:
            after = [*told[n + 2 :], "", ""]
            table.levels.append((value, after[1], after[0]))
            return
        if value and plain(value) not in known:
            table.info.setdefault(name, value)


def _title(table: Table, sheet: Sheet, header: int) -> None:
    """Without a label, the first line above the header is the title: so tables are written."""
    if "title" not in table.info:
        for number, cells in sheet.rows:
            said = {as_said(cell) for cell in cells} - {""}
            if number < header and len(said) == 1 and ":" not in (one := said.pop()) and "\uff1a" not in one:
                table.info["title"] = one
                return


def _clauses(table: Table, rows: Sequence[tuple[int, list[Any]]]) -> None:
    part = ""
    for number, cells in rows:
        said = {name: as_said(cells[column]) if column < len(cells) else "" for name, column in table.columns.items()}
        every = [as_said(cell) for cell in cells]
        if _left_out(every):
            continue
        if len({*every} - {""}) == 1 and _is_heading(every):
            part = next(filter(None, every))
            continue
        if part and not said.get("part"):
            said["part"] = part
        _place(table, number, said)


def _left_out(cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    example = any(re.match(f"{word}[:\uff1a]", first, re.IGNORECASE) for word in table_words()["example"])
    return not first or example or is_one_of("total", first)


def _is_heading(cells: Sequence[str]) -> bool:
    """One text over the whole width, or alone in the first cell: the head of a part."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 or bool(cells and cells[0])


def _place(table: Table, row: int, said: dict[str, str]) -> None:
    """A row begins a clause, or asks one thing more of the clause above it."""
    ask = Line(row, {name: said.get(name, "") for name in ("measure", "asked", "span")})
    last = table.clauses[-1] if table.clauses else None
    same = last and said.get("text") == last.said.get("text") and said.get("number") == last.said.get("number")
    if last and (same or not (said.get("text") or said.get("number"))):
        last.asks.append(ask)
        return
    if "number" not in table.columns:
        said["number"] = str(len(table.clauses) + 1)
    table.clauses.append(ClauseLines(row, said, [ask]))
