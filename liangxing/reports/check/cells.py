"""Which measure a number in a table speaks of: one label names it, the other must be the whole, or a run of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .binding import Bound, bind
from .days import Days
from .lexicon import Lexicon
from .periods import runs
from .sentences import Sentences
from .tables import Cell
from .words import has, words


def bind_cell(cell: Cell, lexicon: Lexicon, writing: Sequence[date]) -> tuple[Bound | None, Days | None]:
    """The measure and the days of *cell*; no measure for one row of many, such as one estate's households."""
    told = {
        side: _bound(cell, labels, lexicon, writing)
        for side, labels in (("rows", cell.rows), ("columns", cell.columns))
    }
    sides = [side for side, bound in told.items() if bound is not None]
    if not sides or has("".join((*cell.rows, *cell.columns)), words()["aims"]["figure"]):
        return None, None
    best = max(sides, key=lambda side: told[side].score)  # type: ignore[union-attr]
    others = cell.columns if best == "rows" else cell.rows
    if not all(_neutral(label, writing) for label in others):
        return None, None
    found = [run for label in (*cell.rows, *cell.columns) for run in runs(label, writing)]
    days = Days(found[-1].periods, named=True) if found else None
    return told[best], days


def _bound(cell: Cell, labels: Sequence[str], lexicon: Lexicon, writing: Sequence[date]) -> Bound | None:
    """As if a sentence said the label and the number, the nearest label first."""
    for label in reversed(labels):
        if _neutral(label, writing):
            continue
        said = f"{label}{cell.quantity.text}"
        alone = replace(cell.quantity, start=len(label), end=len(said))
        bound = bind(alone, Sentences.of(said, [alone]), lexicon)
        if bound is not None:
            return bound
    return None


def _neutral(label: str, writing: Sequence[date]) -> bool:
    """Whether *label* says nothing of what is counted: "number", "in all", a year, the community itself."""
    rest = label
    for run in reversed(runs(label, writing)):
        rest = rest[: run.start] + rest[run.end :]
    rest = rest.strip("():. *")
    told = words()["tables"]
    return not rest or rest in told["neutral"] or rest.isdigit() or rest.endswith(tuple(told["whole"]))
