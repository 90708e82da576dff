"""The community's savings: a total with its interval, and how many homes were told what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.evidence.queries import coverage
from liangxing.ledger.models import Community
from liangxing.measures.charts.shares import FEWEST as SHOWN_FROM
from liangxing.records.visit import Visit
from liangxing.rooms.saving.models import SavedUse
from liangxing.rooms.saving.models.meters import Carrier
from liangxing.rooms.saving.queries import by_pledge, factor_of, newest, total, total_of
from liangxing.rooms.saving.queries.similar import FEWEST
from liangxing.rooms.saving.queries.sums import Total

VERDICTS = ("saved", "unproven", "more", "insufficient")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one carrier. ``verdicts``: key, word and count of each; ``None`` of fewer than five homes."""

    name: str
    total: Total
    verdicts: list[tuple[str, str, int]] | None
    co2_kg: tuple[float, float, float] | None
    seal: str
    first: date | None
    after: date | None
    groups: list[tuple[str, Total]]


def saved(request: Visit) -> HttpResponse:
    """Each carrier of which anything was worked out, and what it means in words."""
    today = localdate()
    told = [one for sort in Carrier if (one := told_of(request.community, sort, today))]
    return render(request, "saved/saved.html", {"told": told, "fewest": FEWEST, "day": today})


def told_of(community: Community, sort: str, today: date) -> Told | None:
    """What is told of one carrier; ``None`` while nothing was worked out."""
    proofs = newest(community, sort)
    if not proofs:
        return None
    sum_ = total(community, sort)
    rows = SavedUse.objects.known().filter(community=community, sort=sort)
    words = [(verdict, str(SavedUse.Verdict(verdict).label), sum_.verdicts[verdict]) for verdict in VERDICTS]
    return Told(
        name=str(Carrier(sort).label),
        total=sum_,
        verdicts=words if sum_.homes >= SHOWN_FROM else None,
        co2_kg=_co2(sum_, today),
        seal=coverage(rows).seal,
        first=min((proof.day for proof in proofs), default=None),
        after=max((proof.until for proof in proofs if proof.until), default=None),
        groups=_groups(community, sort, proofs),
    )


def _co2(told: Total, today: date) -> tuple[float, float, float] | None:
    """The same as kilograms of CO₂: most likely, at least, at most."""
    factor, sum_ = factor_of(told.sort), told.together
    edition = factor.editions.on(today) if factor else None
    if edition is None or sum_ is None:
        return None
    kg = float(edition.kg)
    return sum_.saved * kg, sum_.low * kg, sum_.high * kg


def _groups(community: Community, sort: str, proofs: Collection[SavedUse]) -> list[tuple[str, Total]]:
    """Homes that pledged anything in the time that is told of, and homes that did not."""
    holders, others = by_pledge(community, proofs)
    return [("holders", total_of(sort, holders)), ("others", total_of(sort, others))]
