"""What recording has cost here so far, read from the ledger: of all together, and never of one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from django.db.models import Count

from liangxing.ledger.models import Act, Community
from liangxing.ledger.remember import until_next_act
from liangxing.measures.measure import Measure
from liangxing.records.models import Record
from liangxing.register.models import Post

LOOKED_AT = 5000  # the newest acts: a year or two of a community, read in some hundredths of a second
ENOUGH = 5  # fewer than that are no basis for an estimate
SHORTEST_S, LONGEST_S = 5, 30 * 60  # shorter is a machine, longer had a pause in it
BACK = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Cost:
    """The median of ``minutes`` that one record took, from how ``many``."""

    minutes: int
    many: int


@until_next_act
def typing_costs(community: Community) -> Mapping[str, Cost]:
    """For each kind, by its label, the time between one act of an account and its writing of one record of the kind."""
    acts = Act.objects.filter(community=community).annotate(n=Count("entries")).order_by("-at")[:LOOKED_AT]
    before: dict[str, Any] = {}
    taken: dict[str, list[float]] = defaultdict(list)
    for actor, name, at, n in reversed(acts.values_list("actor", "name", "at", "n")):
        spent = (at - before[actor]).total_seconds() if actor in before else 0.0
        before[actor] = at
        kind, _dot, verb = name.rpartition(".")
        if verb == "write" and n == 1 and SHORTEST_S <= spent <= LONGEST_S:
            taken[kind].append(spent)
    return {
        kind: Cost(max(1, round(median(some) / 60)), len(some)) for kind, some in taken.items() if len(some) >= ENOUGH
    }


def lasting(community: Community, measure: Measure, day: date) -> Cost | None:
    """How long what the measure counts lasted itself, where its kind says so: a lesson takes longer than its line."""
    if not any(f.name == "duration_min" for f in measure.of._meta.fields):
        return None
    rows: Any = measure.of._default_manager.known().filter(measure.condition(community, None), community=community)
    some = list(
        rows.filter(day__gt=day - BACK, day__lte=day)
        .exclude(duration_min=None)
        .values_list("duration_min", flat=True)[:500]
    )
    return Cost(round(median(some)), len(some)) if len(some) >= ENOUGH else None


def usual_role(community: Community, kind: type[Record]) -> str:
    """The role whose holders told the newest records of *kind* most often; empty when nobody did."""
    newest = kind._default_manager.known().filter(community=community).order_by("-day")[:50]
    actors = Counter(newest.values_list("act__actor", flat=True))
    posts = dict(Post.objects.known().filter(community=community, account__in=actors).values_list("account", "role"))
    roles: Counter[str] = Counter()
    for actor, n in actors.items():
        if actor in posts:
            roles[posts[actor]] += n
    return roles.most_common(1)[0][0] if roles else ""
