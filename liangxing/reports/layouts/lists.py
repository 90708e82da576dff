"""Lists of records in a layout: which columns of theirs may be named, and what they say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import ForeignKey
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import number
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.records.models import Record
from liangxing.records.tables.columns import label
from liangxing.register.roles import Guard, guard
from liangxing.reports.writing import Writing

from .fields import both, plain

MOST = 2_000  # rows that a document takes


def columns(kind: type[Record]) -> dict[str, Any]:
    """The columns of *kind* that a document may say, by all their names; what says who somebody is, is none."""
    hidden = {*kind.personal, *kind.withheld}
    found: dict[str, Any] = {}
    for column in kind._meta.concrete_fields:
        named: Any = column
        if not column.editable or column.primary_key or column.name in hidden:
            continue
        if isinstance(column, ForeignKey) and guard(named.related_model) is not Guard.OPEN:
            continue
        for name in (column.name, *both(column.verbose_name).values()):
            found.setdefault(plain(name), column)
    return found


def rows(run: Writing, key: str) -> list[Record]:
    """The records behind a measure, oldest first, as the report knows them."""
    measure = MEASURES[key]
    if isinstance(measure, Ratio):
        return []
    found = measure.rows(run.community, Period.until(run.day), run.known_at)
    related = [f.name for f in measure.of._meta.fields if f.is_relation and f.editable]
    return list(found.select_related(*related).order_by("day", "pk")[:MOST])


def said(record: Record, column: Any) -> str:
    """What *record* says in *column*, in words."""
    value = getattr(record, column.name)
    if value is None or value == "":
        return _("not recorded")
    if shown := getattr(record, f"get_{column.name}_display", None):
        return str(shown())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, int | Decimal):
        return number(value)
    return label(type(record), column.name, value) if isinstance(value, str) else str(value)
