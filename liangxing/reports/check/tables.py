"""Numbers in the cells of a table, with the labels of their row and column, wherever those stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from liangxing.kernel.patterns import any_of

from .quantity import Quantity
from .words import words

LONGEST = 24  # characters of a label
IN_BRACKETS = re.compile(r"\(([^()]{1,12})\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number alone in a cell: *quantity* with the unit that a label gave it, and the labels, the nearest last."""

    quantity: Quantity
    rows: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    start: int
    text: str


Grid = list[list[_Box]]


def cells(text: str, quantities: Sequence[Quantity]) -> dict[int, Cell]:
    """Every number of *text* that fills a cell, by its place; rows are lines, and tabs part their cells."""
    numbers = {quantity.start: quantity for quantity in quantities}
    return {
        cell.quantity.start: cell
        for grid, caption in _grids(text)
        for cell in _in_grid(grid, _unit_of(caption), numbers)
    }


def _grids(text: str) -> Iterator[tuple[Grid, str]]:
    """Runs of lines with tabs, each with the line before it."""
    grid: Grid = []
    caption, at = "", 0
    for line in text.split("\n"):
        if "\t" in line:
            grid.append(_boxes(line, at))
        else:
            if grid:
                yield grid, caption
                grid = []
            caption = line
        at += len(line) + 1
    if grid:
        yield grid, caption


def _boxes(line: str, at: int) -> list[_Box]:
    boxes = []
    for piece in line.split("\t"):
        boxes.append(_Box(at + len(piece) - len(piece.lstrip()), piece.strip()))
        at += len(piece) + 1
    return boxes


def _in_grid(grid: Grid, unit: str, numbers: dict[int, Quantity]) -> Iterator[Cell]:
    filled = [[_fills(box, numbers) for box in row] for row in grid]
    for r, row in enumerate(grid):
        for c in range(len(row)):
            quantity = filled[r][c]
            if quantity is None:
                continue
            left, above = _left(grid, filled, r, c), _above(grid, filled, r, c)
            if not any(label in words()["tables"]["number"] for label in above):
                named = next(filter(None, map(_unit_of, [*reversed(left), *reversed(above)])), "") or unit
                yield Cell(_with(quantity, named), _plain(left), _plain(above))


def _fills(box: _Box, numbers: dict[int, Quantity]) -> Quantity | None:
    quantity = numbers.get(box.start)
    return quantity if quantity and len(quantity.text.rstrip()) == len(box.text) else None


def _left(grid: Grid, filled: list[list[Quantity | None]], r: int, c: int) -> list[str]:
    """The labels in the row; a cell left empty by a merged one above has that one's."""
    found = []
    for column in range(c):
        row = r
        while row and not grid[row][column].text and column < len(grid[row - 1]) and not filled[row - 1][column]:
            row -= 1
        if column < len(grid[row]) and not filled[row][column] and _label(grid[row][column].text):
            found.append(grid[row][column].text)
    return found


def _above(grid: Grid, filled: list[list[Quantity | None]], r: int, c: int) -> list[str]:
    """The labels over the column; in a row of labels, a cell left empty by a merged one has the one to its left."""
    found = []
    for row in range(r):
        column = c
        if any(filled[row]):
            continue
        while column and (column >= len(grid[row]) or not grid[row][column].text):
            column -= 1
        if _label(grid[row][column].text):
            found.append(grid[row][column].text)
    return found


def _label(text: str) -> bool:
    """Whether *text* is short enough to name something; what is longer is a remark."""
    return 0 < len(text) <= LONGEST


@cache
def _units() -> re.Pattern[str]:
    told = words()
    return re.compile(
        rf"(?P<big>{any_of(told['places'])}*)(?P<unit>{any_of([*told['units'], *told['counters']['words']])})"
    )


def _unit_of(label: str) -> str:
    """The unit that *label* gives: alone, in brackets, or after the word for unit."""
    told = words()["tables"]["unit"]
    spoken = [*IN_BRACKETS.findall(label), label.rpartition(":")[2] if told in label else label]
    return next(
        (re.sub(rf"^{told}:?", "", each) for each in spoken if _units().fullmatch(re.sub(rf"^{told}:?", "", each))), ""
    )


def _plain(labels: Iterable[str]) -> tuple[str, ...]:
    """Without units."""
    bare = (IN_BRACKETS.sub(lambda hit: "" if _unit_of(hit[1]) else hit.group(), label) for label in labels)
    return tuple(label for label in bare if not _units().fullmatch(label))


def _with(quantity: Quantity, unit: str) -> Quantity:
    """*quantity* in *unit*, when it has none of its own; "ten thousand people" makes it ten thousand times as much."""
    hit = _units().fullmatch(unit)
    if quantity.unit or hit is None:
        return quantity
    factor = Decimal(1)
    for place in hit["big"]:
        factor *= Decimal(10) ** words()["places"][place]
    low, high, said = (factor * each for each in (quantity.low, quantity.high, quantity.said))
    return replace(quantity, low=low, high=high, said=said, unit=hit["unit"])
