"""What neighbours say of reports that still stand: we have it too, it is the same, it is right now or not."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from .facts import chance

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

LATELY = timedelta(days=60)


def hear(community: Community, today: date, *, by: str) -> None:
    """Households of a building join what stands there, and neighbours are drawn for what was put right.

    One report is found to have been told before. A second run adds nothing.
    """
    from liangxing.register.models import Household
    from liangxing.rooms.environment.actions.drawing import draw_neighbours
    from liangxing.rooms.environment.actions.problems import support
    from liangxing.rooms.environment.models import ProblemStep
    from liangxing.rooms.environment.queries.problems import drawn_for, public, state_of, steps_of

    stand = list(public(community).filter(until=None).order_by("day"))
    lately = [problem for problem in stand if problem.day >= today - LATELY]
    done = steps_of(lately)
    for problem in lately:
        homes = Household.objects.known().filter(building=problem.building_id).order_by("code")
        for home in homes[: chance(f"heard/{problem.code}").randrange(4)]:
            support(problem, home, day=today, by=home.code)
        if state_of(done[problem.fact]) == ProblemStep.State.FIXED and not drawn_for(problem):
            draw_neighbours(problem, day=today, by=by)
    _one_told_before(community, stand, today, by)


def _one_told_before(community: Community, stand: list[Any], today: date, by: str) -> None:
    """Of two of the same sort the later is told before as the earlier, once."""
    from liangxing.rooms.environment.actions.problems import merge
    from liangxing.rooms.environment.models import Problem

    if Problem.objects.known().filter(community=community).exclude(same_as=None).exists():
        return
    for _sort, some in groupby(sorted(stand, key=lambda p: (p.sort, p.day)), key=lambda p: p.sort):
        first, *later = some
        if later:
            merge(later[0], first, day=today, by=by)
            return
