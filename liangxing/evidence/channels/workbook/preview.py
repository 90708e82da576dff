"""What an import would do, before it does it: line by line, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from liangxing.jobs.work import UNHEARD, Work
from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community
from liangxing.records.kinds import Kind, kinds
from liangxing.records.lines import WRONG, Line, State, read_lines
from liangxing.records.models import Record
from liangxing.records.tables.cells import Cell, as_said, read_text, reader_of
from liangxing.records.tables.columns import columns_of
from liangxing.records.tables.headers import Header, find
from liangxing.records.tables.sheets import Sheet, sheets
from liangxing.records.tables.words import is_one_of, plain, words


@dataclass(slots=True)
class ReadSheet:
    """A sheet as it was read: its header, its lines, the rows that were left out and why, and the cells as read."""

    file: str
    name: str
    header: Header
    lines: list[Line] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    cells: dict[int, dict[str, Cell]] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """The kind of record that the sheet holds."""
        return self.header.kind

    def counts(self) -> dict[str, int]:
        """How many lines are in each state."""
        return dict(Counter(line.state.value for line in self.lines))

    def words(self, line: Line) -> list[str]:
        """What is said of a wrong *line*: the column under its own header, what stood there, and what to do."""
        known, said = columns_of(self.kind), self.cells.get(line.number, {})
        found = []
        for name, errors in line.errors.items():
            where = f"{known.heading(name)}“{said[name].said}”: " if name in said else ""
            hint = f" ({said[name].note})" if name in said and said[name].note else ""
            if name in known.headers and name not in said:
                where = f"{known.heading(name)}: "
            found += [f"{where}{error}{hint}" for error in errors]
        return found

    def readings(self) -> Iterator[tuple[int, str, Cell]]:
        """Cells that were not read letter by letter: row, header, cell."""
        known = columns_of(self.kind)
        for number, row in self.cells.items():
            for name, cell in row.items():
                if cell.differs:
                    yield number, known.heading(name), cell


@dataclass(slots=True)
class Preview:
    """All sheets of an import, in the order in which they refer to each other; and what could not be read at all."""

    sheets: list[ReadSheet]
    refused: list[str]

    def counts(self) -> dict[str, int]:
        """How many lines are in each state, over all sheets."""
        every: Counter[str] = Counter()
        for sheet in self.sheets:
            every.update(sheet.counts())
        return dict(every)


May = Callable[[type[Record]], bool]  # whether whoever imports may import this kind


def preview(
    files: Sequence[tuple[Path, str]],
    *,
    community: Community,
    kind: str = "",
    may: May | None = None,
    work: Work = UNHEARD,
) -> Preview:
    """Read *files* (path, and the name it was sent under) and say what keeping them would do. Nothing is kept.

    *kind*: the kind that the sheets hold, when whoever sends them says so. What only the database can refuse is not
    said yet: ``accept`` finds it out, and ``rehearse`` before that. *may*: sheets of other kinds are refused.
    *work* hears of every line.
    """
    read: list[ReadSheet] = []
    refused: list[str] = []
    wanted = [kinds()[kind]] if kind else list(kinds().values())
    for path, name in files:
        try:
            read += _allowed(_sheets(sheets(path, name), wanted, name, refused), may, refused)
        except Refused as error:
            refused.append(str(error))
    ordered = _in_order(read)
    work.step(gettext_noop("reading the lines"), of=sum(len(sheet.cells) for sheet in ordered))
    offered: list[Record] = []
    for sheet in ordered:
        _read_lines(sheet, community, offered, work)
        offered += [line.record for line in sheet.lines if line.state in (State.NEW, State.CHANGED) and line.record]
    return Preview(ordered, refused)


def _sheets(found: list[Sheet], wanted: list[Kind], file: str, refused: list[str]) -> Iterator[ReadSheet]:
    """The sheets that hold records; what is wrong with another goes to *refused*."""
    for sheet in found:
        if sheet.name and is_one_of("lists", sheet.name):
            continue
        try:
            header = find(sheet, wanted, file=file)
        except Refused as error:
            refused.append(str(error))
            continue
        if header is not None:
            read = ReadSheet(file, sheet.name, header)
            _read_cells(read, sheet)
            yield read


def _allowed(found: Iterable[ReadSheet], may: May | None, refused: list[str]) -> Iterator[ReadSheet]:
    """Those of the sheets *found* that whoever imports may import."""
    for sheet in found:
        if may is None or may(sheet.kind.model):
            yield sheet
        else:
            told = {"file": sheet.file, "kind": sheet.kind.name}
            refused.append(_("%(file)s: your post does not import %(kind)s; ask whoever gives out posts.") % told)


def _read_cells(read: ReadSheet, sheet: Sheet) -> None:
    """Read the rows below the header, each cell for its field; totals and remarks are left out, and that is said."""
    known, fields = columns_of(read.kind), read.kind.form.base_fields
    readers = {
        name: (column, reader_of(fields[name], known.choices[name])) for name, column in read.header.fields.items()
    }
    for number, cells in sheet.rows:
        if number <= read.header.row:
            continue
        if why := _left_out(cells, read.header):
            read.left_out.append((number, why))
            continue
        read.cells[number] = {
            name: reader(cells[column]) if column < len(cells) else read_text("")
            for name, (column, reader) in readers.items()
        }


def _left_out(cells: list[Any], header: Header) -> str:
    """Why a row is no line: a total, a remark, the header once more; empty text when it is one."""
    said = [as_said(cell) for cell in cells]
    first = next((s for s in said if s), "")
    if is_one_of("total", first):
        return _("a total: figures are computed, not read")
    if any(re.match(f"{word}[:\uff1a]", first, re.IGNORECASE) for word in words()["example"]):
        return _("an example of how it is filled in")
    if any(plain(first).startswith(plain(word)) for word in words()["remark"]) and len([s for s in said if s]) <= 6:
        return _("a remark below the table")
    if not any(said[column] for column in header.fields.values() if column < len(said)):
        return _("nothing in the columns that are known")
    known = columns_of(header.kind)
    if all(known.field_of(said[c]) == name for name, c in header.fields.items() if c < len(said)):
        return _("the header once more")
    return ""


def _in_order(read: list[ReadSheet]) -> list[ReadSheet]:
    """Sheets after those whose kinds they refer to; otherwise as they came."""
    placed: list[ReadSheet] = []
    waiting = list(read)
    while waiting:
        there = {sheet.kind.model for sheet in waiting}
        free = [s for s in waiting if not (_targets(s.kind) - {s.kind.model}) & there] or waiting[:1]
        placed.append(free[0])
        waiting.remove(free[0])
    return placed


def _targets(kind: Kind) -> set[Any]:
    return {f.related_model for f in kind.model._meta.concrete_fields if f.editable and f.is_relation}


def _read_lines(sheet: ReadSheet, community: Community, offered: list[Record], work: Work) -> None:
    initial = {n: f.initial for n, f in sheet.kind.form.base_fields.items() if f.initial not in (None, "")}
    rows = [_row(cells, initial) for cells in sheet.cells.values()]
    sheet.lines = read_lines(
        sheet.kind.form, rows, community=community, offered=offered, numbers=sheet.cells, work=work
    )


def _row(cells: dict[str, Cell], initial: dict[str, Any]) -> dict[str, Any]:
    """A row for the form: an empty cell has the default that the form would show; what cannot be read is said."""
    row: dict[str, Any] = {n: initial.get(n, "") if c.read_as == "" else c.read_as for n, c in cells.items()}
    if wrong := {n: [c.wrong] for n, c in cells.items() if c.wrong}:
        row[WRONG] = wrong
    return row
