"""Bills and files that tell what was used over days, beside what registers showed."""

from __future__ import annotations

from bisect import bisect_right, insort

import numpy as np

from .doubts import Doubt
from .tables import UNTOLD, Column, Doubted, Spans, Told, columns_of, joined

Row = tuple[int, ...]  # of ``Spans``: meter, first, after, amount, estimated, doubt


def with_told(spans: Spans, told: Told, *, today: int) -> tuple[Spans, Doubted]:
    """*spans* and, for the days that they leave unknown, what was *told*; and what of it is not counted.

    A register goes before a bill, a short run of days before a long one. Of a bill that is partly known otherwise
    the rest is shared out by days, as an estimate with a doubt.
    """
    low, ahead = (told.amount < 0) | (told.after <= told.first), told.first > today
    wrong = low | ahead
    why = np.where(ahead, int(Doubt.FUTURE), int(Doubt.NEGATIVE))[wrong]
    doubted = Doubted(told.meter[wrong], told.first[wrong], why)
    good = told.take(~wrong)
    none = np.zeros_like(good.meter)
    new = Spans(good.meter, good.first, good.after, good.amount, good.estimated, none)
    every, origin = joined(spans, new), np.concatenate([np.zeros(len(spans)), np.ones(len(new))])
    order = np.lexsort((*reversed(columns_of(every)[1:]), origin, every.first, every.meter))
    every, origin = every.take(order), origin[order].astype(np.int64)
    crowded = _crowded(every)
    if not len(crowded):
        return every, doubted
    among = np.isin(every.meter, crowded)
    rows, differs = _layered(every.take(among), origin[among])
    calm = joined(every.take(~among), Spans.of(rows))
    return calm.take(np.lexsort((calm.first, calm.meter))), joined(doubted, Doubted.of(differs))


def _crowded(spans: Spans) -> Column:
    """The meters of which two spans, which are in order, tell the same day."""
    over = (spans.meter[1:] == spans.meter[:-1]) & (spans.first[1:] < spans.after[:-1])
    return np.unique(spans.meter[1:][over])


def _layered(spans: Spans, origin: Column) -> tuple[list[Row], list[Row]]:
    """Of crowded meters, spans that do not overlap; and the days on which two tell otherwise."""
    kept: list[Row] = []
    differs: list[Row] = []
    by: dict[int, set[tuple[int, Row]]] = {}
    for row, source in zip(spans.rows(), origin.tolist(), strict=True):
        by.setdefault(row[0], set()).add((source, row))
    for told in by.values():
        # What registers tell does not overlap: it is laid at once, and the rest into its gaps.
        laid = sorted((row for source, row in told if not source and row[3] != UNTOLD), key=_first)
        amounts = {row[1:3]: row[3] for row in laid}
        for source, row in sorted(((s, r) for s, r in told if s or r[3] == UNTOLD), key=_weight):
            if source and amounts.setdefault(row[1:3], row[3]) != row[3]:
                differs.append((row[0], row[1], int(Doubt.OVERLAP)))
            for part in _free(row, laid):
                insort(laid, part, key=_first)
        kept += laid
    return kept, differs


def _first(row: Row) -> int:
    return row[1]


def _weight(told: tuple[int, Row]) -> tuple[object, ...]:
    source, row = told
    return row[3] == UNTOLD, source, row[4], row[2] - row[1], row


def _free(row: Row, laid: list[Row]) -> list[Row]:
    """The parts of *row* whose days nothing *laid*, in order, tells; each part with its share of the amount."""
    meter, first, after, amount, _estimated, doubt = row
    free, at = [], first
    for one in laid[max(0, bisect_right(laid, first, key=_first) - 1) :]:
        if one[1] >= after:
            break
        if one[1] > at:
            free.append((at, one[1]))
        at = max(at, one[2])
    if at < after:
        free.append((at, after))
    if free == [(first, after)]:
        return [row]
    return [
        (meter, a, b, _share(row, a, b), 1, doubt if amount == UNTOLD else doubt | int(Doubt.OVERLAP)) for a, b in free
    ]


def _share(row: Row, begin: int, end: int) -> int:
    """What of the amount of *row* falls on the days from *begin* to before *end*."""
    _meter, first, after, amount, *_rest = row
    if amount == UNTOLD:
        return UNTOLD
    return amount * (end - first) // (after - first) - amount * (begin - first) // (after - first)
