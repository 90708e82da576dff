"""Proofs of savings that stand, their verdicts counted, and why some say nothing. Their sums: ``sums``."""

from __future__ import annotations

from collections import Counter

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from liangxing.ledger.models import Community

from ..models import SavedUse

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
