"""A report as .docx, on the page and in the type of GB/T 9704-2012 (followed by custom: a committee is no state organ).

Sizes and places are the standard's: A4, margins 37, 35, 28 and 26 mm (5.2.1), 22 lines of 28 characters (5.2.3),
title of 22 pt (7.3.1), body of 16 pt (5.2.2), page numbers of 14 pt outside, 7 mm below the type area (7.5).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from docx import Document as new_document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from liangxing.reports.blocks import Document, Heading, Paragraph, Run, Stated, TableBlock

from .numbering import numbered, spoken_day
from .qr import png

# An office computer in China has these; another shows the nearest it has.
BODY, HEAD, SUBHEAD, TITLE, NUMBER = (
    "\u4eff\u5b8b_GB2312",
    "\u9ed1\u4f53",
    "\u6977\u4f53_GB2312",
    "\u65b9\u6b63\u5c0f\u6807\u5b8b\u7b80\u4f53",
    "\u5b8b\u4f53",
)
LATIN = "Times New Roman"
LINE_PITCH = 579  # twentieths of a point: 22 lines on 225 mm; "linesAndChars" gives 14 a line in LibreOffice
SPACING = -5  # twentieths of a point: 28 characters of 16 pt are 158 mm, and the type area is 156 mm


def docx(document: Document) -> bytes:
    """*document* as the bytes of a .docx."""
    paper = new_document()
    _page(paper)
    _style(paper)
    _line(paper, document.title, TITLE, 22, centre=True)
    _line(paper, "", BODY, 16)
    for block, heading in numbered(document.blocks, document.language):
        if isinstance(block, Heading):
            _line(paper, heading, HEAD if block.level == 1 else SUBHEAD, 16, indent=True, level=block.level)
        elif isinstance(block, Paragraph):
            _paragraph(paper, block.runs, document.language)
        elif isinstance(block, TableBlock):
            _table(paper, block)
    _signature(paper, document)
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def _page(paper: Any) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(35 - 7 - 5)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE_PITCH))
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    section._sectPr.append(grid)
    paper.settings.odd_and_even_pages_header_footer = True
    _number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT, left=False)
    _number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT, left=True)


def _number(line: Any, side: Any, *, left: bool) -> None:
    """The page number between dashes, one character in from the outer edge."""
    line.alignment = side
    indent = line.paragraph_format
    indent.left_indent, indent.right_indent = (Pt(14), None) if left else (None, Pt(14))
    for part in ("\u2014 ", "PAGE", " \u2014"):
        run = line.add_run("" if part == "PAGE" else part)
        _font(run, NUMBER, 14)
        if part == "PAGE":
            for sort, text in (("begin", ""), ("", "PAGE"), ("end", "")):
                made = OxmlElement("w:fldChar" if sort else "w:instrText")
                made.set(qn("w:fldCharType"), sort) if sort else setattr(made, "text", text)
                run._r.append(made)


def _style(paper: Any) -> None:
    normal = paper.styles["Normal"]
    normal.font.size, normal.font.name = Pt(16), LATIN
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    shape = normal.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = 1.0


def _font(run: Any, font: str, size: float) -> None:
    run.font.size, run.font.name = Pt(size), LATIN
    run.font.color.rgb = RGBColor(0, 0, 0)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(SPACING))
    run._r.rPr.append(spacing)


def _line(
    paper: Any, text: str, font: str, size: float, *, centre: bool = False, indent: bool = False, level: int = 0
) -> None:
    line = paper.add_paragraph()
    if level:
        line.style = paper.styles[f"Heading {level}"]
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
    if centre:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        line.paragraph_format.first_line_indent = Pt(2 * size)
    run = line.add_run(text)
    run.bold = False
    _font(run, font, size)


def _paragraph(paper: Any, runs: tuple[Run, ...], language: str) -> None:
    line = paper.add_paragraph()
    line.paragraph_format.first_line_indent = Pt(32)
    if language == "zh-hans":
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for each in runs:
        _font(line.add_run(each.shown if isinstance(each, Stated) else each), BODY, 16)


# Widths of the columns of a table by their number, in millimetres; together the 156 of the type area.
WIDTHS = {3: (16, 116, 24), 6: (48, 30, 36, 14, 14, 14)}


def _table(paper: Any, block: TableBlock) -> None:
    """A table in 10.5 pt, its header repeated on each page, its lines off the grid of the text."""
    table = paper.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    _row(table.rows[0], [(text,) for text in block.header], HEAD)
    for row in block.rows:
        _row(table.add_row(), row, BODY)


def _row(row: Any, cells: Sequence[tuple[Run, ...]], font: str) -> None:
    widths = WIDTHS.get(len(cells), (156 / len(cells),) * len(cells))
    for cell, runs, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Mm(width)
        line = cell.paragraphs[0]
        off = OxmlElement("w:snapToGrid")
        off.set(qn("w:val"), "0")
        line._p.get_or_add_pPr().append(off)
        for each in runs:
            _font(line.add_run(each.shown if isinstance(each, Stated) else each), font, 10.5)


def _signature(paper: Any, document: Document) -> None:
    """Who signs, the day without idle zeros (7.3.5), and the code that leads to the page."""
    said = spoken_day(document)
    for text in ("", document.issuer, said):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.right_indent = Pt(32)
        _font(line.add_run(text), BODY, 16)
    picture = paper.add_paragraph()
    picture.add_run().add_picture(io.BytesIO(png(document.address)), width=Mm(26))
    _font(paper.add_paragraph().add_run(_("Scan to open each figure: %s") % document.address), BODY, 10.5)
