"""The map of problems: counted in the database by the cells of a grid, so that many of them do not travel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, Q

from liangxing.kernel.ground import Spot
from liangxing.ledger.models import Community
from liangxing.records.models import Records

from ..models import Problem
from ..triage.grid import ROW, rows_within
from .problems import public

SINGLE = 150  # so many can be told apart on a map; more are counted
MOST_CELLS = 600  # of a box that are named one by one; a larger box is most of a community
BLOCKS = 12  # a whole map is about so many blocks wide

Box = tuple[float, float, float, float]  # west, south, east, north in degrees


@dataclass(slots=True)
class Heap:
    """Reports that lie together: how many, how many of them open, and the middle of where they are."""

    count: int
    open: int
    middle: Spot


def within(rows: Records[Problem], box: Box) -> Records[Problem]:
    """Those of *rows* that lie in *box*, by the cells first."""
    west, south, east, north = (round(side * 1e6) for side in box)
    inside: dict[str, Any] = {"east_udeg__range": (west, east), "north_udeg__range": (south, north)}
    lines = list(rows_within(west, south, east, north))
    if sum(last - first + 1 for first, last in lines) <= MOST_CELLS:
        inside["cell__in"] = [cell for first, last in lines for cell in range(first, last + 1)]
    return rows.filter(**inside)


def heaps(rows: Records[Problem], *, most: int = BLOCKS) -> list[Heap]:
    """*rows* in heaps, so coarse that about *most* lie side by side. One query, of one row for each cell."""
    counted = rows.order_by().filter(cell__isnull=False).values("cell").annotate(
        count=Count("*"), open=Count("cell", filter=Q(until=None)), east=Avg("east_udeg"), north=Avg("north_udeg")
    )  # fmt: skip
    cells = list(counted)
    return _together(cells, _side(cells, most))


def _side(cells: list[Any], most: int) -> int:
    """How many cells a block is wide, so that the whole is at most about *most* blocks wide and high."""
    columns = [row["cell"] % ROW for row in cells] or [0]
    rows = [row["cell"] // ROW for row in cells] or [0]
    return int(max(1, -(-(max(columns) - min(columns) + 1) // most), -(-(max(rows) - min(rows) + 1) // most)))


def _together(cells: Iterable[Any], side: int) -> list[Heap]:
    found: dict[tuple[int, int], Heap] = {}
    for row in cells:
        block = row["cell"] // ROW // side, row["cell"] % ROW // side
        heap = found.setdefault(block, Heap(0, 0, (0.0, 0.0)))
        weight = row["count"] / (heap.count + row["count"])
        told = (float(row["east"]) / 1e6, float(row["north"]) / 1e6)
        east, north = (old + (new - old) * weight for old, new in zip(heap.middle, told, strict=True))
        heap.count, heap.open, heap.middle = heap.count + row["count"], heap.open + row["open"], (east, north)
    return sorted(found.values(), key=lambda heap: -heap.count)


def shown(community: Community, *, box: Box | None, every: bool) -> tuple[list[Heap], list[Problem]]:
    """What a map shows of the public reports: heaps, or each of them where they are few. *every*: settled ones too."""
    rows = public(community)
    rows = rows if every else rows.filter(until=None)
    if box:
        rows = within(rows, box)
        some = list(rows.exclude(cell=None).select_related("building", "place").order_by()[: SINGLE + 1])
        if len(some) <= SINGLE:
            return [], some
    return heaps(rows), []
