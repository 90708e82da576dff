"""Pictures that everybody may see: of activities, and of works before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from liangxing.activities.models import Activity
from liangxing.evidence.access import PICTURES, is_picture, shown
from liangxing.evidence.models import Piece
from liangxing.evidence.queries import pieces_for
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.records.models import Record, Records
from liangxing.register.rights import Rights
from liangxing.rooms.environment.models import Works
from liangxing.rooms.environment.queries.works import pictures_of

EVERYBODY = Rights()  # without a post: a public page is the same for all who open it
SHOWN_KINDS: tuple[Any, ...] = (Activity, Works)
SHOWN_SORTS = ("photo", "before", "after")  # a sign-in sheet or minutes may come as a picture, and name people


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and the record that it proves."""

    piece: Piece
    record: Record


@dataclass(frozen=True, slots=True)
class Changed:
    """Works of which there is a picture of before and one of after."""

    record: Works
    before: Piece
    after: Piece


def of_records(records: Sequence[Record]) -> dict[UUID, list[Piece]]:
    """For each record, by its id, the pictures of its own that everybody may see."""
    found = pieces_for(records)
    return {
        r.pk: [
            p
            for p in shown(EVERYBODY, type(r), found[r.pk])
            if is_picture(p) and p.sort in SHOWN_SORTS and p.proves == r.fact
        ]
        for r in records
    }


def _photos(community: Community) -> Records[Piece]:
    rows: Records[Piece] = Piece.objects.known().filter(community=community, media_type__in=PICTURES)
    return rows.filter(sort__in=SHOWN_SORTS)


def within(community: Community, period: Period) -> list[Picture]:
    """Every picture taken in *period*, the oldest first."""
    some = _photos(community).within(period)
    by = {piece.pk: piece for piece in some.order_by("day", "recorded_at")}
    about: dict[UUID, Record] = {}
    for kind in SHOWN_KINDS:
        rows = kind.objects.known().filter(community=community, fact__in=some.order_by().values("proves"))
        about |= {row.fact: row for row in rows}
    pairs = ((piece, about[piece.proves]) for piece in by.values() if piece.proves in about)
    return [Picture(piece, record) for piece, record in pairs if shown(EVERYBODY, type(record), [piece])]


def years(community: Community) -> list[int]:
    """The years of which there are pictures, the newest first."""
    proved = [kind.objects.known().filter(community=community).values("fact") for kind in SHOWN_KINDS]
    some = _photos(community)
    pictured = some.filter(proves__in=proved[0]) | some.filter(proves__in=proved[1])
    return [day.year for day in pictured.dates("day", "year", order="DESC")]


def changed(works: Iterable[Works]) -> list[Changed]:
    """Those of *works* that can be seen before and after."""
    some = list(works)
    spots = pictures_of(some)
    taken = of_records([picture for spot in spots.values() for picture in (spot.before, spot.after) if picture])
    found = []
    for record, pieces in zip(some, of_records(some).values(), strict=True):
        sorts = {piece.sort: piece for piece in pieces}
        if (spot := spots.get(record.fact)) and spot.before and spot.after:  # from one spot is better than from any
            sorts |= {piece.sort: piece for picture in (spot.before, spot.after) for piece in taken[picture.pk]}
        if "before" in sorts and "after" in sorts:
            found.append(Changed(record, sorts["before"], sorts["after"]))
    return found
