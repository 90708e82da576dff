"""How far reported problems have come, who asked for the same, and what is already known nearby."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from liangxing.kernel.ground import distance_m
from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Household

from ..models import Problem, ProblemDraw, ProblemStep, ProblemSupport
from ..models.problems import PUBLIC
from ..triage.categories import category, groups
from ..triage.grid import rows_around
from ..triage.likeness import NEAR_M, likeness, words_alike

LATELY = timedelta(days=30)  # what was settled so lately may well be what is reported again
ALIKE = 0.5  # from here on a report is worth being shown as perhaps the same
SUGGESTED = 3


def steps_of(problems: Iterable[Problem]) -> dict[UUID, list[ProblemStep]]:
    """For each problem by its fact, what was done about it, in the order in which it was told. One query."""
    found: dict[UUID, list[ProblemStep]] = {problem.fact: [] for problem in problems}
    steps = ProblemStep.objects.known().filter(problem__in=found).select_related("post").order_by("recorded_at")
    for step in steps:
        found[step.problem_id].append(step)
    return found


def state_of(steps: list[ProblemStep]) -> ProblemStep.State:
    """Where the last of *steps* leaves the problem; before any, it has been received."""
    return ProblemStep.State(steps[-1].state) if steps else ProblemStep.State.RECEIVED


def public(community: Community) -> Records[Problem]:
    """The reports that everybody may see: not private ones, not what was told before, not what waits for a look."""
    return Problem.objects.filter(PUBLIC, community=community)


def drawn_for(problem: Problem) -> list[ProblemDraw]:
    """The neighbours who were drawn last, in their order."""
    every = list(ProblemDraw.objects.known().filter(problem=problem.fact).order_by("-recorded_at", "rank"))
    return [one for one in every if one.seed == every[0].seed]


def drawn_at(home: Household) -> Records[Problem]:
    """The open reports for which *home* was drawn."""
    asked = ProblemDraw.objects.known().filter(household=home.fact).values("problem")
    return Problem.objects.known().filter(fact__in=asked, until=None).order_by("day")


def supporters(problems: Iterable[Problem]) -> dict[UUID, int]:
    """For each problem how many other households have the same: who said so, and who reported it under another number.

    Two queries.
    """
    some = list(problems)
    found: dict[Any, set[UUID | None]] = {problem.fact: set() for problem in some}
    for fact, home in ProblemSupport.objects.known().filter(problem__in=found).values_list("problem", "household"):
        found[fact].add(home)
    merged: Any = Problem.objects.known().filter(same_as__in=found)
    for fact, home in merged.values_list("same_as", "household"):
        found[fact].add(home)
    return {problem.fact: len(found[problem.fact] - {problem.household_id, None}) for problem in some}


@dataclass(frozen=True, slots=True)
class Alike:
    """A report that may be the same: how far away it lies, and from 0 to 1 how alike it is."""

    problem: Problem
    distance_m: float
    likeness: float


def alike(told: Problem, community: Community, day: date, *, rows: Records[Problem] | None = None) -> list[Alike]:
    """Reports near *told*, of the same group of categories, that stand or were settled lately; the likeliest first.

    *told* need not be kept, but must know its place (``Problem.locate``). Public ones, or of *rows*.
    """
    if told.spot is None:
        return []
    kinds = [one.key for one in groups()[category(told.sort).group]]
    near = rows_around(told.east_udeg, told.north_udeg, NEAR_M)  # type: ignore[arg-type]
    cells = [cell for first, last in near for cell in range(first, last + 1)]
    some = (public(community) if rows is None else rows).filter(
        Q(until=None) | Q(until__gt=day - LATELY), cell__in=cells, sort__in=kinds
    )
    found = []
    for other in some.exclude(fact=told.fact).select_related("building", "place").order_by():
        far = distance_m(told.spot, other.spot)  # type: ignore[arg-type]
        found.append(Alike(other, far, likeness(far, words_alike(told.text, other.text))))
    found.sort(key=lambda one: -one.likeness)
    return [one for one in found if one.likeness >= ALIKE][:SUGGESTED]
