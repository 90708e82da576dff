"""How far figures are proved: of the rows behind each, how many have evidence, and how many were corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime

from django.db.models import Aggregate, BooleanField, Case, Count, F, Q, When

from liangxing.evidence.models import Piece
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.ledger.remember import until_told_of

from .figures import Answers, divided, groups, kinds_of
from .folds import Value, settle
from .measure import MEASURES


@dataclass(frozen=True, slots=True)
class Proved:
    """Of ``rows``: how many have evidence, are a later telling of their fact, or came ``late``, when that is asked."""

    rows: int = 0
    proved: int = 0
    corrected: int = 0
    late: int = 0

    @property
    def seal(self) -> str:
        """``whole``, ``part`` (also when no row has evidence yet), or ``none`` when there is no row at all."""
        if not self.rows:
            return "none"
        return "whole" if self.proved == self.rows else "part"

    def __add__(self, other: Proved) -> Proved:
        return Proved(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


@until_told_of(kinds_of)
def _counted(
    community: Community, keys: tuple[str, ...], period: Period, known_at: datetime | None, after: datetime | None
) -> dict[str, tuple[Value, Proved]]:
    """Every measure of one kind and shape: one query."""
    [group] = groups(keys)
    pieces = Piece.objects.known(known_at).filter(community=community).values("proves")
    has = Case(When(Q(fact__in=pieces) | Q(act_id__in=pieces), then=True), default=False, output_field=BooleanField())
    wanted: dict[str, Aggregate] = {"known": Count("id")}
    for i, m in enumerate(group):
        asked = m.condition(community, known_at)
        wanted[f"value{i}"] = m.fold.orm(asked)
        wanted[f"rows{i}"] = Count("id", filter=asked)
        wanted[f"proved{i}"] = Count("id", filter=asked & Q(has_evidence=True))
        wanted[f"again{i}"] = Count("id", filter=asked & ~Q(fact=F("id")))
        if after:
            wanted[f"late{i}"] = Count("id", filter=asked & Q(recorded_at__gte=after))
    got = group[0].known(community, period, known_at).annotate(has_evidence=has).aggregate(**wanted)
    return {
        m.key: (
            settle(m.of, m.fold, got["known"], got[f"value{i}"]),
            Proved(got[f"rows{i}"], got[f"proved{i}"], got[f"again{i}"], got.get(f"late{i}", 0)),
        )
        for i, m in enumerate(group)
    }


def stated(
    keys: Iterable[str],
    community: Community,
    period: Period,
    known_at: datetime | None = None,
    *,
    after: datetime | None = None,
) -> tuple[Answers, dict[str, Proved]]:
    """Each of *keys* with its figure, and with how far it is proved: as many queries as kinds are asked.

    What was recorded *after* a moment counts as late; by default nothing does.
    """
    keys, counted = list(keys), dict[str, tuple[Value, Proved]]()
    for group in groups(keys):
        counted |= _counted(community, tuple(m.key for m in group), period, known_at, after)
    seals = {key: sum((counted[m.key][1] for m in MEASURES[key].counted), Proved()) for key in keys}
    return divided(keys, {key: value for key, (value, _seal) in counted.items()}), seals


def proved(
    keys: Iterable[str], community: Community, period: Period, known_at: datetime | None = None
) -> dict[str, Proved]:
    """Each of *keys* with how far it is proved; a ratio as far as both its sides are."""
    return stated(keys, community, period, known_at)[1]
