"""The grounds as pages show them: lanes that were blocked, where it recurs, green by estate, noise without anybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community

from ..models import BlockedLane, GreenArea, NoiseComplaint, NoiseStep, TreeCount
from ..sorting.noise import Next, next_step

RECURS = 2  # times within a year: from then on it is no accident


@dataclass(frozen=True, slots=True)
class Lane:
    """A place where lanes were blocked: how often in the year, how many are still, and how long it took to clear them.

    ``longest``: of those cleared; ``None`` when none was.
    """

    name: str
    times: int
    still: int
    longest: timedelta | None

    @property
    def recurs(self) -> bool:
        """Whether it happened more than once."""
        return self.times >= RECURS

    @property
    def minutes(self) -> int | None:
        """The longest in minutes."""
        return None if self.longest is None else int(self.longest.total_seconds() // 60)


def blocked_lanes(community: Community, year: Period) -> list[Lane]:
    """Every place at which a lane was found blocked in *year*, the most frequent first."""
    rows = BlockedLane.objects.known().within(year).filter(community=community).select_related("building", "place")
    by: dict[str, list[BlockedLane]] = defaultdict(list)
    for lane in rows:
        by[str(lane.building or lane.place)].append(lane)
    found = [
        Lane(
            name, len(lanes), sum(lane.until is None for lane in lanes), max(map(_took, lanes), default=None, key=_long)
        )
        for name, lanes in by.items()
    ]
    return sorted(found, key=lambda lane: (-lane.times, lane.name))


def _took(lane: BlockedLane) -> timedelta | None:
    """How long it was blocked after it was found: to the minute when both times are told, else in days."""
    if lane.until is None:
        return None
    if lane.found_at and lane.cleared_at:
        return datetime.combine(lane.until, lane.cleared_at) - datetime.combine(lane.day, lane.found_at)
    return lane.until - lane.day


def _long(took: timedelta | None) -> timedelta:
    return took if took is not None else timedelta(-1)


def green_areas(community: Community, day: date) -> list[dict[str, Any]]:
    """The green areas that stand on *day* by size, each with its newest count of trees; unknown where none was."""
    areas = list(
        GreenArea.objects.known().standing_on(day).filter(community=community).select_related("estate", "road")
    )
    counts: dict[UUID, list[TreeCount]] = defaultdict(list)
    trees = TreeCount.objects.known().filter(community=community, day__lte=day, green__in=[a.fact for a in areas])
    for count in trees.order_by("-day"):
        counts[count.green_id].append(count)
    return [{"area": area, **_trees(counts[area.fact])} for area in sorted(areas, key=lambda one: -one.area_m2)]


def _trees(counts: list[TreeCount]) -> dict[str, Any]:
    """The newest of *counts*, which stand newest first: all species that were counted on that day."""
    newest = [count for count in counts if count.day == counts[0].day]
    if not newest:
        return {"trees": None, "alive": None, "counted_on": None}
    sums = {"trees": sum(c.trees for c in newest), "alive": sum(c.alive for c in newest)}
    return {**sums, "counted_on": newest[0].day}


@dataclass(frozen=True, slots=True)
class Noise:
    """A complaint as those who work on it see it: its steps, and the one that is next; ``late``: past its day."""

    complaint: NoiseComplaint
    steps: list[NoiseStep]
    next: Next | None
    late: bool


def noise_of(complaints: Iterable[NoiseComplaint], today: date) -> list[Noise]:
    """Each of *complaints* with its steps in order. One query."""
    some = list(complaints)
    steps: dict[UUID, list[NoiseStep]] = {one.fact: [] for one in some}
    for step in NoiseStep.objects.known().filter(complaint__in=steps).order_by("day", "recorded_at"):
        steps[step.complaint_id].append(step)
    found = []
    for one in some:
        then = next_step(one.day, [step.step for step in steps[one.fact]]) if one.until is None else None
        found.append(Noise(one, steps[one.fact], then, then is not None and then.due < today))
    return found


def noise_sorts(community: Community, year: Period) -> list[tuple[str, int]]:
    """How many complaints of each sort: for everybody, without where and by whom."""
    rows = NoiseComplaint.objects.known().within(year).filter(community=community)
    return Counter(rows.order_by().values_list("sort", flat=True)).most_common()
