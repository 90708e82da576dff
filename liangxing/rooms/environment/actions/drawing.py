"""Drawing neighbours by lot, who say whether what was put right is really settled."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from liangxing.kernel.drawing import drawn, new_seed
from liangxing.records.actions import write_many
from liangxing.register.models import Household, Post

from ..models import Problem, ProblemDraw

ASKED = 3  # neighbours at once: one of them is at home
ENOUGH = 5  # of fewer households one could guess who was drawn, so the estate is drawn from


def neighbours(problem: Problem, day: date, by: str) -> list[UUID]:
    """Households of the building, its estate, or the community; not the reporter's, nor one of whoever put it right."""
    every = Household.objects.known().standing_on(day).filter(community=problem.community)
    mending = Post.objects.known().filter(community=problem.community, account=by).exclude(household=None)
    others = every.exclude(fact__in=mending.values("household"))
    if problem.household_id:
        others = others.exclude(fact=problem.household_id)
    house = problem.building
    circles = [Q(building=house.fact)] if house else []
    if house and house.estate_id:
        circles.append(Q(building__estate=house.estate_id))
    for circle in [*circles, Q()]:
        found = list(others.filter(circle).order_by().values_list("fact", flat=True))
        if len(found) >= ENOUGH:
            return found
    return found


def draw_neighbours(problem: Problem, *, day: date, by: str) -> None:
    """Draw neighbours with a new seed, which stands on the report's page: anybody can draw the same again."""
    among, seed = neighbours(problem, day, by), new_seed()
    lots = [
        ProblemDraw(problem_id=problem.fact, household_id=fact, seed=seed, rank=n, among=len(among), day=day)
        for n, fact in enumerate(drawn(among, ASKED, seed, key=lambda fact: fact.hex), 1)
    ]
    write_many(lots, community=problem.community, by=by)
