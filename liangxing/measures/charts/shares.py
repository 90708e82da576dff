"""Shares of small groups, as on a map of buildings: told in five bands, and not at all where a cell is too small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

FEWEST = 5  # households that a cell must have before it is shown
BANDS = 5  # of a fifth each: as many greys as one tells apart


@dataclass(frozen=True, slots=True)
class Cell:
    """Of ``whole``, how many are ``part``; ``hidden`` when saying so would point at somebody."""

    key: str
    part: int
    whole: int
    hidden: bool = False

    @property
    def share(self) -> float | None:
        """The part of the whole; ``None`` when hidden, and when there is nobody."""
        return None if self.hidden or not self.whole else self.part / self.whole

    @property
    def band(self) -> int | None:
        """Which fifth the share lies in, from 0; all of them lie in the last."""
        return None if self.share is None else min(int(self.share * BANDS), BANDS - 1)


def guarded(cells: Sequence[Cell]) -> list[Cell]:
    """The same *cells*, those with too few hidden.

    Hidden is a cell with fewer than ``FEWEST`` in all, or with some but fewer than that in its part. When only one
    would be hidden, the smallest of the others is too: else the sum, which is open, gives the one away.
    """
    hidden = {cell.key for cell in cells if 0 < cell.whole < FEWEST or 0 < cell.part < FEWEST}
    if len(hidden) == 1:
        others = [cell for cell in cells if cell.whole and cell.key not in hidden]
        hidden |= {min(others, key=lambda cell: (cell.part, cell.whole)).key} if others else set()
    return [replace(cell, hidden=cell.key in hidden) for cell in cells]
