"""The text of a Word document in the order of its page, and where in the document each piece of it stands."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

from liangxing.kernel.package import check_size

LARGEST_OPENED_B = 100_000_000  # what a .docx may hold unpacked: a zip bomb is many times that
NAMES = "p tbl tr tc r t tab br cr noBreakHyphen del moveFrom pPr txbxContent gridSpan vMerge val tcPr"
W = {name: qn(f"w:{name}") for name in NAMES.split()}
SIGNS = {W["tab"]: "\t", W["br"]: "\n", W["cr"]: "\n", W["noBreakHyphen"]: "-"}
LEFT_OUT = {W["del"], W["moveFrom"], W["pPr"], "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, and the ``w:t`` that holds it; ``None`` for what stands between, such as the end of a paragraph."""

    text: str
    holder: Any = None


def opened(content: bytes) -> Opened:
    """The document; ``TooLarge`` when it unpacks to more than it should."""
    check_size(io.BytesIO(content), LARGEST_OPENED_B)
    return Document(io.BytesIO(content))


def pieces(document: Opened) -> list[Piece]:
    """Everything that people read in *document*, as it stands after changes that wait to be accepted."""
    found = [piece for block in _blocks(document.element.body) for piece in (*block, Piece("\n"))]
    return found[:-1]


def _blocks(holder: Any) -> Iterator[list[Piece]]:
    """Paragraphs and rows of tables; content controls are looked into."""
    for child in holder:
        if child.tag == W["p"]:
            inner: list[Any] = []
            yield list(_paragraph(child, inner))
            for box in inner:
                yield from _blocks(box)
        elif child.tag == W["tbl"]:
            yield from _table(child)
        elif child.tag not in LEFT_OUT and child.tag != W["r"] and len(child):
            yield from _blocks(child)


def _paragraph(holder: Any, boxes: list[Any]) -> Iterator[Piece]:
    """The text of a paragraph; *boxes* takes the text boxes that hang on it, which are read after it."""
    for child in holder:
        if child.tag == W["t"]:
            yield Piece(child.text or "", child)
        elif child.tag in SIGNS:
            yield Piece(SIGNS[child.tag])
        elif child.tag == W["txbxContent"]:
            boxes.append(child)
        elif child.tag not in LEFT_OUT:
            yield from _paragraph(child, boxes)


def _table(table: Any) -> Iterator[list[Piece]]:
    """Rows with tabs between their cells; of merged cells the first has the text, and the others are empty."""
    for row in table.iter(W["tr"]):
        if next(row.iterancestors(W["tbl"])) is not table:
            continue
        cells = [cell for cell in row.iter(W["tc"]) if next(cell.iterancestors(W["tr"])) is row]
        told: list[Piece] = []
        for n, cell in enumerate(cells):
            told += [Piece("\t")] if n else []
            told += _cell(cell)
        yield told


def _cell(cell: Any) -> Iterator[Piece]:
    properties = cell.find(W["tcPr"])
    merged = None if properties is None else properties.find(W["vMerge"])
    if merged is None or merged.get(W["val"]) == "restart":
        for n, block in enumerate(_blocks(cell)):
            yield from [Piece(" ")] if n else []
            yield from (piece if piece.text not in "\t\n" else Piece(" ") for piece in block)
    span = None if properties is None else properties.find(W["gridSpan"])
    wide = int(span.get(W["val"], "1")) if span is not None else 1
    yield Piece("\t" * max(0, min(wide, 64) - 1))
