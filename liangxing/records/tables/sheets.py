"""The sheets of a file as rows of cells, one after another, so that no file fills the memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from liangxing.kernel.errors import Refused
from liangxing.kernel.registry import Registry

from .guards import Shape, shape

ROWS_MAX = 200_000  # rows that hold something; more belongs in several files
MERGED_MAX = 500  # rows or columns of one merged area; a larger one is decoration, not a value for each of its cells
Row = tuple[int, list[Any]]  # the number of the row as a spreadsheet shows it, and its cells


@dataclass(slots=True)
class Sheet:
    """A sheet: its name (empty for a text), and those of its rows that hold something."""

    name: str
    rows: list[Row] = field(default_factory=list)


class Format(Protocol):
    """Another way in which tables come: a channel of evidence brings it along."""

    @property
    def key(self) -> str:
        """The name of the channel."""

    def reads(self, head: bytes) -> bool:
        """Whether a file that begins with *head* comes so."""

    def sheets(self, path: Path, name: str) -> list[Sheet]:
        """Its sheets; ``Refused`` says what is wrong with it."""


FORMATS: Registry[Format] = Registry("format of tables")
HEAD = 4096  # bytes by which a format is known


def sheets(path: Path, name: str) -> list[Sheet]:
    """The sheets of the file at *path*, called *name* by whoever sent it. ``Refused`` says what is wrong with it."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if other := next((known for known in FORMATS.values() if known.reads(head)), None):
        return other.sheets(path, name)
    if shape(path, name) is Shape.TEXT:
        return [Sheet("", _filled(_text_rows(path, name), name))]
    try:
        book = CalamineWorkbook.from_path(str(path))
        return [Sheet(s, _filled(_book_rows(book, s), name)) for s in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        words = _("%s is cut off or damaged: open it, save it again, and send it again.")
        raise Refused(words % name) from error


def _filled(rows: Iterator[Row], name: str) -> list[Row]:
    """Those of *rows* that hold something; a million empty ones pass without being kept."""
    kept = []
    for number, cells in rows:
        if any(cell not in ("", None) for cell in cells):
            kept.append((number, cells))
            if len(kept) > ROWS_MAX:
                raise Refused(_("%(name)s has more than %(n)s rows: send it in parts.") % {"name": name, "n": ROWS_MAX})
    return kept


def _book_rows(book: CalamineWorkbook, name: str) -> Iterator[Row]:
    """The rows of one sheet; the value of merged cells stands in each of them."""
    sheet = book.get_sheet_by_name(name)
    left_edge = sheet.start[1] if sheet.start else 0
    merged = _merged(sheet.merged_cell_ranges or [], left_edge)
    values: dict[tuple[int, int], Any] = {}
    for row, read in enumerate(sheet.iter_rows()):
        cells: list[Any] = list(read)
        for column, origin in merged.get(row, {}).items():
            if column >= len(cells):
                continue
            if origin == (row, column):
                values[origin] = cells[column]
            elif cells[column] in ("", None):
                cells[column] = values.get(origin, "")
        yield row + 1, cells


def _merged(ranges: list[Any], left_edge: int) -> dict[int, dict[int, tuple[int, int]]]:
    """For each row and column of the read area that lies in merged cells, the cell that holds their value."""
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for (top, left), (bottom, right) in ranges:
        if bottom - top > MERGED_MAX or right - left > MERGED_MAX:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found.setdefault(row, {})[column - left_edge] = (top, left - left_edge)
    return found


def _text_rows(path: Path, name: str) -> Iterator[Row]:
    """The rows of a text with separators: UTF-8, UTF-16 with its mark, else GB 18030."""
    text = decode(path.read_bytes(), name)
    if text.lstrip()[:1] == "<":
        raise Refused(_("%s is a web page under another name: open it, save it as .xlsx, and send that.") % name)
    head = text[:4000]
    separator = max(",;\t", key=head.count)
    csv.field_size_limit(1 << 20)
    try:
        yield from enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1)
    except csv.Error as error:
        raise Refused(_("%(name)s cannot be read as a table: %(why)s.") % {"name": name, "why": error}) from error


def decode(data: bytes, name: str) -> str:
    """*data* as text. Strict: a byte that fits no encoding is a refusal, never a question mark."""
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused(_("%s is written in an encoding that is not known: save it as .xlsx, or as CSV UTF-8.") % name)
