"""Keeping the index at what the ledger says: a search first reads what was told since the last one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction

from liangxing.ledger.models import Community, Entry, Head
from liangxing.ledger.put import put
from liangxing.records.kinds import Kind

from .models import Line, Mark
from .reading import public_kinds, references, said_in_both
from .words import fold, index_words

WAY = 1  # to be counted up when ``reading`` or ``words`` say anything otherwise: then every index is made anew
AT_ONCE = 500  # lines in one statement
IN_ONE_SEARCH = 2_000  # entries that a visitor waits for: a second on an old PC


def catch_up(community: Community, most: int = IN_ONE_SEARCH) -> int:
    """Read up to *most* new entries of the ledger into the index; how many are left to the next search."""
    head = Head.objects.filter(community=community).first()
    if head is None:
        return 0
    mark, _new = Mark.objects.get_or_create(community=community)
    if (mark.way, mark.seq) == (WAY, head.seq):
        return 0
    with transaction.atomic():
        mark = Mark.objects.select_for_update().get(community=community)
        if mark.way != WAY:
            Line.objects.filter(community=community).delete()
            mark.way, mark.seq = WAY, 0
        told = Entry.objects.filter(community=community, seq__gt=mark.seq, kind__in=[*public_kinds()])
        some = list(told.order_by("seq").values_list("seq", "kind", "record")[:most])
        left = told.filter(seq__gt=some[-1][0]).count() if len(some) == most else 0
        _renew(community, some)
        mark.seq = some[-1][0] if left else head.seq
        mark.save()
    return left


def rebuild(community: Community) -> int:
    """Make the index of *community* anew from its records; how many lines it has."""
    with transaction.atomic():
        mark, _new = Mark.objects.select_for_update().get_or_create(community=community)
        head = Head.objects.filter(community=community).first()
        mark.way, mark.seq = WAY, head.seq if head else 0
        Line.objects.filter(community=community).delete()
        for kind in public_kinds().values():
            rows = kind.model._default_manager.known().filter(community=community)
            _keep(kind, rows.select_related(*references(kind)).iterator(AT_ONCE))
        mark.save()
    return Line.objects.filter(community=community).count()


def _renew(community: Community, told: Iterable[tuple[int, str, UUID]]) -> None:
    """Take the lines of the records that were *told* of away, and keep one of each that stands."""
    by: dict[str, set[UUID]] = {}
    for _seq, label, record in told:
        by.setdefault(label, set()).add(record)
    for key, records in by.items():
        kind, every = public_kinds()[key], iter(records)
        while some := list(islice(every, AT_ONCE)):
            Line.objects.filter(record__in=some).delete()
            rows = kind.model._default_manager.known().filter(community=community, pk__in=some)
            _keep(kind, rows.select_related(*references(kind)))


def _keep(kind: Kind, rows: Iterable[Any]) -> None:
    lines = (_line(kind, row) for row in rows)
    while some := list(islice(lines, AT_ONCE)):
        put(some)


def _line(kind: Kind, row: Any) -> Line:
    name, all_of_it = said_in_both(row, kind)
    return Line(
        community_id=row.community_id, kind=kind.key, record=row.pk, day=row.day, name=fold(name)[:200],
        words=index_words(all_of_it),
    )  # fmt: skip
