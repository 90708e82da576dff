"""A record as programs read it: its fields as they are kept, references by fact and name, its entry in the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from liangxing.ledger import trace
from liangxing.records.kinds import Kind
from liangxing.records.models import Record, Records
from liangxing.records.tables.rows import clear
from liangxing.records.visit import Eyes


def fields_of(kind: Kind, eyes: Eyes) -> list[Any]:
    """The columns of *kind* that *eyes* may read: those of its form that name nobody whom they may not know."""
    return [f for name in kind.form.base_fields if clear(kind, f := kind.model._meta.get_field(name), eyes)]


def records(kind: Kind, rows: Records[Any], *, eyes: Eyes) -> list[dict[str, Any]]:
    """*rows* as JSON says them, in their order; as many queries for many as for one."""
    fields = fields_of(kind, eyes)
    found = list(rows.select_related(*(f.name for f in fields if f.is_relation)))
    entries = trace.entries_about(r.pk for r in found)
    return [_record(r, fields, entries.get(r.pk, ())) for r in found]


def _record(record: Record, fields: Iterable[Any], entries: Any) -> dict[str, Any]:
    return {
        "id": str(record.pk),
        "fact": str(record.fact),
        "recorded_at": record.recorded_at.isoformat(),
        "struck_at": record.struck_at.isoformat() if record.struck_at else None,
        "entry": entries[-1].seq if entries else None,
        "fields": {f.name: plain(getattr(record, f.name)) for f in fields},
    }


def plain(value: Any) -> Any:
    """*value* as JSON has it: decimals, days and ids as text, a reference as its fact and its name."""
    if isinstance(value, Record):
        return {"fact": str(value.fact), "name": str(value)}
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value
