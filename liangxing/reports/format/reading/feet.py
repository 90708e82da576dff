"""Sections with the lines at the foot of their pages, boxes and frames in it included: WPS numbers pages in a box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from liangxing.reports.format.paper import Line, Section

from .lines import Reader
from .marks import R, mm, number, points, switch, value, w

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Part = Callable[[str], etree._Element | None]


def section(held: etree._Element, before: Section | None, part: Part, reader: Reader, index: int) -> Section:
    """The section that *held* (a ``sectPr``) describes; feet that it does not name are those of the one *before*."""
    size, margins, grid = (held.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
    feet = dict(before.footers) if before else {}
    for named in held.findall(w("footerReference")):
        if (foot := part(str(named.get(f"{{{R}}}id")))) is not None:
            feet[str(named.get(w("type"), "default"))] = tuple(_lines(foot, reader, index))

    def far(name: str) -> float:
        return abs(mm(None if margins is None else margins.get(w(name))))

    told = {} if grid is None else {name: grid.get(w(name)) for name in ("type", "linePitch", "charSpace")}
    return Section(
        width_mm=mm(None if size is None else size.get(w("w"), "12240")),
        height_mm=mm(None if size is None else size.get(w("h"), "15840")),
        top_mm=far("top"), bottom_mm=far("bottom"), left_mm=far("left") + far("gutter"), right_mm=far("right"),
        footer_mm=far("footer"), grid=told.get("type") or "", pitch_pt=points(told.get("linePitch")),
        add_pt=number(told.get("charSpace")) / 4096, title_page=bool(switch(held, "titlePg")), footers=feet,
    )  # fmt: skip


def _lines(foot: etree._Element, reader: Reader, index: int) -> list[Line]:
    """Every line of a foot; one in a frame or a box has the side on which that stands."""
    counted, page = reader.number, reader.page
    found = []
    for held in foot.iter(w("p")):
        line = reader.line(held, section=index, table=False)
        found.append(replace(line, side=_side(held)))
    reader.number, reader.page = counted, page
    return found


def _side(held: etree._Element) -> str:
    props = held.find(w("pPr"))
    framed = value(props, "framePr", "xAlign")
    if framed:
        return framed
    box = next((up for up in held.iterancestors() if up.tag == w("txbxContent")), None)
    for up in [] if box is None else box.iterancestors():
        if up.tag == f"{DRAWN}anchor":
            align = up.find(f"{DRAWN}positionH/{DRAWN}align")
            return (align.text or "") if align is not None else ""
    return ""
