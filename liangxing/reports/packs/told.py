"""What a pack tells of the ledger and its records, line by line, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from liangxing.evidence.models import Piece
from liangxing.kernel.canonical import canonical
from liangxing.ledger.models import Act, Community, Entry, Salt
from liangxing.ledger.payload import columns, payload, row_salt
from liangxing.measures.measure import MEASURES
from liangxing.reports.claim import Claim

T = TypeVar("T")
AT_ONCE = 500  # rows looked up with one query: below every engine's limit of parameters


def acts(community: Community, places: dict[UUID, int]) -> Iterator[bytes]:
    """Each act as its seal has it; the place of each is noted in *places*, by its id."""
    for act in Act.objects.filter(community=community).order_by("at", "pk").iterator(2000):
        places[act.pk] = len(places)
        yield canonical([act.id, act.name, act.actor, act.at, act.reason]) + b"\n"


def order(community: Community) -> list[str]:
    """Every kind of record that the ledger tells of."""
    return list(Entry.objects.filter(community=community).order_by("kind").values_list("kind", flat=True).distinct())


def entries(community: Community, acts: dict[UUID, int], kinds: list[str]) -> Iterator[bytes]:
    """Each entry in order: act and kind by their places, verb, record, and the commitment."""
    places = {kind: n for n, kind in enumerate(kinds)}
    names = ("act_id", "verb", "kind", "record", "commitment")
    rows = Entry.objects.filter(community=community).order_by("seq").values_list(*names)
    for act, verb, kind, record, told in rows.iterator(5000):
        yield canonical([acts[act], verb, places[kind], record.hex, told]) + b"\n"


def rows(community: Community, model: type[models.Model], *, only: Iterable[UUID] | None = None) -> Iterator[bytes]:
    """Every record of a kind, or *only* some, in order of their ids: the salt of the row, a space, and what it says."""
    names, _says = columns(model)
    at = names.index(model._meta.pk.attname)
    found = model._base_manager.filter(community=community).order_by("pk").values_list(*names)
    chunks = [[*only][n : n + AT_ONCE] for n in range(0, len([*only]), AT_ONCE)] if only is not None else None
    some = (
        (row for chunk in chunks for row in found.filter(pk__in=chunk)) if chunks is not None else found.iterator(2000)
    )
    for batch in _batches(some):
        salts = _salts(community, [row[at] for row in batch])
        for row in batch:
            salt = salts.get(row[at], b"")
            yield row_salt(salt).hex().encode() + b" " + payload(model, row, salt) + b"\n"


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    batch: list[T] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _salts(community: Community, records: list[UUID]) -> dict[UUID, bytes]:
    """The salt of the newest entry about each of *records*."""
    told = Entry.objects.filter(community=community, record__in=records).order_by("seq").values_list("record", "seal")
    newest = dict(told)
    salts: dict[Any, Any] = dict(
        Salt.objects.filter(entry__seal__in=list(newest.values())).values_list("entry_id", "salt")
    )
    return {record: bytes(salts.get(seal, b"")) for record, seal in newest.items()}


def pieces(community: Community, claims: Iterable[Claim], known_at: datetime | None) -> list[Piece]:
    """The pieces of evidence that prove a record behind one of *claims*, in order of their ids."""
    found: dict[UUID, Piece] = {}
    for measure, period in sorted({(m.key, c.period) for c in claims for m in MEASURES[c.measure].counted}):
        declared: Any = MEASURES[measure]
        behind = declared.rows(community, period, known_at).order_by()
        for column in ("fact", "act_id"):
            there = Piece.objects.known().filter(community=community, proves__in=behind.values(column))
            found.update((piece.pk, piece) for piece in there)
    return [found[pk] for pk in sorted(found)]
