"""Records as a table that leaves the system: the columns of the form, when they were recorded, and their entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from liangxing.ledger import trace
from liangxing.records.kinds import Kind
from liangxing.records.models import Record, Records
from liangxing.records.visit import Eyes

from . import export
from .columns import label

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_of(kind: Kind, rows: Records[Any], *, eyes: Eyes) -> tuple[list[str], list[list[Any]]]:
    """Header and lines of *rows*; what says who somebody is, a reference to them too, only when *eyes* may know."""
    fields: list[Any] = [kind.model._meta.get_field(name) for name in kind.form.base_fields]
    shown = [f for f in fields if clear(kind, f, eyes)]
    header = [str(f.verbose_name) for f in shown] + [_("recorded at"), _("entry")]
    found = list(rows.select_related(*(f.name for f in shown if f.is_relation)))
    places = {pk: told[-1].seq for pk, told in trace.entries_about(r.pk for r in found).items()}
    return header, [[*(value_of(r, f.name) for f in shown), r.recorded_at, places.get(r.pk)] for r in found]


def clear(kind: Kind, field: Any, eyes: Eyes) -> bool:
    """Whether *eyes* may read what a column says: it names nobody, and refers to nobody, whom they may not know."""
    if field.name in kind.model.personal and not eyes.clear(kind.model):
        return False
    named = field.related_model if field.is_relation and issubclass(field.related_model, Record) else None
    return named is None or not named.personal or eyes.clear(named)


def value_of(record: Record, name: str) -> Any:
    """What a column of *record* says: the words of a choice, the name of what is referred to, else the value."""
    if words := getattr(record, f"get_{name}_display", None):
        return words()
    value = getattr(record, name)
    if isinstance(value, Record):
        return str(value)
    return label(type(record), name, value) if isinstance(value, str) else value


def content(ending: str, kind: Kind, header: list[str], lines: Iterable[list[Any]]) -> bytes:
    """The table as a file, ``xlsx`` or ``csv``."""
    if ending == "csv":
        # The mark at the start lets spreadsheet programs read UTF-8.
        return ("\ufeff" + export.text(header, lines)).encode()
    return export.workbook([(str(kind.model._meta.verbose_name_plural), header, lines)])


def answer(name: str, ending: str, kind: Kind, rows: Records[Any], *, eyes: Eyes) -> HttpResponse:
    """The table as a download."""
    made = HttpResponse(content(ending, kind, *table_of(kind, rows, eyes=eyes)), content_type=MEDIA[ending])
    made["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return made
