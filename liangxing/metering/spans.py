"""Consumption from readings: the one way from what registers showed to what was used."""

from __future__ import annotations

import numpy as np

from . import clean
from .doubts import Doubt
from .points import Mask, Points, falls, in_another_unit, points_of, without_idle_estimates, without_outliers
from .tables import UNTOLD, Column, Doubted, Readings, Sort, Spans, joined

YEAR_D = 366  # a leap year between two readings is a year
STILL_D = 60
ANOTHER_UNIT = (3000, 30_000)  # a register that shows so many times as much as it did is told in another unit
HALF_UNIT = 500_000  # millionths: a new meter that begins near nothing may well show so many times as much
MORE = 1.5  # what a register may have risen by since, when its reading is tried in another unit


def spans_of(readings: Readings, highest: Column, *, today: int) -> tuple[Spans, Doubted]:
    """What was used between one reading and the next, and the days on which something was told that is not counted.

    *highest*: for each meter, at what its register begins again at 0, in millionths; 0 where nobody knows.
    Every row of the answer has an amount of 0 or more, or a doubt, or both. It is the same whatever order the
    readings come in. Between two readings across a reading in doubt the amount is known, and the doubt is said.
    """
    told, impossible = clean.without_the_impossible(readings, today)
    told = clean.in_order(told)
    told, doubt = clean.rolled_into_the_unknown(told, highest)
    told, doubt, contradicted = clean.of_one_mind(told, doubt)
    points = without_idle_estimates(points_of(told, doubt, highest))
    outlying = Doubted.of([])
    if (fall := falls(points)).any():
        points, outlying = without_outliers(points, fall)
    return _between(points, highest), joined(joined(impossible, contradicted), outlying)


def _between(points: Points, highest: Column) -> Spans:
    """A span for every two points that follow each other on a line, and for none else."""
    near = np.flatnonzero((points.line[1:] == points.line[:-1]) & (points.day[1:] > points.day[:-1]))
    low, high = points.value[near], points.value[near + 1]
    first, after, meter = points.day[near], points.day[near + 1], points.meter[near]
    void = np.zeros_like(near)
    odd = (low < 0) | (high < low) | (high >= low * ANOTHER_UNIT[0]) | (points.across[near] > 0)
    odd |= points.sort[near + 1] == Sort.ROLLOVER
    void[odd] = _void(points, near[odd], highest[meter[odd]])
    amount = np.where(void == 0, high - low, UNTOLD)
    guess = (points.sort[near] == Sort.ESTIMATE) | (points.sort[near + 1] == Sort.ESTIMATE)
    doubt = void | points.across[near] | np.where(after - first > YEAR_D, int(Doubt.GAP), 0)
    doubt |= np.where(_still(points.line[near], after - first, amount), int(Doubt.STILL), 0)
    return Spans(meter, first, after, amount, guess.astype(np.int64), doubt)


def _void(points: Points, near: Column, highest: Column) -> Column:
    """Why nothing is known of what was used from each of the points *near* to the next; 0 where it is known."""
    low, high = points.value[near], points.value[near + 1]
    void = points.across[near] & int(Doubt.TWO_METERS)
    no_end = np.where(points.doubt[near + 1] > 0, points.doubt[near + 1], int(Doubt.NO_END))
    no_start = np.where(points.doubt[near] > 0, points.doubt[near], int(Doubt.NO_START))
    void |= np.where(high < 0, no_end, 0) | np.where(low < 0, no_start, 0)
    both = (low >= 0) & (high >= 0)
    less = both & (high < low)
    unit = less & in_another_unit(high, low, low * MORE)
    unit |= both & (low >= HALF_UNIT) & (high >= low * ANOTHER_UNIT[0]) & (high <= low * ANOTHER_UNIT[1])
    void |= np.where(unit, int(Doubt.UNIT), 0) | np.where(less & ~unit, int(Doubt.FALLS), 0)
    no_turn = both & (points.sort[near + 1] == Sort.ROLLOVER) & (high - low >= highest)
    return np.asarray(void | np.where(no_turn, int(Doubt.ROLLOVER), 0))


def _still(line: Column, days: Column, amount: Column) -> Mask:
    """Whether each span is part of a run of ``STILL_D`` days or more over which nothing was used at all."""
    idle = amount == 0
    if not idle.any():
        return np.asarray(idle)
    begins = np.concatenate([[True], (line[1:] != line[:-1]) | (idle[1:] != idle[:-1])])
    run = begins.cumsum() - 1
    return np.asarray(idle & (np.add.reduceat(days, np.flatnonzero(begins))[run] >= STILL_D))
