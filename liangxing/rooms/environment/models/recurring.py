"""Whether the same comes again at the same place: what was mended and did not hold."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q

from liangxing.kernel.ground import distance_m
from liangxing.ledger.models import Act

from ..triage.grid import rows_around

if TYPE_CHECKING:
    from .problems import Problem

WITHIN = timedelta(days=90)
SAME_SPOT_M = 30  # of two points without a building: the same lamp, the same corner

# What the open act has told so far: of many reports that are told at once, none is in the database yet.
_told: ContextVar[tuple[UUID | None, dict[str, list[Problem]]]] = ContextVar("problems told", default=(None, {}))


def comes_again(problem: Problem, act: Act) -> bool:
    """Whether one of the same category was reported at the same place in the ninety days before it."""
    every = _beside(problem, act)
    found = any(_same(problem, other) for other in [*every, *_kept(problem)])
    every.append(problem)
    return found


def _beside(problem: Problem, act: Act) -> list[Problem]:
    """The reports of the same category that this act has told."""
    if _told.get()[0] != act.pk:
        _told.set((act.pk, {}))
    return _told.get()[1].setdefault(problem.sort, [])


def _kept(problem: Problem) -> Iterable[Problem]:
    kind = type(problem)
    where = Q(building=problem.building_id) if problem.building_id else Q(pk__in=[])
    if problem.east_udeg is not None and problem.north_udeg is not None:
        around = rows_around(problem.east_udeg, problem.north_udeg, SAME_SPOT_M)
        cells = [cell for first, last in around for cell in range(first, last + 1)]
        where |= Q(cell__in=cells)
    elif not problem.building_id and problem.place_id:
        where = Q(place=problem.place_id)
    lately: dict[str, date] = {"day__gte": problem.day - WITHIN, "day__lte": problem.day}
    rows: Any = kind.objects.known().filter(where, community=problem.community_id, sort=problem.sort, **lately)
    columns = ("fact", "sort", "day", "building", "place", "east_udeg", "north_udeg")
    return rows.exclude(fact=problem.fact).order_by().only(*columns)  # type: ignore[no-any-return]


def _same(problem: Problem, other: Problem) -> bool:
    if other.fact == problem.fact or not timedelta(0) <= problem.day - other.day <= WITHIN:
        return False
    if problem.building_id or other.building_id:
        return problem.building_id == other.building_id
    if problem.spot and other.spot:
        return distance_m(problem.spot, other.spot) <= SAME_SPOT_M
    return problem.place_id is not None and problem.place_id == other.place_id
