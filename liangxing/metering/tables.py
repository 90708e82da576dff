"""Readings in and consumption out, as columns: one row each, whole numbers only, so that sums are exact.

Quantities are millionths of the meter's own unit, days count from 1970-01-01, meters are numbered from 0.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import IntEnum
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]
T = TypeVar("T", bound="Table")
UNTOLD = -1  # in a column of quantities: not told, or not known
MILLIONTHS = 6  # places: a file that tells thousandths of a watt hour loses nothing
EPOCH = date(1970, 1, 1).toordinal()


class Sort(IntEnum):
    """What a row says of the register. In this order when one day tells several."""

    READ = 0
    ESTIMATE = 1
    ROLLOVER = 2  # a reading; since the last one the register passed its highest value
    RESET = 3  # the same meter begins at ``start``, or at nothing
    SWAP = 4  # another meter begins at ``start``


def day_number(day: date) -> int:
    """*day* as the tables count it."""
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    """The day with this *number*."""
    return date.fromordinal(int(number) + EPOCH)


def millionths(quantity: Decimal | None) -> int:
    """*quantity* as the tables keep it; what is finer than a millionth is not there to be lost."""
    return UNTOLD if quantity is None else int(quantity.scaleb(MILLIONTHS))


def quantity_of(number: int) -> Decimal:
    """What so many millionths are."""
    return Decimal(int(number)).scaleb(-MILLIONTHS)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of the same length."""

    @classmethod
    def of(cls, rows: Any) -> Self:
        """From *rows* of whole numbers, each as long as there are columns."""
        width = len(fields(cls))
        told = np.array(list(rows), dtype=np.int64).reshape(-1, width)
        return cls(*(np.ascontiguousarray(told[:, n]) for n in range(width)))

    def __len__(self) -> int:
        return len(columns_of(self)[0])

    def take(self, which: Any) -> Self:
        """The rows that *which* (a mask, or numbers of rows) names, in its order; nothing is copied where all stay."""
        if which.dtype == bool and which.all():
            return self
        return type(self)(*(column[which] for column in columns_of(self)))

    def rows(self) -> list[tuple[int, ...]]:
        """The rows as plain numbers."""
        return list(zip(*(column.tolist() for column in columns_of(self)), strict=True))


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns themselves; ``dataclasses.astuple`` would copy each."""
    return tuple(getattr(table, f.name) for f in fields(table))


def joined(one: T, other: T) -> T:
    """The rows of both tables, which are of one sort."""
    pairs = zip(columns_of(one), columns_of(other), strict=True)
    return type(one)(*(np.concatenate([a, b]) for a, b in pairs))


@dataclass(frozen=True, slots=True)
class Readings(Table):
    """What registers showed: ``shown``, and for a swap or a reset ``start``, from where it goes on."""

    meter: Column
    day: Column
    sort: Column
    shown: Column
    start: Column


@dataclass(frozen=True, slots=True)
class Told(Table):
    """Use that a bill or a file tells of a run of days: from ``first`` until the day before ``after``."""

    meter: Column
    first: Column
    after: Column
    amount: Column
    estimated: Column  # 1 where whoever told it says that it is an estimate


@dataclass(frozen=True, slots=True)
class Spans(Table):
    """Consumption over runs of days that do not overlap; ``amount`` is ``UNTOLD`` where only a doubt is known."""

    meter: Column
    first: Column
    after: Column
    amount: Column
    estimated: Column
    doubt: Column


@dataclass(frozen=True, slots=True)
class Doubted(Table):
    """Days on which something was told that is not counted, and why."""

    meter: Column
    day: Column
    doubt: Column
