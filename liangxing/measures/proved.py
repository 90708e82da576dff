"""How far figures are proved: of the rows behind each, how many have evidence, and how many were corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, Case, Count, F, Q, When

from liangxing.evidence.models import Piece
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community

from .figures import Group, groups
from .measure import MEASURES


@dataclass(frozen=True, slots=True)
class Proved:
    """Of ``rows``: how many have evidence, and how many are a later telling of their fact."""

    rows: int = 0
    proved: int = 0
    corrected: int = 0

    @property
    def seal(self) -> str:
        """``whole``, ``part`` (also when no row has evidence yet), or ``none`` when there is no row at all."""
        if not self.rows:
            return "none"
        return "whole" if self.proved == self.rows else "part"

    def __add__(self, other: Proved) -> Proved:
        return Proved(self.rows + other.rows, self.proved + other.proved, self.corrected + other.corrected)


def _counted(group: Group, community: Community, period: Period, known_at: datetime | None) -> dict[str, Proved]:
    """Every measure of one kind and shape: one query."""
    pieces = Piece.objects.known(known_at).filter(community=community).values("proves")
    has = Case(When(Q(fact__in=pieces) | Q(act_id__in=pieces), then=True), default=False, output_field=BooleanField())
    wanted = {}
    for i, m in enumerate(group):
        asked = m.condition(community, known_at)
        wanted[f"rows{i}"] = Count("id", filter=asked)
        wanted[f"proved{i}"] = Count("id", filter=asked & Q(has_evidence=True))
        wanted[f"again{i}"] = Count("id", filter=asked & ~Q(fact=F("id")))
    got = group[0].known(community, period, known_at).annotate(has_evidence=has).aggregate(**wanted)
    return {m.key: Proved(got[f"rows{i}"], got[f"proved{i}"], got[f"again{i}"]) for i, m in enumerate(group)}


def proved(
    keys: Iterable[str], community: Community, period: Period, known_at: datetime | None = None
) -> dict[str, Proved]:
    """Each of *keys* with how far it is proved; a ratio as far as both its sides are."""
    keys, counted = list(keys), dict[str, Proved]()
    for group in groups(keys):
        counted |= _counted(group, community, period, known_at)
    return {key: sum((counted[m.key] for m in MEASURES[key].counted), Proved()) for key in keys}
