"""Readings in one order whatever order they came in, without what cannot be counted."""

from __future__ import annotations

import numpy as np

from .doubts import Doubt
from .tables import UNTOLD, Column, Doubted, Readings, Sort, columns_of

BREAKS = Sort.RESET  # from this sort on, what comes after is counted anew
TWO_AT_LEAST, TWO_OF = 3, 4  # so many contradictions, and one in so many readings, make two meters of one
EARLIER = 1 << 16


def _days(readings: Readings) -> Column:
    """One number for each meter and day; days before 1970 are below 0, and made to stand above it."""
    return (readings.meter << 24) + readings.day + EARLIER


def _key(readings: Readings) -> Column:
    """One number by which rows are put in order: meter, day, sort."""
    return _days(readings) << 3 | readings.sort


def in_order(readings: Readings) -> Readings:
    """By meter, day, sort and what is said, each row once: a telling that repeats word for word is one telling."""
    key = _key(readings)
    if np.all(key[1:] > key[:-1]):
        return readings
    order = np.argsort(key)
    if np.any(np.diff(key[order]) == 0):
        order = np.lexsort((readings.start, readings.shown, key))
    told = readings.take(order)
    again = np.zeros(len(told), dtype=bool)
    again[1:] = np.logical_and.reduce([column[1:] == column[:-1] for column in columns_of(told)])
    return told.take(~again)


def without_the_impossible(readings: Readings, today: int) -> tuple[Readings, Doubted]:
    """Without days that have not come and numbers below nothing."""
    may_be_untold = readings.sort >= BREAKS
    low = np.where(may_be_untold, np.minimum(readings.shown, readings.start) < UNTOLD, readings.shown < 0)
    ahead = readings.day > today
    wrong = low | ahead
    why = np.where(ahead, int(Doubt.FUTURE), int(Doubt.NEGATIVE))[wrong]
    return readings.take(~wrong), Doubted(readings.meter[wrong], readings.day[wrong], why)


def rolled_into_the_unknown(readings: Readings, highest: Column) -> tuple[Readings, Column]:
    """A roll-over of a register whose size nobody told becomes a break; and the doubt of each row so far."""
    lost = (readings.sort == Sort.ROLLOVER) & (highest[readings.meter] == 0)
    doubt = np.where(lost, int(Doubt.ROLLOVER), 0)
    sort = np.where(lost, int(Sort.RESET), readings.sort)
    start = np.where(lost, readings.shown, readings.start)
    return Readings(readings.meter, readings.day, sort, np.where(lost, UNTOLD, readings.shown), start), doubt


def of_one_mind(readings: Readings, doubt: Column) -> tuple[Readings, Column, Doubted]:
    """Each day telling one thing. Of two readings that differ none is counted; of two breaks, that there was one."""
    key, day = _key(readings), _days(readings)
    same_key, same_day = key[1:] == key[:-1], day[1:] == day[:-1]
    if not np.any(same_day):
        return readings, doubt, Doubted.of([])
    differs = np.zeros(len(key), dtype=bool)
    differs[1:] |= same_key
    differs[:-1] |= same_key
    after = np.concatenate([[False], same_key])  # one row of those that differ stays, for breaks
    plain = readings.sort < Sort.ROLLOVER
    away = _beside_another(readings, day)
    drop = (differs & plain) | (differs & after) | (away > 0)
    why = np.where((differs | (away > 1)) & plain, int(Doubt.SAME_DAY), 0)
    said = drop & (why > 0)
    flagged = Doubted(readings.meter[said], readings.day[said], why[said])
    muted = differs & ~plain
    shown, start = (np.where(muted, UNTOLD, c) for c in (readings.shown, readings.start))
    sort = np.where(muted, int(Sort.SWAP), readings.sort)
    told = Readings(readings.meter, readings.day, sort, shown, start)
    return told.take(~drop), (doubt | np.where(muted, int(Doubt.SAME_DAY), 0))[~drop], _two(flagged, readings)


def _beside_another(readings: Readings, day: Column) -> Column:
    """1 for a plain row that says what a weightier one of its day says, 2 for one that says otherwise, else 0."""
    places = np.concatenate([[0], np.flatnonzero(day[1:] != day[:-1]) + 1])
    group = np.cumsum(np.concatenate([[0], day[1:] != day[:-1]]))
    weighty, read = readings.sort >= Sort.ROLLOVER, readings.sort == Sort.READ
    beside_weighty = np.logical_or.reduceat(weighty, places)[group]
    beside_read = np.logical_or.reduceat(read, places)[group]
    found = np.where((readings.sort == Sort.ESTIMATE) & (beside_read | beside_weighty), 1, 0)
    ends = np.append(places[1:], len(day))
    for row in np.flatnonzero(read & beside_weighty):
        others = np.arange(places[group[row]], ends[group[row]])
        others = others[weighty[others]]
        says = {*readings.shown[others].tolist(), *readings.start[others].tolist()}
        found[row] = 1 if int(readings.shown[row]) in says else 2
    return found


def _two(flagged: Doubted, readings: Readings) -> Doubted:
    """Where days contradict themselves again and again, the doubt of two meters too."""
    if not len(flagged):
        return flagged
    many = int(readings.meter.max()) + 1
    wrong, every = (np.bincount(of, minlength=many) for of in (flagged.meter, readings.meter))
    two = (wrong >= TWO_AT_LEAST) & (wrong * TWO_OF >= every)
    return Doubted(flagged.meter, flagged.day, flagged.doubt | np.where(two[flagged.meter], int(Doubt.TWO_METERS), 0))
