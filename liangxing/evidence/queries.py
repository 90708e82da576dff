"""Which evidence stands behind which records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

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
    told = rows.order_by().values("fact"), rows.order_by().values("act_id")
    pieces = Piece.objects.known()
    of_fact = pieces.filter(proves__in=told[0])
    of_act = pieces.filter(proves__in=told[1])
    proved = rows.filter(fact__in=of_fact.values("proves")) | rows.filter(act_id__in=of_act.values("proves"))
    return Coverage(rows.count(), proved.count(), (of_fact | of_act).count())
