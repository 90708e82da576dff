"""The ways in which records become a figure, each said once for Django and once for Ibis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from django.db.models import Aggregate, Count, Max, Min, Q, Sum

from liangxing.records.models import Record

from .median import LowerMedian, lower_median  # noqa: F401 - what a docstring shows

if TYPE_CHECKING:
    from ibis.expr import types as ir

Value = int | Decimal | None


class Fold(Protocol):
    """How the records of a kind become one number."""

    @property
    def column(self) -> str:
        """The column that is counted, added up or compared."""

    def orm(self, where: Q) -> Aggregate:
        """As a Django aggregate over the rows that match *where*."""

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """As an Ibis reduction of *column* over the rows that match *where*."""


@dataclass(frozen=True, slots=True)
class Rows:
    """How many records."""

    column: str = "id"

    def orm(self, where: Q) -> Aggregate:
        """``COUNT`` of the ids."""
        return Count("id", filter=where)

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """The sum of what matches."""
        return where.sum()


@dataclass(frozen=True, slots=True)
class Different:
    """How many different things in *column*: households, not pledges."""

    column: str

    def orm(self, where: Q) -> Aggregate:
        """``COUNT(DISTINCT …)``."""
        return Count(self.column, distinct=True, filter=where)

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """Distinct values."""
        return column.nunique(where=where)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of *column*, in the unit that its name ends with."""

    column: str

    def orm(self, where: Q) -> Aggregate:
        """``SUM``."""
        return Sum(self.column, filter=where)

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """The sum."""
        return column.sum(where=where)


@dataclass(frozen=True, slots=True)
class Amount(Total):
    """The sum of *column* where something was measured: unknown, not 0, when no row that matches has a number."""


@dataclass(frozen=True, slots=True)
class Least:
    """The smallest value of *column*: unknown, not 0, when no row matches."""

    column: str

    def orm(self, where: Q) -> Aggregate:
        """``MIN``."""
        return Min(self.column, filter=where)

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """The minimum."""
        return column.min(where=where)


@dataclass(frozen=True, slots=True)
class Most:
    """The largest value of *column*: unknown, not 0, when no row matches."""

    column: str

    def orm(self, where: Q) -> Aggregate:
        """``MAX``."""
        return Max(self.column, filter=where)

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """The maximum."""
        return column.max(where=where)


@dataclass(frozen=True, slots=True)
class Median:
    """The middle value of whole numbers in *column*, between two of them the lower: unknown when no row matches.

    >>> lower_median([9, 1, 4, 2])
    2
    """

    column: str

    def orm(self, where: Q) -> Aggregate:
        """``PERCENTILE_DISC``; SQLite is taught it."""
        return LowerMedian(self.column, filter=where)

    def engine(self, column: ir.Column, where: ir.BooleanValue) -> ir.Scalar:
        """The middle one of the sorted values."""
        sorted_values = column.collect(where=where & column.notnull(), order_by=column)
        return sorted_values[(sorted_values.length() - 1) // 2]


def settle(kind: type[Record], fold: Fold, known: int | None, got: object) -> Value:
    """What an engine *got*, as a figure: ``None`` when of *known* rows there was none, else to the column's places."""
    if not known or (got is None and isinstance(fold, Least | Most | Amount | Median)):
        return None
    places = getattr(kind._meta.get_field(fold.column), "decimal_places", None)
    if places is None or isinstance(fold, Rows | Different):
        return int(got or 0)  # type: ignore[call-overload,no-any-return]
    return Decimal(str(got or 0)).quantize(Decimal(1).scaleb(-places))
