"""Paragraphs with their pieces of type, each value resolved: default, style, numbering, then the place itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from liangxing.reports.format.paper import Line, Piece, Shape

from .labels import Labels, placed
from .marks import NS, number, points, w
from .props import Props, line_props, over, type_props
from .styles import Styles

SKIPPED = {
    w("del"),
    w("moveFrom"),
    w("txbxContent"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
AUTOMATIC = ("", "auto")
PLAIN_HALF_PT = "20"  # what type has when nothing says its size


class Reader:
    """Turns ``w:p`` into ``Line``; counts paragraphs, and pages as the program that saved the file had them."""

    def __init__(self, styles: Styles, labels: Labels, *, pages: bool) -> None:
        self.styles, self.labels = styles, labels
        self.number, self.page = 0, 1 if pages else None

    def line(self, held: etree._Element, *, section: int, table: bool, after_break: bool = False) -> Line:
        """The paragraph *held*."""
        props = held.find(w("pPr"))
        direct = line_props(props)
        style = self._style(props)
        line = placed(self.labels, over(self.styles.line_ground, self.styles.line(style)), direct)
        label = self.labels.next(line)
        ground = self.styles.type_ground | self.styles.type(style)
        broken = held.find(f".//{w('lastRenderedPageBreak')}") is not None
        starts = self._breaks_first(held)
        if self.page and broken and starts:
            self.page += 1
        pieces = tuple(self._pieces(held, ground, props))
        told = Line(
            self._count(label, pieces), label, pieces, self._shape(line, pieces), self.styles.name(style), section,
            self.page, table, _has_picture(held), after_break or _page_break_first(held), fields=_fields(held),
        )  # fmt: skip
        if self.page and broken and not starts:
            self.page += 1
        return told

    def _count(self, label: str, pieces: tuple[Piece, ...]) -> int:
        if (label + "".join(piece.text for piece in pieces)).strip():
            self.number += 1
        return self.number

    def _style(self, props: etree._Element | None) -> str:
        named = None if props is None else props.find(w("pStyle"))
        return str(named.get(w("val"))) if named is not None else self.styles.plain()

    def _pieces(self, held: etree._Element, ground: Props, props: etree._Element | None) -> Iterator[Piece]:
        found = False
        for run in runs(held):
            direct = type_props(run.find(w("rPr")), self.styles.theme)
            told = ground | self.styles.type(direct.get("style", "")) | direct
            if text := "" if told.get("vanish") else _text(run):
                found = True
                yield _piece(text, told)
        if not found:  # an empty line is as high as its mark
            mark = None if props is None else props.find(w("rPr"))
            yield _piece("", ground | type_props(mark, self.styles.theme))

    @staticmethod
    def _breaks_first(held: etree._Element) -> bool:
        for run in runs(held):
            for child in run:
                if child.tag == w("lastRenderedPageBreak"):
                    return True
                if child.tag == w("t") and child.text:
                    return False
        return False

    @staticmethod
    def _shape(told: Props, pieces: tuple[Piece, ...]) -> Shape:
        size = (
            next((piece.size_pt for piece in pieces if piece.text.strip()), pieces[0].size_pt if pieces else 16) or 16
        )
        return Shape(
            align=told.get("align", "left"),
            left_pt=_chars(told, "left_chars", size) or points(told.get("left")),
            right_pt=_chars(told, "right_chars", size) or points(told.get("right")),
            first=_first(told, size),
            rule=told.get("lineRule", "auto"),
            spacing=number(told.get("line"), 240) / (240 if told.get("lineRule", "auto") == "auto" else 20),
            before_pt=points(told.get("before")) or number(told.get("beforeLines")) / 100 * size,
            after_pt=points(told.get("after")) or number(told.get("afterLines")) / 100 * size,
            new_page=bool(told.get("pageBreakBefore")),
            outline=int(number(told["outline"])) if "outline" in told and number(told["outline"]) < 9 else None,
        )


def _chars(told: Props, key: str, size: float) -> float:
    return number(told.get(key)) / 100 * size


def _first(told: Props, size: float) -> float:
    """The indent of the first line in characters; where both are said, that in characters holds."""
    in_chars = number(told.get("first_chars")) - number(told.get("hanging_chars"))
    return in_chars / 100 if in_chars else (points(told.get("first")) - points(told.get("hanging"))) / size


def _piece(text: str, told: Props) -> Piece:
    colour = told.get("colour", "")
    return Piece(
        text, told.get("font", ""), told.get("latin", ""), number(told.get("size"), float(PLAIN_HALF_PT)) / 2,
        "" if colour in AUTOMATIC else colour.upper(), points(told.get("spacing")),
    )  # fmt: skip


def runs(held: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that are read: not what was deleted, nor what stands in a box within it."""
    for child in held:
        if child.tag == w("r"):
            yield child
        elif child.tag not in SKIPPED and child.tag != w("pPr"):
            yield from runs(child)


def _text(run: etree._Element) -> str:
    told = []
    for child in run:
        if child.tag == w("t"):
            told.append(child.text or "")
        elif child.tag == w("tab"):
            told.append("\t")
        elif child.tag == w("br") and child.get(w("type"), "textWrapping") == "textWrapping":
            told.append("\n")
        elif child.tag == w("noBreakHyphen"):
            told.append("-")
    return "".join(told)


def _fields(held: etree._Element) -> tuple[str, ...]:
    """The fields that stand in the paragraph, such as ``PAGE``."""
    told = [one.text or "" for one in held.iter(w("instrText"))] + [
        one.get(w("instr"), "") for one in held.iter(w("fldSimple"))
    ]
    return tuple(word.upper() for text in told for word in text.split()[:1])


def _page_break_first(held: etree._Element) -> bool:
    """Whether a page break stands before the first text."""
    for run in runs(held):
        for child in run:
            if child.tag == w("br") and child.get(w("type")) == "page":
                return True
            if child.tag == w("t") and (child.text or "").strip():
                return False
    return False


def ends_page(held: etree._Element) -> bool:
    """Whether a page break stands after the last text."""
    last = False
    for run in runs(held):
        for child in run:
            if child.tag == w("br") and child.get(w("type")) == "page":
                last = True
            elif child.tag == w("t") and (child.text or "").strip():
                last = False
    return last


def _has_picture(held: etree._Element) -> bool:
    return held.find(".//w:drawing", NS) is not None or held.find(".//w:pict", NS) is not None
