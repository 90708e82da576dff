"""What is wrong with a declaration, said at start-up and not in front of an inspector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q
from django.utils.translation import override

from liangxing.kernel.quantity import units
from liangxing.records.models import Record, Spell

from .measure import MEASURES, Ended, Expired, Fresh, Measure, Overdue, Ratio, Stock

# What every engine can ask of a column; ``ibis_engine.TESTS`` says how.
TESTS = frozenset({"exact", "gt", "gte", "lt", "lte", "in", "contains"})


def _leaves(q: Q, kind: type[Record]) -> Iterator[str]:
    """Faults in a condition: only positive tests, that every engine has, of real columns that are never empty."""
    if q.negated:
        yield f"{q} says what is not: NULL is where engines part"
    children: list[Any] = list(q.children)
    for child in children:
        if isinstance(child, Q):
            yield from _leaves(child, kind)
            continue
        name, _, test = child[0].partition("__")
        if test and test not in TESTS:
            yield f"{child[0]}: not every engine has this test"
        yield from _column(name, kind, empty=False)


def _column(name: str, kind: type[Record], *, empty: bool) -> Iterator[str]:
    try:
        field = kind._meta.get_field(name)
    except FieldDoesNotExist:
        yield f"{kind._meta.label} has no column {name}"
        return
    if field.null and not empty:
        yield f"{name} may be empty"


def faults(measure: Measure | Ratio) -> Iterator[str]:
    """Everything wrong with *measure*, in words."""
    if measure.unit not in units():
        yield f"unit {measure.unit} is not known"
    with override("en"):
        title, says = str(measure.title), str(measure.says)
    if not title:
        yield "it has no title"
    if not says.endswith("."):
        yield "what it says is not a sentence"
    if isinstance(measure, Ratio):
        yield from (f"side {side} is not known" for side in (measure.part, measure.whole) if side not in MEASURES)
        return
    if measure.key.partition(".")[0] != measure.of._meta.app_label:
        yield f"a measure of {measure.of._meta.label} belongs to {measure.of._meta.app_label}"
    if isinstance(measure, Stock | Ended) and not issubclass(measure.of, Spell):
        yield "only a spell stands"
    if isinstance(measure, Fresh | Expired):
        yield from _column("expires_on", measure.of, empty=True)
    if isinstance(measure, Overdue):
        yield from _column("due_on", measure.of, empty=True)
    yield from _leaves(measure.where, measure.of)
    yield from _column(measure.fold.column, measure.of, empty=True)
    for column, asked in measure.through.items():
        yield from _column(column, measure.of, empty=True)
        target: Any = measure.of._meta.get_field(column).related_model
        yield from _leaves(asked, target)


@register
def measures_hold(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """The start-up check itself."""
    return [Error(fault, obj=m.key, id="measures.E1") for m in MEASURES.values() for fault in faults(m)]
