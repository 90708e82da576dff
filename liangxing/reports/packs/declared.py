"""Measures, and the kinds of record that they read, as plain data: what another program needs to compute a figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from liangxing.kernel.canonical import plain
from liangxing.ledger.payload import hidden
from liangxing.measures.folds import Different, Fold, Least, Most, Rows, Total
from liangxing.measures.measure import MEASURES, Ended, Expired, Flow, Fresh, Measure, Ratio, Stock
from liangxing.records.models import Record, column_of

SHAPES = {Flow: "flow", Ended: "ended", Stock: "stock", Fresh: "fresh", Expired: "expired"}
FOLDS: dict[type[Fold], str] = {
    Rows: "rows", Different: "different", Total: "total", Least: "least", Most: "most",
}  # fmt: skip
SORTS: tuple[tuple[type[Any], str], ...] = (
    (models.BooleanField, "boolean"),
    (models.IntegerField, "integer"),
    (models.DecimalField, "decimal"),
    (models.DateTimeField, "moment"),  # before the date that it also is
    (models.DateField, "date"),
    (models.UUIDField, "id"),
)


def with_sides(keys: Iterable[str]) -> list[str]:
    """*keys*, with the two sides of each ratio, in order and once."""
    found = {*keys}
    return sorted(found | {side.key for key in found for side in MEASURES[key].counted})


def kinds_of(keys: Iterable[str]) -> list[type[Record]]:
    """The kinds of record that the measures *keys* read, also through references, in order of their labels."""
    found: set[type[Record]] = set()
    for m in (m for key in keys for m in MEASURES[key].counted):
        found |= {m.of, *(_target(m, column) for column in m.through)}
    return sorted(found, key=lambda kind: kind._meta.label_lower)


def _target(measure: Measure, column: str) -> type[Record]:
    target: Any = measure.of._meta.get_field(column).related_model
    return target  # type: ignore[no-any-return]


def measure(key: str) -> dict[str, Any]:
    """The declaration of one measure; with ``unshown``, the reason, when plain data cannot say it."""
    m = MEASURES[key]
    told: dict[str, Any] = {"title": str(m.title), "says": str(m.says), "unit": m.unit}
    if isinstance(m, Ratio):
        return {**told, "part": m.part, "whole": m.whole}
    if type(m) not in SHAPES or type(m.fold) not in FOLDS:
        return {**told, "unshown": "code"}
    through = {
        column_of(m.of, column): {
            "kind": _target(m, column)._meta.label_lower,
            "where": _where(asked, _target(m, column)),
        }
        for column, asked in m.through.items()
    }
    fold = [FOLDS[type(m.fold)], column_of(m.of, m.fold.column)]
    told |= {"kind": m.of._meta.label_lower, "shape": SHAPES[type(m)], "fold": fold}
    return {**told, "where": _where(m.where, m.of), "through": through}


def _where(asked: Q, kind: type[Record]) -> dict[str, Any]:
    """A condition: start-up checks have seen that it says only what is, in tests that every engine has."""
    parts = []
    children: list[Any] = list(asked.children)
    for child in children:
        if isinstance(child, Q):
            parts.append(_where(child, kind))
            continue
        name, _, test = child[0].partition("__")
        parts.append({"column": column_of(kind, name), "is": test or "exact", "value": _wanted(child[1])})
    return {"any" if asked.connector == Q.OR else "all": parts}


def _wanted(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_wanted(each) for each in (sorted(value) if isinstance(value, set | frozenset) else value)]
    return str(value) if isinstance(value, str | int) else plain(value)


def kind(model: type[Record]) -> dict[str, Any]:
    """The columns of a kind with their sorts, and which of them stand in its rows as commitments."""
    columns = {f.attname: _sort(f) for f in model._meta.concrete_fields}
    there = [name for name in hidden(model) if name in columns]
    return {"title": str(model._meta.verbose_name), "columns": columns, "hidden": there}


def _sort(field: models.Field[Any, Any]) -> str:
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    return next((sort for of, sort in SORTS if isinstance(target, of)), "text")
