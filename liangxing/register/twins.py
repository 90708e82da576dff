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


Why = tuple[str, "str | Promise"]  # a mark that two alike share, and what is the same


def _of_resident(number: str, name: str, building: Any) -> Iterator[Why]:
    if number:
        yield f"i {number.casefold()}", _("the same identity number")
    if name:
        yield f"n {building} {bare(name)}", _("the same name in one building")


def _of_organisation(code: str, name: str) -> Iterator[Why]:
    if code:
        yield f"c {code.casefold()}", _("the same credit code")
    yield f"n {bare(name)}", _("the same name")


def _of_household(flat: Any, code: str) -> Iterator[Why]:
    if flat:
        yield f"f {flat}", _("the same flat")
    yield f"c {bare(code)}", _("the same code")


def _of_named(name: str) -> Iterator[Why]:
    yield f"n {bare(name)}", _("the same name")


# For each kind that is compared, the columns by which it is, and the marks that their values make.
MARKS: dict[type[Record], tuple[tuple[str, ...], Callable[..., Iterator[Why]]]] = {
    Resident: (("identity_number", "name", "household__building_id"), _of_resident),
    Organisation: (("credit_code", "name"), _of_organisation),
    Household: (("flat_id", "code"), _of_household),
    Estate: (("name",), _of_named),
    Place: (("name",), _of_named),
}
APART: dict[type[Record], tuple[str, ...]] = {Resident: ("sex", "born_on")}  # known and different: two, and not one


def _standing(kind: type[Record], community: Community) -> Any:
    return kind._default_manager.known().filter(community=community).order_by("pk")


def _marks(record: Record) -> dict[str, str | Promise]:
    """The marks of one record, kept or not."""
    columns, make = MARKS[type(record)]
    values = []
    for column in columns:
        value: Any = record
        for part in column.split("__"):
            value = getattr(value, part)
        values.append(value)
    return dict(make(*values))


def pairs(kind: type[Record], community: Community) -> list[Pair]:
    """Pairs of standing records of *kind* that may be one, without those that were looked at and are two.

    Only the compared columns of all records are read, for there are ten thousand; whole records only of the pairs.
    """
    columns, make = MARKS[kind]
    groups: dict[str, list[UUID]] = {}
    whys: dict[str, str | Promise] = {}
    rows = list(_standing(kind, community).values_list("pk", *columns))
    for pk, *values in rows:
        for mark, why in make(*values):
            groups.setdefault(mark, []).append(pk)
            whys[mark] = why
    alike = {two: whys[mark] for mark, pks in groups.items() if len(pks) <= MOST for two in combinations(pks, 2)}
    if kind is Organisation:
        alike = _sounding_alike([(pk, name) for pk, _code, name in rows]) | alike
    some = kind._default_manager.in_bulk({pk for two in alike for pk in two})
    told, found = _two(kind, community), [Pair(some[a], some[b], why) for (a, b), why in alike.items()]
    return [p for p in found if frozenset((p.one.fact, p.other.fact)) not in told and not _differ(p.one, p.other)]


def _sounding_alike(named: list[tuple[UUID, str]]) -> dict[tuple[UUID, UUID], str | Promise]:
    """Organisations whose names differ by a letter or two."""
    some = [(pk, bare(name)) for pk, name in named]
    return {
        (one[0], other[0]): _("names that are nearly the same")
        for one, other in combinations(some, 2)
        if fuzz.ratio(one[1], other[1], score_cutoff=ALIKE)
    }


def _differ(one: Any, other: Any) -> bool:
    """Whether something that never changes is known of both, and is not the same."""
    known = ((getattr(one, name), getattr(other, name)) for name in APART.get(type(one), ()))
    return any(a and b and a != b for a, b in known)


def _two(kind: type[Record], community: Community) -> set[frozenset[UUID]]:
    told = Unlike.objects.known().filter(community=community, kind=kind._meta.label_lower)
    return {frozenset(facts) for facts in told.values_list("one", "other")}


def twins(record: Record, community: Community | None = None) -> list[Any]:
    """Standing records that may be the same as *record*, kept or not; empty for kinds that are not compared."""
    kind = type(record)
    if kind not in MARKS:
        return []
    others = _standing(kind, community or record.community)
    if record.fact:
        others = others.exclude(fact=record.fact)
    mine = _marks(record).keys()
    return [
        row
        for row in _narrowed(kind, record, others)
        if (mine & _marks(row).keys() or _alike(kind, record, row)) and not _differ(record, row)
    ]


def _narrowed(kind: type[Record], record: Any, rows: Any) -> Any:
    """Only those of *rows* that can be alike: a community has ten thousand residents, and few with one name."""
    if kind is not Resident:
        return rows
    rows = rows.select_related("household")
    named = rows.filter(name=record.name)
    return named | rows.filter(identity_number=record.identity_number) if record.identity_number else named


def _alike(kind: type[Record], one: Any, other: Any) -> bool:
    return kind is Organisation and fuzz.ratio(bare(one.name), bare(other.name)) >= ALIKE
