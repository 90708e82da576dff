"""The page of a Word paper: margins, grid, page numbers, and the fonts of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from liangxing.reports.fonts.kept import Kept

# An office computer in China has these; another shows the nearest it has.
USUAL = {
    "body": "\u4eff\u5b8b_GB2312",
    "heading": "\u9ed1\u4f53",
    "subheading": "\u6977\u4f53_GB2312",
    "title": "\u65b9\u6b63\u5c0f\u6807\u5b8b\u7b80\u4f53",
    "number": "\u5b8b\u4f53",
}
LATIN = "Times New Roman"
LINE_PITCH = 579  # twentieths of a point: 22 lines on 225 mm; "linesAndChars" gives 14 a line in LibreOffice
SPACING = -5  # twentieths of a point: 28 characters of 16 pt are 158 mm, and the type area is 156 mm


@dataclass(frozen=True, slots=True)
class Type:
    """The name of the font of each part."""

    body: str
    heading: str
    subheading: str
    title: str
    number: str

    @classmethod
    def of(cls, fonts: Mapping[str, Kept]) -> Type:
        """The usual fonts, but where the office has brought its own."""
        return cls(**{use: fonts[use].name if use in fonts else usual for use, usual in USUAL.items()})

    def of_use(self, use: str) -> str:
        """The font of the part called *use*."""
        return str(getattr(self, use))


def page(paper: Any, kind: Type) -> None:
    """A4 with the margins, the grid and the page numbers of the standard."""
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
    _number(section.footer.paragraphs[0], kind, WD_ALIGN_PARAGRAPH.RIGHT, left=False)
    _number(section.even_page_footer.paragraphs[0], kind, WD_ALIGN_PARAGRAPH.LEFT, left=True)


def _number(line: Any, kind: Type, side: Any, *, left: bool) -> None:
    """The page number between dashes, one character in from the outer edge."""
    line.alignment = side
    indent = line.paragraph_format
    indent.left_indent, indent.right_indent = (Pt(14), None) if left else (None, Pt(14))
    for part in ("\u2014 ", "PAGE", " \u2014"):
        run = line.add_run("" if part == "PAGE" else part)
        dress(run, kind.number, 14, latin=kind.number)
        if part == "PAGE":
            for sort, text in (("begin", ""), ("", "PAGE"), ("end", "")):
                made = OxmlElement("w:fldChar" if sort else "w:instrText")
                made.set(qn("w:fldCharType"), sort) if sort else setattr(made, "text", text)
                run._r.append(made)


def style(paper: Any, kind: Type) -> None:
    """The text's own type for all that says nothing else."""
    normal = paper.styles["Normal"]
    normal.font.size, normal.font.name = Pt(16), LATIN
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), kind.body)
    shape = normal.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = 1.0


def dress(run: Any, font: str, size: float, *, latin: str = LATIN, colour: str = "000000") -> None:
    """Set *run* in *font*, of *size* points, on the width that gives 28 characters a line."""
    run.font.size, run.font.name = Pt(size), latin
    run.font.color.rgb = RGBColor.from_string(colour)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(SPACING))
    run._r.rPr.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def off_grid(line: Any) -> None:
    """Let *line* be as high as its own type, and not as a line of the text."""
    off = OxmlElement("w:snapToGrid")
    off.set(qn("w:val"), "0")
    line._p.get_or_add_pPr().insert_element_before(off, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
