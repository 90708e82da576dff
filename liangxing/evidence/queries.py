"""Which evidence stands behind which records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from liangxing.ledger.models import Community, Entry
from liangxing.records.models import Record, Records

from .models import Piece


def pieces_for(records: Iterable[Record]) -> dict[UUID, list[Piece]]:
    """For each record by its id, the pieces that prove its fact or the act that told it: those of the fact first."""
    some = list(records)
    asked = {r.fact for r in some} | {r.act_id for r in some}
    found: dict[UUID, list[Piece]] = {}
    for piece in Piece.objects.known().filter(proves__in=asked).order_by("recorded_at"):
        found.setdefault(piece.proves, []).append(piece)
    return {r.pk: found.get(r.fact, []) + found.get(r.act_id, []) for r in some}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far rows are proved: how many there are, how many have evidence, and how many pieces that is."""

    rows: int
    proved: int
    pieces: int

    @property
    def seal(self) -> str:
        """Which seal the figure bears: ``whole``, ``part``, or ``none`` when there is no row at all."""
        if not self.rows:
            return "none"
        return "whole" if self.proved == self.rows else "part"


def coverage(rows: Records[Any]) -> Coverage:
    """The coverage of *rows*, counted in the database whatever their number."""
    pieces = Piece.objects.known().values("proves")
    proved = Count("id", filter=Q(fact__in=pieces) | Q(act_id__in=pieces))
    counted = rows.order_by().aggregate(rows=Count("id"), proved=proved)
    return Coverage(counted["rows"], counted["proved"], pieces_behind(rows))


def pieces_behind(rows: Records[Any]) -> int:
    """How many pieces prove one of *rows* or the act that told it."""
    told, pieces = rows.order_by(), Piece.objects.known()
    # Only rows that something proves are gathered: of many rows they are few, or else the pieces are as many.
    facts = told.filter(fact__in=pieces.values("proves")).values("fact")
    acts = told.filter(act_id__in=pieces.values("proves")).values("act_id")
    return pieces.filter(Q(proves__in=facts) | Q(proves__in=acts)).count()


def touched(community: Community, pieces: Iterable[UUID]) -> set[str]:
    """The kinds of the records that *pieces* prove: figures of these are proved further than they were."""
    proves = Piece.objects.filter(pk__in=pieces).values("proves")
    told = Entry.objects.filter(Q(record__in=proves) | Q(act_id__in=proves), community=community)
    return set(told.order_by().values_list("kind", flat=True).distinct())
