"""Who looked at what is confidential: every page that shows such a record says so, and its household may ask."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest

from .kinds import kinds
from .models import Look, Record, Records
from .visit import Visit

SOME = 500  # rows in one statement


def looked(request: Visit, records: Iterable[Record]) -> None:
    """Keep that the visitor was shown *records*; of kinds that are not confidential nothing is kept."""
    shown = _page(request)
    looks = [
        Look(
            community=request.community,
            kind=record._meta.label_lower,
            fact=record.fact,
            by=request.user.get_username(),
            shown=shown,
        )
        for record in records
        if record.confidential
    ]
    Look.objects.bulk_create(looks, batch_size=SOME)


def _page(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "")[:80] if request.resolver_match else ""


def confidential_of(column: str, fact: UUID) -> list[Record]:
    """Every confidential record that stands and whose *column* (such as ``household``) refers to *fact*."""
    found: list[Record] = []
    for kind in kinds().values():
        if kind.model.confidential and any(field.name == column for field in kind.model._meta.concrete_fields):
            rows: Records[Record] = kind.model._default_manager.known().filter(**{column: fact})
            found += rows
    return found


def looks_at(records: Iterable[Record]) -> list[Look]:
    """Every look at the facts that *records* tell, the newest first."""
    return list(Look.objects.filter(fact__in={record.fact for record in records}))
