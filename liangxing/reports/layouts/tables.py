"""A table of a report within a layout: its lines drawn by itself, for the layout may have no style for tables."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from liangxing.reports.blocks import Run, TableBlock
from liangxing.reports.format.reading.marks import w

from .atoms import run_like

WIDTH = 8844  # twentieths of a point: the 156 mm of the type area
HALF_POINTS = "21"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _set(parent: etree._Element, name: str, **told: str) -> etree._Element:
    made = etree.SubElement(parent, w(name))
    for key, value in told.items():
        made.set(w(key), value)
    return made


def table(block: TableBlock, like: etree._Element) -> etree._Element:
    """*block* as a ``w:tbl`` in the type of the run *like*, of 10.5 pt, its header repeated on each page."""
    made = etree.Element(w("tbl"))
    props = _set(made, "tblPr")
    _set(props, "tblW", w=str(WIDTH), type="dxa")
    borders = _set(props, "tblBorders")
    for side in SIDES:
        _set(borders, side, val="single", sz="4", space="0", color="000000")
    grid = _set(made, "tblGrid")
    for _column in block.header:
        _set(grid, "gridCol", w=str(WIDTH // len(block.header)))
    small = _small(like)
    for n, cells in enumerate([tuple((text,) for text in block.header), *block.rows]):
        line = _set(made, "tr")
        if n == 0:
            _set(_set(line, "trPr"), "tblHeader")
        for runs in cells:
            _cell(line, runs, small, WIDTH // len(block.header))
    return made


def _small(like: etree._Element) -> etree._Element:
    made = deepcopy(like)
    props = made.find(w("rPr"))
    if props is None:
        props = etree.Element(w("rPr"))
        made.insert(0, props)
    for name in ("sz", "szCs"):
        for old in props.findall(w(name)):
            old.set(w("val"), HALF_POINTS)
    if props.find(w("sz")) is None:
        _set(props, "sz", val=HALF_POINTS)
    return made


def _cell(line: etree._Element, runs: tuple[Run, ...], like: etree._Element, width: int) -> None:
    cell = _set(line, "tc")
    _set(_set(cell, "tcPr"), "tcW", w=str(width), type="dxa")
    held = _set(cell, "p")
    _set(_set(held, "pPr"), "snapToGrid", val="0")
    held.append(run_like(like, "".join(run if isinstance(run, str) else run.shown for run in runs)))
