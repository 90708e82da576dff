"""What a pack tells of the ledger and its records, line by line, whatever their number."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import models

from liangxing.evidence.models import Piece
from liangxing.kernel.canonical import canonical
from liangxing.ledger.models import Act, Community, Entry, Salt
from liangxing.ledger.payload import columns, payload, row_salt
from liangxing.measures.measure import MEASURES
from liangxing.reports.claim import Claim

NEVER = UUID(int=(1 << 128) - 1)  # comes after every id


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


def rows(community: Community, model: type[models.Model], *, only: Container[UUID] | None = None) -> Iterator[bytes]:
    """Every record of a kind, or *only* some, in order of their ids: the salt of the row, a space, and what it says."""
    names, _says = columns(model)
    at = names.index(model._meta.pk.attname)
    told, record, salt = _salts(community, model), UUID(int=0), b""
    for row in model._base_manager.filter(community=community).order_by("pk").values_list(*names).iterator(2000):
        while record < row[at]:  # both come in the order of ids
            record, salt = next(told, (NEVER, b""))
        if only is None or row[at] in only:
            yield row_salt(salt).hex().encode() + b" " + payload(model, row, salt) + b"\n"


def _salts(community: Community, model: type[models.Model]) -> Iterator[tuple[UUID, bytes]]:
    """Each record of a kind with the salt of its newest entry, in order of their ids."""
    about = Salt.objects.filter(entry__community=community, entry__kind=model._meta.label_lower)
    found = about.order_by("entry__record", "entry__seq").values_list("entry__record", "salt").iterator(2000)
    for record, salts in groupby(found, key=itemgetter(0)):
        *_older, (_record, newest) = salts
        yield record, bytes(newest)


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
