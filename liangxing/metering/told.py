"""Bills and files that tell what was used over days, beside what registers showed."""

from __future__ import annotations

from collections.abc import Iterator

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
        laid: list[Row] = []
        for source, row in sorted(told, key=_weight):
            same = [one for one in laid if one[1:3] == row[1:3] and one[3] != row[3] and one[3] != UNTOLD]
            if same and source and row[3] != UNTOLD:
                differs.append((row[0], row[1], int(Doubt.OVERLAP)))
            laid += _free(row, laid)
        kept += laid
    return kept, differs


def _weight(told: tuple[int, Row]) -> tuple[object, ...]:
    source, row = told
    return row[3] == UNTOLD, source, row[4], row[2] - row[1], row


def _free(row: Row, laid: list[Row]) -> Iterator[Row]:
    """The parts of *row* whose days nothing *laid* tells; each part with its share of the amount."""
    meter, first, after, amount, _estimated, doubt = row
    free, days = [], after - first
    at = first
    for one in sorted(laid, key=lambda r: r[1]):
        if one[1] >= after or one[2] <= at:
            continue
        if one[1] > at:
            free.append((at, one[1]))
        at = max(at, one[2])
    if at < after:
        free.append((at, after))
    if free == [(first, after)]:
        yield row
        return
    for a, b in free:
        share = UNTOLD if amount == UNTOLD else amount * (b - first) // days - amount * (a - first) // days
        yield (meter, a, b, share, 1, doubt if amount == UNTOLD else doubt | int(Doubt.OVERLAP))
