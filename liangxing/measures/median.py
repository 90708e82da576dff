"""The middle value as an aggregate of Django, on PostgreSQL and on SQLite, which has none of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.db.backends.signals import connection_created
from django.db.models import Aggregate

NAME = "liangxing_lower_median"


def lower_median(values: Sequence[int]) -> int | None:
    """The middle one of *values*, between two the lower; ``None`` of none."""
    return sorted(values)[(len(values) - 1) // 2] if values else None


class LowerMedian(Aggregate):
    """The lower median of a column of whole numbers; empty ones are left out."""

    function = NAME
    name = "LowerMedian"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """As the ordered-set aggregate that PostgreSQL has."""
        there = self.copy()
        there.template = "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
        return there.as_sql(compiler, connection, **context)


class _Median:
    """As SQLite calls an aggregate: a value at a time, and then the result."""

    def __init__(self) -> None:
        self.values: list[int] = []

    def step(self, value: int | None) -> None:
        if value is not None:
            self.values.append(value)

    def finalize(self) -> int | None:
        return lower_median(self.values)


def teach(connection: Any, **_signal: Any) -> None:
    """Give a new connection to SQLite the aggregate."""
    if isinstance(connection.connection, sqlite3.Connection):
        connection.connection.create_aggregate(NAME, 1, _Median)  # type: ignore[arg-type]


connection_created.connect(teach, dispatch_uid=NAME)
