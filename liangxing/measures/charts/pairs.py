"""Two values beside each other for each of some months, laid out for a chart: now, and a year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .trend import FLOOR_PERCENT, down, round_up

LEFT_PERCENT = 8  # room for the numbers beside the lines


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar; places in per cent of the chart. ``guess``: how high of it, from the floor, is estimated."""

    x: float
    width: float
    y: float
    guess: float

    @property
    def height(self) -> float:
        """From its top to the floor."""
        return round(FLOOR_PERCENT - self.y, 2)

    @property
    def guess_y(self) -> float:
        """Where what is estimated begins, from the floor up."""
        return round(FLOOR_PERCENT - self.guess, 2)


@dataclass(frozen=True, slots=True)
class Pair:
    """The bars of one month: ``None`` where nothing is known."""

    month: date
    middle: float
    before: Bar | None
    now: Bar | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs in order; ``lines``: a value and how far down its line is."""

    pairs: list[Pair]
    lines: list[tuple[Decimal, float]]


Values = tuple[Decimal | None, Decimal]  # a value, and which share of it is estimated


def paired(months: Sequence[date], before: Sequence[Values], now: Sequence[Values]) -> Pairs | None:
    """The bars of *before* and *now*, one each for every month; ``None`` when nothing at all is known."""
    known = [value for value, _guess in (*before, *now) if value is not None]
    if not known:
        return None
    top, slot = round_up(max(known)), (100 - LEFT_PERCENT) / len(months)

    def bar(told: Values, x: float) -> Bar | None:
        value, guess = told
        if value is None:
            return None
        y = down(value, top)
        return Bar(round(x, 2), round(slot * 0.34, 2), y, round(float(guess) * (FLOOR_PERCENT - y), 2))

    pairs = []
    for n, month in enumerate(months):
        x = LEFT_PERCENT + slot * n
        pairs.append(Pair(month, round(x + slot / 2, 2), bar(before[n], x + slot * 0.14), bar(now[n], x + slot * 0.52)))
    return Pairs(pairs, [(part, down(part, top)) for part in (Decimal(0), top / 2, top)])
