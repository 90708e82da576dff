"""What stands around the text of a Word paper: red head, annex note, signature, code to scan, imprint."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from liangxing.reports.blocks import Document

from .ends import annex_lines, imprint_lines, issuer_mark, mark_size, places, width
from .numbering import spoken_day
from .qr import png
from .word_page import Type, dress, off_grid

EM = 16  # points: one character of the text
RED = "FF0000"
SCAN_MM = 22
IMPRINT_LINE, IMPRINT_EMS = 24, 29  # points of a line of 14 pt, and its characters between the two indents


def red_head(paper: Any, kind: Type, document: Document) -> None:
    """The issuer's mark, 35 mm below the edge of the type area; two lines on, the number; 4 mm on, a red rule (7.2)."""
    mark = paper.add_paragraph()
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark.paragraph_format.space_before = Mm(35)
    said = issuer_mark(document)
    dress(mark.add_run(said), kind.title, mark_size(said), colour=RED)
    for text in ("", "", document.dress.number):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        dress(line.add_run(text), kind.body, 16)
    _rules(line, {"bottom": 12}, colour=RED, space=11)  # 4 mm are 11 points
    for _empty in range(2):
        paper.add_paragraph()


def _rules(line: Any, sides: Mapping[str, int], *, colour: str = "000000", space: int = 0) -> None:
    """Rules along the *sides* of a paragraph, each so many eighths of a point thick."""
    borders = OxmlElement("w:pBdr")
    for side in (name for name in ("top", "bottom") if name in sides):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", sides[side]), ("space", space), ("color", colour)):
            border.set(qn(f"w:{name}"), str(value))
        borders.append(border)
    after = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
    line._p.get_or_add_pPr().insert_element_before(borders, *after)


def annex_note(paper: Any, kind: Type, document: Document) -> None:
    """Which annexes there are: one line after the text, two characters in, later lines below the first name (7.3.4)."""
    for n, (before, name) in enumerate(annex_lines(document)):
        if n == 0:
            paper.add_paragraph()
        line = paper.add_paragraph()
        ems = 5 if len(document.annexes) == 1 else 6
        line.paragraph_format.left_indent = Pt(ems * EM)
        line.paragraph_format.first_line_indent = Pt((2 - ems) * EM if n == 0 else -EM)
        dress(line.add_run(before + name), kind.body, 16)


def signature(paper: Any, kind: Type, document: Document) -> None:
    """Who signs, and the day without idle zeros, on one page with each other (7.3.5)."""
    for _empty in range(2 if document.dress.sealed else 1):
        gap = paper.add_paragraph()
        gap.paragraph_format.keep_with_next = True
    said = spoken_day(document)
    right = places(document.issuer, said, sealed=document.dress.sealed)
    for n, (text, ems) in enumerate(zip((document.issuer, said), right, strict=True)):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.right_indent = Pt(ems * EM)
        line.paragraph_format.keep_with_next = n == 0
        if n == 0 and document.address:
            _scan(line, document.address)
        dress(line.add_run(text), kind.body, 16)


def _scan(line: Any, address: str) -> None:
    """The code that leads to the page where figures open: at the left edge, beside the signature, taking no line."""
    run = line.add_run()
    inline = run.add_picture(io.BytesIO(png(address)), width=Mm(SCAN_MM))._inline
    inline.docPr.set("descr", address)
    anchor = OxmlElement("wp:anchor")
    told = {"simplePos": 0, "relativeHeight": 1, "behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    for name, value in (told | dict.fromkeys(("distT", "distB", "distL", "distR"), 0)).items():
        anchor.set(name, str(value))
    point = OxmlElement("wp:simplePos")
    point.set("x", "0")
    point.set("y", "0")
    anchor.append(point)
    for side, of in (("H", "margin"), ("V", "paragraph")):
        place, offset = OxmlElement(f"wp:position{side}"), OxmlElement("wp:posOffset")
        place.set("relativeFrom", of)
        offset.text = "0" if side == "H" else str(-Pt(29))  # one line up: it stands beside three lines
        place.append(offset)
        anchor.append(place)
    wrap = [OxmlElement("wp:wrapNone")]
    for child in [inline.extent, *wrap, *(c for c in inline if c.tag != inline.extent.tag)]:
        anchor.append(child)
    inline.getparent().replace(inline, anchor)


def caption(paper: Any, kind: Type, address: str) -> None:
    """The address that the code leads to, for who has nothing to scan it with."""
    line = paper.add_paragraph()
    off_grid(line)
    dress(line.add_run(_("Scan to open each figure: %s") % address), kind.body, 10.5)


def imprint(paper: Any, kind: Type, document: Document) -> None:
    """Who gets copies, who had it printed and when: at the foot of the last page, between rules (7.4)."""
    rows = imprint_lines(document)
    table = paper.add_table(rows=len(rows), cols=1)
    lines = [1 if right else math.ceil(width(left) / IMPRINT_EMS) for left, right in rows]
    _at_foot(table, height=sum(lines) * IMPRINT_LINE)
    for n, (row, (left, right)) in enumerate(zip(table.rows, rows, strict=True)):
        row.height, row.height_rule = Pt(lines[n] * IMPRINT_LINE), WD_ROW_HEIGHT_RULE.EXACTLY
        cell = row.cells[0]
        cell.width = Mm(156)
        thick, thin = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm
        _sides(cell, top=thick if n == 0 else thin, bottom=thick if n == len(rows) - 1 else thin)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        line = cell.paragraphs[0]
        off_grid(line)
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(14)
        if right:
            line.paragraph_format.tab_stops.add_tab_stop(Mm(156) - Pt(28), WD_TAB_ALIGNMENT.RIGHT)
        dress(line.add_run(f"{left}\t{right}" if right else left), kind.body, 14)
    dress(paper.add_paragraph().add_run(""), kind.body, 1)  # Word wants a paragraph behind a table


def _at_foot(table: Any, *, height: float) -> None:
    """Put *table*, *height* points high, at the foot of the type area; LibreOffice leaves it where the text ends."""
    table.autofit = False
    place, margins = OxmlElement("w:tblpPr"), OxmlElement("w:tblCellMar")
    top = round(20 * (Mm(297 - 35).pt - height))
    told = {"vertAnchor": "page", "horzAnchor": "margin", "tblpXSpec": "center", "tblpY": top}
    for name, value in told.items():
        place.set(qn(f"w:{name}"), str(value))
    table._tbl.tblPr.insert_element_before(place, "w:tblW", "w:jc", "w:tblBorders", "w:tblLayout", "w:tblLook")
    for side in ("left", "right"):
        none = OxmlElement(f"w:{side}")
        none.set(qn("w:w"), "0")
        none.set(qn("w:type"), "dxa")
        margins.append(none)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _sides(cell: Any, **eighths: int) -> None:
    borders = OxmlElement("w:tcBorders")
    for side, thick in eighths.items():
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", thick), ("space", 0), ("color", "000000")):
            border.set(qn(f"w:{name}"), str(value))
        borders.append(border)
    cell._tc.get_or_add_tcPr().append(borders)
