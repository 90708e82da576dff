"""Setting cells of a sheet in place: style, validation and all around them stay; a formula is never overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from .grid import Style, shared_strings, styles, words_of
from .package import BOOK, Element, Package, SheetPart
from .places import column_of, name_of

EPOCH = date(1899, 12, 30)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# In a box of a choice: empty ones, and what a chosen one becomes.
EMPTY_BOXES, CHOSEN = "\u25a1\u2610\u25ef\u25cb", "\u2611"
LINE = "[ \u3000_\uff3f\u00a0]*"
# Room for an answer; a day is left as its year, month and day words with room before each.
FREE = re.compile(f"{LINE}(?:\u5e74{LINE}\u6708{LINE}\u65e5)?{LINE}")
Value = str | int | Decimal | date


@dataclass(slots=True)
class Writer:
    """Writes into one workbook. ``kept``: cells that hold a formula and so were left as they are."""

    package: Package
    kept: list[str] = field(default_factory=list)
    _looks: list[Style] = field(default_factory=list)
    _texts: list[Element] | None = None
    _cells: dict[str, dict[int, tuple[Element, dict[int, Element]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._looks = styles(self.package)

    def put(self, sheet: SheetPart, row: int, column: int, value: Value | None) -> bool:
        """Set a cell; ``False``, and nothing done, when it holds a formula or *value* is unknown."""
        if value is None:
            return False
        cell = self._cell(sheet, row, column)
        if cell.find("{*}f") is not None:
            self.kept.append(f"{sheet.name}!{name_of(row, column)}")
            return False
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        style = int(cell.get("s") or 0)
        if isinstance(value, date) and style < len(self._looks) and self._looks[style].day:
            value = (value - EPOCH).days
        if isinstance(value, int | Decimal):
            _child(cell, "v").text = format(Decimal(value), "f")
        else:
            cell.set("t", "inlineStr")
            text = _child(_child(cell, "is"), "t")
            text.text = clean(str(value))
            text.set(SPACE, "preserve")
        return True

    def insert(self, sheet: SheetPart, row: int, column: int, label: str, value: str) -> bool:
        """Put *value* behind *label* in the cell that holds both, in the font that stands there."""
        if (found := self._told(sheet, row, column)) is None:
            return False
        told = words_of(found)
        if not (place := re.search(f"{re.escape(label)}\\s*[:\uff1a]", told)):
            return False
        return self._spliced(found, *room(told, place.end()), f" {clean(value)} ")

    def tick(self, sheet: SheetPart, row: int, column: int, option: str) -> bool:
        """Tick the box that stands before *option*."""
        if (found := self._told(sheet, row, column)) is None:
            return False
        told = words_of(found)
        at = told.find(option)
        box = max((told.rfind(mark, 0, at) for mark in EMPTY_BOXES), default=-1) if at >= 0 else -1
        return box >= 0 and not told[box + 1 : at].strip() and self._spliced(found, box, box + 1, CHOSEN)

    def _told(self, sheet: SheetPart, row: int, column: int) -> Element | None:
        """The text of a cell as an element of its own, so that changing it changes no other cell."""
        cell = self._cell(sheet, row, column)
        if cell.find("{*}f") is not None:
            return None
        if (inline := cell.find("{*}is")) is not None:
            return inline
        if cell.get("t") != "s":
            return None
        if self._texts is None:
            self._texts = shared_strings(self.package)
        shared = self._texts[int(cell.findtext("{*}v"))]
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        own = _child(cell, "is")
        own.extend(deepcopy(child) for child in shared if not child.tag.endswith(("}rPh", "}phoneticPr")))
        return own

    def _spliced(self, told: Element, start: int, end: int, value: str) -> bool:
        """Replace the characters from *start* to *end* by *value*, in the run in which they begin."""
        at, done = 0, False
        for text in told.iter("{*}t"):
            said = text.text or ""
            a, b = max(start - at, 0), min(end - at, len(said))
            at += len(said)
            if a > len(said) or b < 0 or (done and a >= b):
                continue
            text.text = said[:a] + ("" if done else value) + said[max(a, b) :]
            text.set(SPACE, "preserve")
            done = True
        return done

    def _cell(self, sheet: SheetPart, row: int, column: int) -> Element:
        if sheet.part not in self._cells:
            self._cells[sheet.part] = _index(self.package.change(sheet.part))
        rows = self._cells[sheet.part]
        if row not in rows:
            rows[row] = (_put_in(self.package.tree(sheet.part).find("{*}sheetData"), "row", row, rows), {})
        line, cells = rows[row]
        if column not in cells:
            cells[column] = _put_in(line, "c", column, cells, name_of(row, column))
        return cells[column]

    def forget(self) -> None:
        """Read the rows anew: they were moved."""
        self._cells.clear()

    def finish(self) -> bytes:
        """The file. What formulas had computed before is taken out, so that every program computes them anew."""
        for sheet in self.package.sheets:
            for formula in self.package.tree(sheet.part).iterfind("{*}sheetData/{*}row/{*}c/{*}f"):
                if "[" not in (formula.text or ""):  # another workbook's values cannot be computed by the reader
                    _forget_value(self.package.change(sheet.part), formula.getparent())
        book = self.package.change(BOOK)
        calc = book.find("{*}calcPr")
        if calc is not None:
            calc.set("fullCalcOnLoad", "1")
        chain = next((p for sort, p in self.package.related(BOOK).values() if sort == "calcChain"), "")
        self.package.drop(chain)
        return self.package.save()


def _forget_value(_root: Element, cell: Element) -> None:
    if (value := cell.find("{*}v")) is not None:
        cell.remove(value)
        cell.attrib.pop("t", None)


def _child(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}")


def _index(root: Element) -> dict[int, tuple[Element, dict[int, Element]]]:
    """Every row and cell of a sheet by number."""
    rows = {}
    for line in root.iterfind("{*}sheetData/{*}row"):
        cells = {column_of(cell.get("r").rstrip("0123456789")): cell for cell in line.iterfind("{*}c")}
        rows[int(line.get("r"))] = (line, cells)
    return rows


def _put_in(parent: Element, tag: str, number: int, known: dict[int, Any], name: str = "") -> Element:
    """A new row or cell in its place among those that are *known*."""
    made = parent.makeelement(f"{{{etree.QName(parent).namespace}}}{tag}", {"r": name or str(number)})
    before = max((n for n in known if n < number), default=None)
    if before is None:
        parent.insert(0, made)
    else:
        found = known[before]
        (found[0] if isinstance(found, tuple) else found).addnext(made)
    return made


def clean(text: str) -> str:
    """*text* without what XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


def room(told: str, start: int) -> tuple[int, int]:
    """The spaces and lines that a form leaves for an answer from *start* on.

    >>> room("Name:____ Day:", 5)
    (5, 10)
    """
    found = FREE.match(told, start)
    return start, found.end() if found else start


def boxes(text: str) -> Iterator[str]:
    """What stands behind each box of *text*, when there are several."""
    parts = text
    for mark in EMPTY_BOXES[1:]:
        parts = parts.replace(mark, EMPTY_BOXES[0])
    _before, *said = parts.split(EMPTY_BOXES[0])
    if len(said) > 1:
        yield from (word.strip(" \u3000;,\uff1b\uff0c\u3001\n") for word in said)
