"""Consumption by month, by year or by day: what is known, what is shared out, what nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from .tables import UNTOLD, Column, Doubted, Spans, Table, day_number, joined


@dataclass(frozen=True, slots=True)
class Use(Table):
    """Of one meter in one run of days, told by the number of the ``run``.

    ``known``: used between readings that lie within it. ``estimated``: the share, by days, of what was used across its
    edges, and what only an estimate tells. The rest of its days, if any, nobody knows.
    """

    meter: Column
    run: Column
    known: Column
    estimated: Column
    known_d: Column
    estimated_d: Column
    doubt: Column


def months(first: date, after: date) -> list[date]:
    """The first day of every month from that of *first*, up to the one that begins on *after* or later."""
    found = [first.replace(day=1)]
    while found[-1] < after:
        year, month = divmod(found[-1].year * 12 + found[-1].month, 12)
        found.append(date(year, month + 1, 1))
    return found


def use_of(spans: Spans, doubted: Doubted, edges: Sequence[date]) -> Use:
    """*spans* laid over the runs of days between *edges*; what lies outside is left out.

    A span that crosses an edge is shared out by days, in whole millionths whose sum is the span.
    """
    bounds = np.array([day_number(day) for day in edges], dtype=np.int64)
    row, run, share, days, whole = _parts(spans, bounds)
    known = spans.amount[row] != UNTOLD
    sure = known & whole & (spans.estimated[row] == 0)
    guess = known & ~sure
    told = _summed(Use(spans.meter[row], run, share * sure, share * guess, days * sure, days * guess, spans.doubt[row]))
    where = np.searchsorted(bounds, doubted.day, side="right") - 1
    inside = (where >= 0) & (where < len(bounds) - 1)
    none = np.zeros(int(inside.sum()), dtype=np.int64)
    said = Use(doubted.meter[inside], where[inside], none, none, none, none, doubted.doubt[inside])
    return _summed(joined(told, said)) if len(said) else told


def _parts(spans: Spans, bounds: Column) -> tuple[Column, Column, Column, Column, Column]:
    """Each span cut at the *bounds*: of every part its span, its run, its share, its days, whether it is the whole."""
    low = np.searchsorted(bounds, spans.first, side="right") - 1
    high = np.searchsorted(bounds, spans.after - 1, side="right") - 1
    many = high - low + 1
    row = np.repeat(np.arange(len(spans)), many)
    run = low[row] + np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    inside = (run >= 0) & (run < len(bounds) - 1)
    row, run = row[inside], run[inside]
    first, length = spans.first[row], (spans.after - spans.first)[row]
    begin = np.maximum(bounds[run], first) - first
    end = np.minimum(bounds[run + 1], spans.after[row]) - first
    whole = end - begin == length
    share = spans.amount[row]
    cut = ~whole
    each, rest = np.divmod(share[cut], length[cut])
    begun, ended = begin[cut], end[cut]
    share[cut] = each * (ended - begun) + rest * ended // length[cut] - rest * begun // length[cut]
    return row, run, share, end - begin, whole


def _summed(parts: Use) -> Use:
    """The *parts* of each meter and run added up."""
    if not len(parts):
        return parts
    key = parts.meter << 20 | parts.run
    if np.any(key[1:] < key[:-1]):
        order = np.argsort(key, kind="stable")
        key, parts = key[order], parts.take(order)
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    told = (parts.known, parts.estimated, parts.known_d, parts.estimated_d)
    known, estimated, known_d, estimated_d = (np.add.reduceat(column, starts) for column in told)
    doubt = np.bitwise_or.reduceat(parts.doubt, starts)
    return Use(parts.meter[starts], parts.run[starts], known, estimated, known_d, estimated_d, doubt)
