"""What was saved, by many homes together: with its interval, and beside it what is not proven.

The pages read these. Sums hold homes whose verdict is an amount (*saved*, *used more*, *not proven*): whoever leaves
out what is not proven adds up luck. Of fewer than five homes no sum is told. How intervals add: ``metering.savings``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from liangxing.ledger.models import Community
from liangxing.metering.savings.verdict import One, Sum, together
from liangxing.register.turns import turns

from ..models import SavedUse, SavingMeasure

FEWEST = 5
WORDS: dict[str, str | Promise] = {
    "no-readings": gettext_lazy("nothing is known of its use in the year before"),
    "baseline-short": gettext_lazy("less than a year of use is known from before"),
    "baseline-gaps": gettext_lazy("more than a tenth of the days of the year before are unknown"),
    "estimated": gettext_lazy("more than a tenth of the year before is estimated"),
    "too-soon": gettext_lazy("fewer than four weeks of use are known since"),
    "weather": gettext_lazy("the weather of more than a tenth of the days is missing"),
    "weather-thin": gettext_lazy("in some month of the year before many days have no weather"),
    "weather-filled": gettext_lazy("days without weather count with their usual one, and the interval is wider"),
    "off-cycle": gettext_lazy("a bill of the year before that is too short or too long is left out"),
    "poor-fit": gettext_lazy("its use of the year before follows neither weather nor habit"),
    "absurd": gettext_lazy("the model would expect what no home uses"),
    "no-group": gettext_lazy("there are not fifteen similar homes to compare it with"),
    "negative": gettext_lazy("it was told to have used less than nothing"),
    "doubtful": gettext_lazy("its data could not be worked out"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Homes under one heading: ``key`` (a sort of measure, or ``with``/``without``), how many, and their sum.

    ``total`` is ``None`` where fewer than five homes have an amount.
    """

    key: str
    homes: int
    total: Sum | None


def reasons_of(saved: SavedUse) -> list[str | Promise]:
    """Why nothing more is said of it, in words."""
    return [WORDS.get(name, name) for name in saved.reasons.split(",") if name]


def saved_uses(community: Community, sort: str) -> QuerySet[SavedUse]:
    """Of each home its proof about one carrier (``electricity``, ``water`` …) that stands now; the newest first."""
    return SavedUse.objects.known().filter(community=community, sort=sort).order_by("-day", "pk")


def counts(community: Community, sort: str) -> dict[str, int]:
    """How many homes have each verdict: all four are there, with 0 too, in the order of the model."""
    found = Counter(saved_uses(community, sort).values_list("verdict", flat=True))
    return {verdict.value: found[verdict.value] for verdict in SavedUse.Verdict}


def reasons(community: Community, sort: str) -> list[tuple[str | Promise, int]]:
    """Why homes have no proof: each reason in words, with how many homes; the commonest first."""
    found: Counter[str] = Counter()
    for names in saved_uses(community, sort).filter(verdict="insufficient").values_list("reasons", flat=True):
        found.update(name for name in names.split(",") if name)
    return [(WORDS.get(name, name), many) for name, many in found.most_common()]


def total(community: Community, sort: str) -> Sum | None:
    """What homes saved with a measure or a pledge of their own; ``None`` where fewer than five have an amount.

    Homes that took part in the campaign alone are what the others are compared with: beside themselves they saved
    nothing, by construction, and are left out.
    """
    own = saved_uses(community, sort).exclude(occasion=SavedUse.Occasion.CAMPAIGN)
    return _sum(own)


def by_measure(community: Community, sort: str) -> list[Told]:
    """What the homes saved that put in each sort of saving measure from the start of their period on.

    A home with two sorts is in both: the sums are not to be added. In the order of ``SavingMeasure.Sort``.
    """
    own = turns(community)
    groups: dict[str, list[SavedUse]] = defaultdict(list)
    for use in saved_uses(community, sort).filter(occasion=SavedUse.Occasion.MEASURE):
        for key in _keys(own.get(use.household_id, ()), use, "measure"):
            groups[key].append(use)
    return [Told(key, len(groups[key]), _sum(groups[key])) for key in SavingMeasure.Sort.values if groups[key]]


def by_pledge(community: Community, sort: str) -> list[Told]:
    """What homes ``with`` a pledge from the start of their period on saved, and those ``without`` one."""
    own = turns(community)
    groups: dict[bool, list[SavedUse]] = {True: [], False: []}
    for use in saved_uses(community, sort):
        groups[bool(_keys(own.get(use.household_id, ()), use, "pledge"))].append(use)
    return [Told(key, len(uses), _sum(uses)) for key, uses in (("with", groups[True]), ("without", groups[False]))]


def by_building(community: Community, sort: str) -> dict[UUID, Told]:
    """By the fact of each building what its homes saved; buildings with fewer than five homes with a proof are out."""
    groups: dict[UUID, list[SavedUse]] = defaultdict(list)
    for use in saved_uses(community, sort).select_related("household"):
        groups[use.household.building_id].append(use)
    return {b: Told(str(b), len(uses), _sum(uses)) for b, uses in groups.items() if len(uses) >= FEWEST}


def _keys(own: Iterable[Any], use: SavedUse, sort: str) -> set[str]:
    """Which turns of a *sort* a home took within the period of its proof, or at its start."""
    until = use.until or use.day
    return {turn.key for turn in own if turn.sort == sort and use.began_on <= turn.day < until}


def _sum(uses: Iterable[SavedUse]) -> Sum | None:
    ones = [
        One(float(use.saved), float(use.own_error), float(use.group_error), use.group, str(use.day))
        for use in uses
        if use.saved is not None and use.own_error is not None and use.group_error is not None and use.group
    ]
    return together(ones) if len(ones) >= FEWEST else None
