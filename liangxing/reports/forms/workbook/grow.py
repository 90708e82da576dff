"""Putting rows in: all that stands below moves down, and all that refers to it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from .formulas import Growth, below, translated
from .package import BOOK, Element, Package, SheetPart
from .places import Range

FORMULAS = {"f", "formula", "formula1", "formula2"}


def grow(package: Package, sheet: SheetPart, last: int, n: int) -> None:
    """Put *n* rows in below row *last* of *sheet*, each looking like that row, its formulas included."""
    told, root = Growth(sheet.name, last, n), package.change(sheet.part)
    for each in package.sheets:
        _unshare(package.tree(each.part))
    _move(root, told)
    _around(root, told)
    _merges(root, told)
    for each in package.sheets:
        _formulas(package.change(each.part), told, each.name)
    for name in package.change(BOOK).iterfind("{*}definedNames/{*}definedName"):
        name.text = ",".join(told.formula(part, on="") for part in (name.text or "").split(","))
    _attached(package, sheet.part, told)
    _copies(root, told)


def _move(root: Element, told: Growth) -> None:
    """Move the rows below."""
    for row in reversed(root.find("{*}sheetData")):
        if int(row.get("r")) > told.last:
            _renumber(row, told.n)


def _copies(root: Element, told: Growth) -> None:
    """Put copies of the last row into the room: the last step, for their formulas are right as they are made."""
    model = next((row for row in root.find("{*}sheetData") if int(row.get("r")) == told.last), None)
    if model is None:
        return
    for step in range(told.n, 0, -1):
        made = deepcopy(model)
        for cell in made:
            _emptied(cell, step)
        _renumber(made, step)
        model.addnext(made)


def _renumber(row: Element, by: int) -> None:
    row.set("r", str(int(row.get("r")) + by))
    for cell in row:
        if cell.get("r"):
            cell.set("r", below(cell.get("r"), by))


def _emptied(cell: Element, step: int) -> None:
    """Leave of a copied cell its style and its formula, as it would be *step* rows below."""
    name = cell.get("r")
    for child in list(cell):
        if child.tag.endswith("}f") and child.text:
            child.text = translated(child.text, of=name, to=below(name, step))
        else:
            cell.remove(child)
    cell.attrib.pop("t", None)


def _unshare(root: Element) -> None:
    """Write formulas that several cells share into each of them."""
    masters: dict[str, tuple[str, str]] = {}
    for formula in root.iterfind("{*}sheetData/{*}row/{*}c/{*}f[@t='shared']"):
        number, name = formula.get("si"), formula.getparent().get("r")
        if formula.text:
            masters[number] = (formula.text, name)
        elif number in masters:
            text, of = masters[number]
            formula.text = translated(text, of=of, to=name)
        for key in ("t", "si", "ref"):
            formula.attrib.pop(key, None)


def _outside(root: Element) -> Iterator[Element]:
    """Every element that stands beside the rows of a sheet, not the merged areas."""
    for child in root:
        if not child.tag.endswith(("}sheetData", "}mergeCells")):
            yield from child.iter("{*}*")


def _around(root: Element, told: Growth) -> None:
    for each in _outside(root):
        for key in ("ref", "sqref"):
            if said := each.get(key):
                each.set(key, " ".join(told.reference(part) for part in said.split()))
        if each.tag.endswith("}sqref") and each.text:
            each.text = " ".join(told.reference(part) for part in each.text.split())
        if each.tag.endswith("}brk") and each.getparent().tag.endswith("}rowBreaks"):
            each.set("id", str(told.row(int(each.get("id")))))


def _merges(root: Element, told: Growth) -> None:
    """Areas below move, areas that reach over the last row grow, areas within it are repeated."""
    for merged in list(root.iterfind("{*}mergeCells/{*}mergeCell")):
        where = Range.of(merged.get("ref"))
        if where.top == where.bottom == told.last:
            for step in range(1, told.n + 1):
                copy = deepcopy(merged)
                copy.set("ref", str(Range(where.top + step, where.left, where.bottom + step, where.right)))
                merged.addnext(copy)
        else:
            merged.set("ref", told.reference(str(where)))
    if (all_of := root.find("{*}mergeCells")) is not None:
        all_of.set("count", str(len(all_of)))


def _formulas(root: Element, told: Growth, name: str) -> None:
    for each in root.iter("{*}*"):
        if each.text and each.tag.rpartition("}")[2] in FORMULAS:
            each.text = told.formula(each.text, on=name)


def _attached(package: Package, part: str, told: Growth) -> None:
    """Pictures, charts, notes and tables of the sheet; and charts of any sheet that draw its cells."""
    for sort, name in package.related(part).values():
        if name not in package.parts:
            continue
        if sort == "drawing":
            _drawing(package.change(name), told)
        elif sort in ("comments", "table"):
            for each in package.change(name).iter("{*}*"):
                if each.get("ref"):
                    each.set("ref", told.reference(each.get("ref")))
        elif sort == "vmlDrawing":
            package.add(name, _notes(package.parts[name], told))
    for name in [n for n in package.parts if n.startswith("xl/charts/chart")]:
        _formulas(package.change(name), told, "")


def _drawing(root: Element, told: Growth) -> None:
    """Anchors count rows from 0."""
    for row in root.iter("{*}row"):
        row.text = str(told.row(int(row.text) + 1) - 1)


def _notes(content: bytes, told: Growth) -> bytes:
    """The frames of notes: a dialect that not every XML parser takes, so only its numbers are touched."""

    def moved(found: re.Match[bytes]) -> bytes:
        return b"<x:Row>%d</x:Row>" % (told.row(int(found[1]) + 1) - 1)

    return re.sub(rb"<x:Row>(\d+)</x:Row>", moved, content)
