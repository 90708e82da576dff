"""A report as .docx, on the page and in the type of GB/T 9704-2012 (followed by custom: a committee is no state organ).

Sizes and places are the standard's: A4, margins 37, 35, 28 and 26 mm (5.2.1), 22 lines of 28 characters (5.2.3),
title of 22 pt (7.3.1), body of 16 pt (5.2.2), page numbers of 14 pt outside, 7 mm below the type area (7.5).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document as new_document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from liangxing.reports.blocks import Addressee, Annex, Document, Heading, Paragraph, Run, TableBlock, shown
from liangxing.reports.fonts.kept import kept

from .ends import kept_with_signature
from .numbering import numbered
from .word_ends import annex_note, caption, imprint, red_head, signature
from .word_page import Type, dress, off_grid, page, style

LEVEL_USES = {1: "heading", 2: "subheading"}  # the third and fourth level are set as the text (7.3.3)


def docx(document: Document) -> bytes:
    """*document* as the bytes of a .docx: by the office's own layout when it has one."""
    if document.paper:
        return document.paper
    paper = new_document()
    kind = Type.of(kept(document.community))
    page(paper, kind)
    style(paper, kind)
    paper.core_properties.title, paper.core_properties.author = document.title, document.issuer
    if document.dress.red_head or document.dress.number:
        red_head(paper, kind, document)
    _title(paper, kind, document.title)
    signed = False
    for block, words in numbered(document.blocks, document.language):
        if isinstance(block, Annex):
            if not signed:
                _sign(paper, kind, document)
            signed = True
            _annex(paper, kind, block, words)
        elif isinstance(block, Heading):
            _heading(paper, kind, block, words)
        elif isinstance(block, Paragraph | Addressee):
            _paragraph(paper, kind, block, document.language)
        elif isinstance(block, TableBlock):
            _table(paper, kind, block)
    if not signed:
        _sign(paper, kind, document)
    if document.dress.imprint:
        imprint(paper, kind, document)
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def _sign(paper: Any, kind: Type, document: Document) -> None:
    if document.body and not document.annexes and kept_with_signature(document.body[-1]):
        paper.paragraphs[-1].paragraph_format.keep_with_next = True
    annex_note(paper, kind, document)
    signature(paper, kind, document)
    if document.address and document.subject is None:
        caption(paper, kind, document.address)


def _title(paper: Any, kind: Type, text: str) -> None:
    """The title and an empty line; Word's navigation does not list it, for it is the paper and not a part of it."""
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    dress(line.add_run(text), kind.title, 22)
    dress(paper.add_paragraph().add_run(""), kind.body, 16)


def _annex(paper: Any, kind: Type, block: Annex, name: str) -> None:
    """A page of its own: its name flush left in the first line, its title in the third (7.3.7)."""
    line = paper.add_paragraph()
    line.paragraph_format.page_break_before = True
    dress(line.add_run(name), kind.heading, 16)
    paper.add_paragraph()
    _title(paper, kind, block.title)


def _heading(paper: Any, kind: Type, block: Heading, words: str) -> None:
    line = paper.add_paragraph(style=paper.styles[f"Heading {min(block.level, 4)}"])
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = 1.0
    line.paragraph_format.first_line_indent = Pt(32)
    run = line.add_run(words)
    run.bold = run.italic = False
    dress(run, kind.of_use(LEVEL_USES.get(block.level, "body")), 16)


def _paragraph(paper: Any, kind: Type, block: Paragraph | Addressee, language: str) -> None:
    line = paper.add_paragraph()
    if isinstance(block, Paragraph):
        line.paragraph_format.first_line_indent = Pt(32)
        if language == "zh-hans":
            line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for each in block.runs:
        dress(line.add_run(shown(each)), kind.body, 16)


# Widths of the columns of a table by their number, in millimetres; together the 156 of the type area.
WIDTHS = {3: (16, 116, 24), 5: (48, 40, 32, 16, 20), 6: (40, 27, 47, 14, 14, 14)}
WORDY = {3: (40, 58, 58)}  # of a table whose first column holds more than a number
SHORT = 8  # characters of a clause's number


def _table(paper: Any, kind: Type, block: TableBlock) -> None:
    """A table in 10.5 pt, its header repeated on each page, its lines off the grid of the text."""
    table = paper.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    widths = _widths(block)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    _row(table.rows[0], [(text,) for text in block.header], kind.heading, widths)
    for row in block.rows:
        _row(table.add_row(), row, kind.body, widths)


def _widths(block: TableBlock) -> tuple[float, ...]:
    columns = len(block.header)
    wordy = any(len("".join(map(shown, row[0]))) > SHORT for row in block.rows)
    return (WORDY if wordy and columns in WORDY else WIDTHS).get(columns, (156 / columns,) * columns)


def _row(row: Any, cells: Sequence[tuple[Run, ...]], font: str, widths: tuple[float, ...]) -> None:
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().insert(0, whole)
    for cell, runs, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Mm(width)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        line = cell.paragraphs[0]
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
        off_grid(line)
        for each in runs:
            dress(line.add_run(shown(each)), font, 10.5)
