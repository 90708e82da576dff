"""Two records that may be one: warned of when one is written, and listed as pairs. Nothing is merged by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from liangxing.ledger.models import Community
from liangxing.records.models import Record

from .models import Estate, Household, Organisation, Place, Resident, Unlike

ALIKE = 90  # per cent of letters by which two names of organisations are taken for one
MOST = 200  # records with one name or number beyond which it tells nothing apart


@dataclass(frozen=True, slots=True)
class Pair:
    """Two standing records that may be one, and why one might think so."""

    one: Any
    other: Any
    why: str | Promise


def bare(name: str) -> str:
    """*name* without spaces and capitals.

    >>> bare(" Jin Qiu ")
    'jinqiu'
    """
    return "".join(str(name).split()).casefold()


def _of_resident(row: Any) -> Iterator[tuple[str, str | Promise]]:
    if row.identity_number:
        yield f"i {row.identity_number.casefold()}", _("the same identity number")
    if row.name:
        yield f"n {row.household.building_id} {bare(row.name)}", _("the same name in one building")


def _of_organisation(row: Any) -> Iterator[tuple[str, str | Promise]]:
    if row.credit_code:
        yield f"c {row.credit_code.casefold()}", _("the same credit code")
    yield f"n {bare(row.name)}", _("the same name")


def _of_named(row: Any) -> Iterator[tuple[str, str | Promise]]:
    yield f"n {bare(row.name)}", _("the same name")


def _of_household(row: Any) -> Iterator[tuple[str, str | Promise]]:
    if row.flat_id:
        yield f"f {row.flat_id}", _("the same flat")
    yield f"c {bare(row.code)}", _("the same code")


Marks = Callable[[Any], Iterator[tuple[str, "str | Promise"]]]
MARKS: dict[type[Record], tuple[Marks, tuple[str, ...]]] = {
    Resident: (_of_resident, ("household",)),
    Organisation: (_of_organisation, ("building",)),
    Household: (_of_household, ("building",)),
    Estate: (_of_named, ()),
    Place: (_of_named, ()),
}


def _standing(kind: type[Record], community: Community) -> Any:
    return kind._default_manager.known().filter(community=community).select_related(*MARKS[kind][1]).order_by("pk")


def pairs(kind: type[Record], community: Community) -> list[Pair]:
    """Pairs of standing records of *kind* that may be one, without those that were looked at and are two."""
    marks = MARKS[kind][0]
    groups: dict[str, list[Any]] = {}
    whys: dict[str, str | Promise] = {}
    rows = list(_standing(kind, community))
    for row in rows:
        for mark, why in marks(row):
            groups.setdefault(mark, []).append(row)
            whys[mark] = why
    found = {
        frozenset((a.fact, b.fact)): Pair(a, b, whys[mark])
        for mark, group in groups.items()
        if len(group) <= MOST
        for a, b in combinations(group, 2)
    }
    if kind is Organisation:
        found = {frozenset((p.one.fact, p.other.fact)): p for p in _sounding_alike(rows)} | found
    return [pair for facts, pair in found.items() if facts not in _two(kind, community)]


def _sounding_alike(rows: list[Any]) -> Iterator[Pair]:
    """Organisations whose names differ by a letter or two."""
    names = [bare(row.name) for row in rows]
    for n, one in enumerate(rows):
        for m in range(n + 1, len(rows)):
            if fuzz.ratio(names[n], names[m], score_cutoff=ALIKE):
                yield Pair(one, rows[m], _("names that are nearly the same"))


def _two(kind: type[Record], community: Community) -> set[frozenset[UUID]]:
    told = Unlike.objects.known().filter(community=community, kind=kind._meta.label_lower)
    return {frozenset(facts) for facts in told.values_list("one", "other")}


def twins(record: Record, community: Community | None = None) -> list[Any]:
    """Standing records that may be the same as *record*, kept or not; empty for kinds that are not compared."""
    kind = type(record)
    if kind not in MARKS:
        return []
    where = community or record.community
    mine = {mark for mark, _why in MARKS[kind][0](record)}
    rows = _narrowed(
        kind, record, _standing(kind, where).exclude(fact=record.fact) if record.fact else _standing(kind, where)
    )
    return [row for row in rows if mine & {mark for mark, _why in MARKS[kind][0](row)} or _alike(kind, record, row)]


def _narrowed(kind: type[Record], record: Any, rows: Any) -> Any:
    """Only those of *rows* that can be alike: a community has ten thousand residents, and few with one name."""
    if kind is not Resident:
        return rows
    named = rows.filter(name=record.name)
    return named | rows.filter(identity_number=record.identity_number) if record.identity_number else named


def _alike(kind: type[Record], one: Any, other: Any) -> bool:
    return kind is Organisation and fuzz.ratio(bare(one.name), bare(other.name)) >= ALIKE
