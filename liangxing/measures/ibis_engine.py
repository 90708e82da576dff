"""The same declarations read by Ibis: many communities at once, on DuckDB, PostgreSQL or Spark."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import reduce
from typing import Any

import ibis
from django.db.models import Q
from ibis.expr import types as ir

from liangxing.kernel.period import Period

from .figures import Answers, divided, groups
from .folds import settle
from .measure import Measure

TESTS: dict[str, Callable[..., ir.BooleanValue]] = {
    "exact": lambda column, value: column.isnull() if value is None else column == value,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda column, values: column.isin(list(values)),
    "contains": lambda column, part: column.contains(part),
}
Tables = Mapping[str, ir.Table]  # a table for the label of each kind, columns named as in the database


def condition(q: Q, table: ir.Table) -> ir.BooleanValue:
    """*q* as a condition on *table*; ``KeyError`` names a test that no engine shares."""
    children: list[Any] = list(q.children)
    parts = [condition(c, table) if isinstance(c, Q) else _leaf(c[0], c[1], table) for c in children]
    every = operator.and_ if q.connector == Q.AND else operator.or_
    return reduce(every, parts) if parts else ibis.literal(True)


def _leaf(lookup: str, value: object, table: ir.Table) -> ir.BooleanValue:
    name, _, test = lookup.partition("__")
    return TESTS[test or "exact"](table[name], value)


def known(table: ir.Table, known_at: datetime | None) -> ir.Table:
    """Rows that counted at *known_at*. Moments are without zone and in UTC: an engine compares them as they stand."""
    if known_at is None:
        return table.filter(table.struck_at.isnull())
    then = ibis.literal(known_at.astimezone(UTC).replace(tzinfo=None))
    return table.filter(table.recorded_at <= then, table.struck_at.isnull() | (table.struck_at > then))


def _matches(measure: Measure, table: ir.Table, tables: Tables, known_at: datetime | None) -> ir.BooleanValue:
    every = condition(measure.where, table)
    for column, asked in measure.through.items():
        field: Any = measure.of._meta.get_field(column)
        other = known(tables[field.related_model._meta.label_lower], known_at)
        every &= table[field.attname].isin(other.filter(condition(asked, other)).fact)
    return every


def query(group: list[Measure], tables: Tables, period: Period, known_at: datetime | None) -> ir.Table:
    """One row for each community: ``known`` rows, and ``m0``, ``m1``... in the order of *group*."""
    table = known(tables[group[0].of._meta.label_lower], known_at)
    table = table.filter(condition(group[0].asked(period, known_at), table))
    table = table.mutate(**{f"w{i}": _matches(m, table, tables, known_at) for i, m in enumerate(group)})
    fields: list[Any] = [m.of._meta.get_field(m.fold.column) for m in group]
    folded = {f"m{i}": m.fold.engine(table[fields[i].attname], table[f"w{i}"]) for i, m in enumerate(group)}
    return table.aggregate(by="community_id", known=table.count(), **folded)


def figures(
    keys: Iterable[str], tables: Tables, period: Period, known_at: datetime | None = None
) -> dict[int, Answers]:
    """For each community by its id, each of *keys* with its figure; a community without any row is not there."""
    keys = list(keys)
    counted: dict[int, Answers] = {}
    every = groups(keys)
    for group in every:
        for row in query(group, tables, period, known_at).to_pyarrow().to_pylist():
            answers = counted.setdefault(row["community_id"], {})
            answers |= {m.key: settle(m.of, m.fold, row["known"], row[f"m{i}"]) for i, m in enumerate(group)}
    nothing: Answers = {m.key: None for group in every for m in group}
    return {community: divided(keys, nothing | answers) for community, answers in counted.items()}
