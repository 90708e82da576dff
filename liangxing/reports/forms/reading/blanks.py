"""Finding the empty cells of a form and what names them: words to the left, words above, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from liangxing.reports.forms.workbook.grid import Area, Grid

from .inline import inline
from .rows import line
from .wanted import Wanted, WantedRows
from .words import is_one_of, remark, unit_in

LABEL_MAX = 60


@dataclass(frozen=True, slots=True)
class Left:
    """What stands to the left of an empty cell: the words, the unit told in a column of its own, a group's name."""

    text: str = ""
    unit: str = ""
    group: str = ""
    near: bool = True


def wanted(grid: Grid, blocks: list[WantedRows], section_of: dict[int, str]) -> Iterator[Wanted]:
    """Every single cell of *grid* that wants a value, row by row; those of *blocks* are not single."""
    taken = {row for block in blocks for row in range(block.first, block.last + 1)}
    taken |= {b.last + 1 for b in blocks if any(is_one_of("total", a.text) for a in line(grid, b.last + 1)[:2])}
    for area in grid.each():
        if area.where.top in taken or grid.shut(area):
            continue
        section = section_of.get(area.where.top, "")
        if area.text and not area.number:
            beside = _beside(grid, area)
            yield from inline(grid.name, area, beside, section, left(grid, area).text)
        elif area.blank and (told := _named(grid, area, section)):
            yield told


def _beside(grid: Grid, area: Area) -> bool:
    """Whether the cell to the right is made to be filled."""
    right = grid.at(area.where.top, area.where.right + 1)
    return right.blank and (right.bordered or right.where.width > 1 or (grid.protected and not right.locked))


def _named(grid: Grid, area: Area, section: str) -> Wanted | None:
    """The empty *area* with what names it; ``None`` when nothing does, or it is for somebody else."""
    beside = left(grid, area)
    colon = beside.near and beside.text.rstrip().endswith((":", "\uff1a"))
    free = not area.locked and grid.protected
    if not (area.bordered or free or (colon and area.where.width > 1)):
        return None
    above = headings(grid, area)
    parts = tuple(p for p in (beside.text, *above) if p)
    if not parts or any(is_one_of("left", part) for part in parts):
        return None
    unit = beside.unit or next((u for u in map(unit_in, reversed(parts)) if u), "")
    section = beside.group or section
    return Wanted(grid.name, area.name, parts, section, unit, options=grid.choices_at(area))


def left(grid: Grid, area: Area) -> Left:
    """What stands to the left of *area* in its first row."""
    row, column, unit, near, text, group = area.where.top, area.where.left - 1, "", True, "", ""
    while column > 0:
        found = grid.at(row, column)
        column = found.where.left - 1
        if text:
            if found.text and not found.number and found.where.height > 1 and len(found.text) <= LABEL_MAX:
                group = found.text
            continue
        if found.blank or found.number or found.formula:
            near = near and found.number
            continue
        if found.text.isdigit():
            continue  # a code of the line, kept as text
        if simple_unit := _unit_cell(found):
            unit = simple_unit
        elif len(found.text) <= LABEL_MAX and not remark(found.text):
            text = found.text
        else:
            break
    return Left(text, unit, group, near)


def _unit_cell(area: Area) -> str:
    """The unit that a cell of a column of units tells."""
    unit = unit_in(area.text)
    return unit if unit and len(area.text) <= 6 and "(" not in area.text and "\uff08" not in area.text else ""


def headings(grid: Grid, area: Area) -> list[str]:
    """The words over *area*'s column, the topmost first; none when the words above name something beside them."""
    row, parts = area.where.top - 1, list[str]()
    while row > 0 and len(parts) < 3:
        found = grid.at(row, area.where.left)
        row = found.where.top - 1
        if not found.bordered and not found.text:
            break
        if not found.text or found.number or found.formula:
            if parts or (found.where.left, found.where.right) != (area.where.left, area.where.right):
                break
            continue
        if _title(grid, found) or len(found.text) > LABEL_MAX or remark(found.text) or _names_its_right(grid, found):
            break
        if parts and found.where.width < area.where.width:
            break
        parts.insert(0, found.text)
    return parts


def _title(grid: Grid, area: Area) -> bool:
    """Whether words reach over most of the form."""
    return not area.bordered or (area.where.width > 2 and area.where.width >= (grid.right - 1) * 0.7)


def _names_its_right(grid: Grid, area: Area) -> bool:
    """Whether *area* names the empty cell to its right, as labels do, and not what stands below."""
    right = grid.at(area.where.top, area.where.right + 1)
    return right.blank and right.bordered and right.where.top == area.where.top


def sections(grid: Grid) -> dict[int, str]:
    """For each row the last words above it that reach over the form, or that stand alone in their row."""
    found: dict[int, str] = {}
    current, titled = "", False
    for row in range(1, grid.bottom + 1):
        here = [a for a in dict.fromkeys(grid.at(row, c) for c in range(1, grid.right + 1)) if a.text or a.bordered]
        if len(here) == 1 and here[0].text and here[0].where.height == 1 and len(here[0].text) <= LABEL_MAX:
            if titled and not remark(here[0].text) and not re.search("[:\uff1a]", here[0].text):
                current = here[0].text
            titled = True
        found[row] = current
    return found
