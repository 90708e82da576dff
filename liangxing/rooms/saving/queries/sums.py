"""Proofs of saving added up over homes: a total with its interval, a mean of homes and years, verdicts counted.

Sums hold homes whose verdict is an amount (*saved*, *used more*, *not proven*): whoever leaves out what is not proven
adds up luck. How intervals add: ``metering.savings``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from liangxing.ledger.models import Community
from liangxing.ledger.remember import until_told_of
from liangxing.measures.charts.shares import FEWEST as SHOWN_FROM
from liangxing.metering.savings.verdict import One, Sum, together
from liangxing.register.models import Building, Household
from liangxing.register.turns import turns

from ..models import SavedUse, SavingMeasure
from .similar import FEWEST

YEAR_D = 365


@dataclass(frozen=True, slots=True)
class Total:
    """What some homes saved of one carrier: ``together`` over their periods, and ``a_year`` for one home and year.

    Both are ``None`` where fewer than fifteen homes have a number: so few tell nothing, or tell of somebody.
    """

    sort: str
    unit: str
    verdicts: Counter[str]
    counted: int
    together: Sum | None
    a_year: Sum | None

    @property
    def homes(self) -> int:
        """Of how many homes anything was asked, those with insufficient data among them."""
        return sum(self.verdicts.values())


def newest(community: Community, sort: str) -> list[SavedUse]:
    """The newest proof of each meter of one carrier."""
    told = SavedUse.objects.known().filter(community=community, sort=sort).order_by("day", "recorded_at")
    return list({proof.meter_id: proof for proof in told}.values())


@until_told_of(lambda *_asked, **_more: {SavedUse._meta.label_lower})
def total(community: Community, sort: str) -> Total:
    """What homes saved of one carrier that did something of their own, counted anew when a proof changes.

    Homes of the campaign alone are what the others are compared with: beside themselves they saved nothing.
    """
    proofs = newest(community, sort)
    own = total_of(sort, [proof for proof in proofs if proof.occasion != SavedUse.Occasion.CAMPAIGN])
    return replace(own, unit=next((p.unit for p in proofs), ""), verdicts=Counter(p.verdict for p in proofs))


def total_of(sort: str, proofs: Collection[SavedUse]) -> Total:
    """*proofs* of one carrier added up, by the rule of the proofs themselves."""
    told = [proof for proof in proofs if proof.saved is not None and proof.group]
    unit = next((proof.unit for proof in proofs), "")
    few = len({proof.household_id for proof in told}) < FEWEST
    return Total(
        sort=sort,
        unit=unit,
        verdicts=Counter(proof.verdict for proof in proofs),
        counted=len(told),
        together=None if few else together(_one(proof, 1.0) for proof in told),
        a_year=None if few else _mean(together(_one(proof, _to_a_year(proof)) for proof in told)),
    )


def _one(proof: SavedUse, times: float) -> One:
    saved, own, shared = (float(n or 0) * times for n in (proof.saved, proof.own_error, proof.group_error))
    return One(saved, own, shared, proof.group, f"{proof.day}/{proof.until}")


def _to_a_year(proof: SavedUse) -> float:
    return YEAR_D / (proof.until - proof.day).days if proof.until else 1.0


def _mean(whole: Sum | None) -> Sum | None:
    """A sum of homes as that of one of them."""
    if whole is None:
        return None
    many = whole.homes
    return Sum(many, whole.saved / many, whole.low / many, whole.high / many)


def by_pledge(
    community: Community, proofs: Iterable[SavedUse], call: str = ""
) -> tuple[list[SavedUse], list[SavedUse]]:
    """*proofs* of homes that pledged, the *call* of that code or any, in the time that they tell of; and the others.

    What was promised before lies in the use that it is compared with, and can save nothing more.
    """
    own = turns(community)
    within: list[SavedUse] = []
    without: list[SavedUse] = []
    for proof in proofs:
        until = proof.until or proof.day
        given = any(
            turn.sort == "pledge" and call in ("", turn.key) and proof.began_on <= turn.day < until
            for turn in own.get(proof.household_id, ())
        )
        (within if given else without).append(proof)
    return within, without


def of_kind(community: Community, kind: str, proofs: Iterable[SavedUse]) -> list[SavedUse]:
    """Those of *proofs* that are counted from the day on which their home put in a measure of *kind*, and no other."""
    told = SavingMeasure.objects.known().filter(community=community)
    days: dict[tuple[UUID, object], set[str]] = {}
    for home, day, sort in told.values_list("household", "day", "sort"):
        days.setdefault((home, day), set()).add(sort)
    measure = SavedUse.Occasion.MEASURE
    return [p for p in proofs if p.occasion == measure and days.get((p.household_id, p.began_on)) == {kind}]


def by_house(community: Community, sort: str) -> list[tuple[Building, Sum | None]]:
    """What the homes of each building saved together, of all that have a proof; ``None`` of fewer than five.

    Where one building alone would be left out, the smallest of the others is too: the sum of all is open.
    """
    told = [proof for proof in newest(community, sort) if proof.saved is not None and proof.group]
    lives = dict(Household.objects.known().filter(community=community).values_list("fact", "building_id"))
    houses: dict[UUID, list[SavedUse]] = {}
    for proof in told:
        if (building := lives.get(proof.household_id)) is not None:
            houses.setdefault(building, []).append(proof)
    hidden = {building for building, some in houses.items() if len(some) < SHOWN_FROM}
    if len(hidden) == 1 and len(houses) > 1:
        hidden.add(min(houses.keys() - hidden, key=lambda building: (len(houses[building]), str(building))))
    named = Building.objects.known().filter(community=community, fact__in=houses).order_by("code")
    return [(b, None if b.fact in hidden else together(_one(p, 1.0) for p in houses[b.fact])) for b in named]
