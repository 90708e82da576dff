"""Finding rows that repeat: empty ones of one shape, below a row of headings."""

from __future__ import annotations

from collections.abc import Iterator

from liangxing.reports.forms.workbook.grid import Area, Grid
from liangxing.reports.forms.workbook.places import letters_of

from .wanted import WantedRows
from .words import is_one_of

HEADINGS_MIN = 2


def line(grid: Grid, row: int) -> list[Area]:
    """The bordered areas of one row, from left to right, each once."""
    found = [grid.areas[row, c] for c in range(1, grid.right + 1) if (row, c) in grid.areas]
    return [a for a in dict.fromkeys(found) if a.bordered]


def repeated(grid: Grid, section_of: dict[int, str]) -> Iterator[WantedRows]:
    """Every part of *grid* in which rows repeat, from the top."""
    row = 2
    while row <= grid.bottom:
        last = _end(grid, row)
        if last is None:
            row += 1
            continue
        headers = {letters_of(a.where.left): heading(grid, row, a) for a in line(grid, row)}
        yield WantedRows(grid.name, row, last, section_of.get(row, ""), {k: v for k, v in headers.items() if v})
        row = last + 1


def _end(grid: Grid, row: int) -> int | None:
    """The last of the empty rows that begin at *row*, when they lie below headings."""
    shape = _shape(grid, row)
    if len(shape) < HEADINGS_MIN or not _empty(grid, row):
        return None
    above = [grid.at(row - 1, left) for left, _right in shape]
    numbered = is_one_of("number", above[0].text)
    words = [a for a in above if a.text and not a.number]
    if len(words) < len(shape) or len(set(words)) < HEADINGS_MIN:
        return None
    last = row
    while last < grid.bottom and _shape(grid, last + 1) == shape and _empty(grid, last + 1):
        last += 1
    return last if last > row or numbered else None


def _shape(grid: Grid, row: int) -> tuple[tuple[int, int], ...]:
    """From which to which column each area of a row reaches; nothing when one reaches over other rows."""
    areas = line(grid, row)
    if any(a.where.height > 1 for a in areas):
        return ()
    return tuple((a.where.left, a.where.right) for a in areas)


def _empty(grid: Grid, row: int) -> bool:
    """Whether a row has nothing but, at its start, a running number, and formulas."""
    first, *rest = line(grid, row)
    numbered = first.blank or first.text.strip(".\u3001 ").isdigit() or first.formula
    return numbered and all(a.blank or a.formula for a in rest) and any(a.blank and not grid.shut(a) for a in rest)


def heading(grid: Grid, row: int, area: Area) -> str:
    """The words over a column: those of its group first, when headings have two rows."""
    parts: list[str] = []
    at = row - 1
    while at > 0 and len(parts) < 3:
        above = grid.at(at, area.where.left)
        if not above.text or above.number or not above.bordered or _whole(grid, above):
            break
        parts.insert(0, above.text)
        at = above.where.top - 1
    return " ".join(dict.fromkeys(parts))


def _whole(grid: Grid, area: Area) -> bool:
    """Whether an area reaches over the whole form, as titles do."""
    areas = line(grid, area.where.top)
    return len(areas) == 1 and area.where.width > 1
