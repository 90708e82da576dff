"""Readings as points on lines: within a line the register only rises, and a swap or a reset begins another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .clean import BREAKS, TWO_AT_LEAST, TWO_OF
from .doubts import Doubt
from .tables import UNTOLD, Column, Doubted, Readings, Sort, Table, joined

Mask = NDArray[Any]
UNITS = (1e3, 1e4)  # kWh told as MWh, and as ten thousand kWh
NEAR = 1e-3  # how far a number in another unit may be off: such numbers are rounded


@dataclass(frozen=True, slots=True)
class Points(Table):
    """What a register had counted on a day; ``line`` tells which points may be compared, ``value`` may be untold.

    ``doubt`` is why a value is untold; ``across`` is what is doubtful of the way to the next point.
    """

    meter: Column
    day: Column
    line: Column
    value: Column
    sort: Column
    doubt: Column
    across: Column


def points_of(readings: Readings, doubt: Column, highest: Column) -> Points:
    """The points of *readings*, which are in order: of a break two, its end and its start."""
    turned = _turns(readings) * highest[readings.meter]
    breaks = (readings.sort >= BREAKS).astype(np.int64)
    another = np.concatenate([[0], np.diff(readings.meter) != 0]).cumsum()
    line = another + breaks.cumsum()
    known = readings.shown >= 0
    value = np.where(known, readings.shown + turned, UNTOLD)
    ends = Points(readings.meter, readings.day, line - breaks, value, readings.sort, doubt, np.zeros_like(doubt))
    if not breaks.any():
        return ends
    begins = readings.take(breaks > 0)
    at_nothing = (begins.sort == Sort.RESET) & (begins.start == UNTOLD) & (doubt[breaks > 0] == 0)
    start = np.where(at_nothing, 0, begins.start)
    start = np.where(start >= 0, start + turned[breaks > 0], UNTOLD)
    its = doubt[breaks > 0]
    starts = Points(begins.meter, begins.day, line[breaks > 0], start, begins.sort, its, np.zeros_like(its))
    order = np.empty(len(ends) + len(starts), dtype=np.int64)
    behind = np.arange(len(ends)) + breaks.cumsum()
    order[behind - breaks] = np.arange(len(ends))
    order[behind[breaks > 0]] = np.arange(len(ends), len(order))
    return joined(ends, starts).take(order)


def _turns(readings: Readings) -> Column:
    """How often the register of each row had rolled over since the first reading of its meter."""
    turns = (readings.sort == Sort.ROLLOVER).astype(np.int64).cumsum()
    if not len(turns) or not turns[-1]:
        return np.asarray(turns)
    first = np.concatenate([[True], np.diff(readings.meter) != 0])
    before = turns[first] - (readings.sort[first] == Sort.ROLLOVER)
    return np.asarray(turns - before[first.cumsum() - 1])


def without_idle_estimates(points: Points) -> Points:
    """Without estimates that lie between two readings of their line: what was really used is known there."""
    guess = points.sort == Sort.ESTIMATE
    if not guess.any():
        return points
    real = ~guess & (points.value >= 0)
    rows = np.arange(len(points))
    before = np.maximum.accumulate(np.where(real, rows, -1))
    after = np.minimum.accumulate(np.where(real, rows, len(rows))[::-1])[::-1]
    line = np.append(points.line, -1)  # of the row that is not there, no line
    idle = guess & (before >= 0) & (line[before] == points.line) & (line[after] == points.line)
    return points.take(~idle)


def falls(points: Points) -> Mask:
    """For each point but the last, whether the next one of its line shows less."""
    value = points.value
    same = (points.line[1:] == points.line[:-1]) & (value[1:] >= 0) & (value[:-1] >= 0)
    return np.asarray(same & (value[1:] < value[:-1]))


def of_two_meters(points: Points, fall: Mask) -> Mask:
    """The points of lines that fall again and again: readings of two meters under one number."""
    many = int(points.line[-1]) + 1
    fallen, every = np.bincount(points.line[:-1][fall], minlength=many), np.bincount(points.line, minlength=many)
    return np.asarray(((fallen >= TWO_AT_LEAST) & (fallen * TWO_OF >= every))[points.line])


def without_outliers(points: Points, fall: Mask) -> tuple[Points, Doubted]:
    """Without single readings that their neighbours contradict, so that what was used across them is known.

    Where either of two might be the wrong one, neither is counted. Of what seem two meters none is taken out.
    """
    two = of_two_meters(points, fall)
    before, here, after = points.value[:-2], points.value[1:-1], points.value[2:]
    known = (before >= 0) & (here >= 0) & (after >= before)
    lone = known & (points.line[2:] == points.line[:-2]) & (points.sort[1:-1] <= Sort.ESTIMATE) & ~two[1:-1]
    wrong = np.zeros(len(points), dtype=bool)
    wrong[1:-1] = lone & (fall[:-1] | fall[1:])
    rows, kept = np.flatnonzero(wrong), np.flatnonzero(~wrong)
    unit = in_another_unit(points.value[rows], points.value[rows - 1], points.value[rows + 1])
    why = np.where(unit, int(Doubt.UNIT), int(Doubt.FALLS))
    across = np.where(two, int(Doubt.TWO_METERS), 0)
    np.bitwise_or.at(across, kept[np.searchsorted(kept, rows) - 1], why)  # the point at which the bridge begins
    return replace(points, across=across).take(kept), Doubted(points.meter[rows], points.day[rows], why)


def in_another_unit(told: Column, low: Column, high: Column) -> Mask:
    """Whether what was *told* lies between *low* and *high* when it is read in another unit."""
    fits = np.zeros(len(told), dtype=bool)
    for times in (*UNITS, *(1 / unit for unit in UNITS)):
        read = told * times
        fits |= (read >= low * (1 - NEAR)) & (read <= high * (1 + NEAR)) & (told > 0)
    return fits
