"""The bars of a drill: each building's time beside the proven minimum and the time of the drill before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liangxing.rooms.safety.queries.drills import Outcome

WIDE, ROW = 100, 3  # a drawing of a hundred units: shares of the longest time
SORTS = ("least", "now", "before")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it lies, how long it is, and of what it tells."""

    sort: str
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one building."""

    outcome: Outcome
    bars: tuple[Bar, ...]


def bars(outcomes: Sequence[Outcome]) -> list[Bars]:
    """Bars for the buildings of which any time is known, the longest as wide as the drawing."""
    known = [(outcome, (outcome.least_s, outcome.arrived_s, outcome.before_s)) for outcome in outcomes]
    longest = max((s for _outcome, times in known for s in times if s is not None), default=0)
    if not longest:
        return []
    return [
        Bars(
            outcome,
            tuple(
                Bar(sort, n * ROW, round(s * WIDE / longest, 1))
                for n, (sort, s) in enumerate(zip(SORTS, times, strict=True))
                if s is not None
            ),
        )
        for outcome, times in known
        if outcome.arrived_s is not None
    ]
