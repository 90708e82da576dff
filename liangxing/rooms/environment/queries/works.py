"""Works as one line of time: what was wished, planned, said, built, accepted and complained of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from liangxing.ledger.models import Community
from liangxing.records.models import Record

from ..models import (
    Problem,
    Works,
    WorksComplaint,
    WorksNeed,
    WorksOpinion,
    WorksPicture,
    WorksPlan,
    WorksStep,
)

PARTS: tuple[Any, ...] = (WorksNeed, WorksOpinion, WorksStep, WorksPicture)
Moment = WorksPicture.Moment


@dataclass(frozen=True, slots=True)
class Spot:
    """The pictures of works from one spot; what was taken anew takes the place of the older."""

    number: int
    stands: str
    before: WorksPicture | None
    after: WorksPicture | None


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint about accepted works, with the report as it stands now."""

    told: WorksComplaint
    problem: Problem | None

    @property
    def open(self) -> bool:
        """Whether it is not settled yet."""
        return self.problem is not None and self.problem.until is None


@dataclass(frozen=True)
class Line:
    """One works from the wish to the warranty; old works have no plan, and new ones no acceptance yet."""

    plan: WorksPlan | None
    works: Works | None
    needs: list[WorksNeed] = field(default_factory=list)
    opinions: list[WorksOpinion] = field(default_factory=list)
    steps: list[WorksStep] = field(default_factory=list)
    pictures: list[WorksPicture] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def head(self) -> WorksPlan | Works:
        """The record by which they are called."""
        found = self.plan or self.works
        assert found is not None
        return found

    @property
    def stage(self) -> str:
        """How far they have come: ``planned``, a state of ``WorksStep``, or ``accepted``."""
        if self.works:
            return "accepted"
        return self.steps[-1].state if self.steps else "planned"

    @property
    def budget_cny(self) -> Decimal | None:
        """What was planned to be spent."""
        return self.plan.budget_cny if self.plan else None

    @property
    def cost_cny(self) -> Decimal | None:
        """What was spent."""
        return self.works.cost_cny if self.works else None

    @property
    def left_cny(self) -> Decimal | None:
        """What was left of the budget; below nothing when they cost more; ``None`` while either is unknown."""
        if self.budget_cny is None or self.cost_cny is None:
            return None
        return self.budget_cny - self.cost_cny

    @property
    def late(self) -> bool:
        """Whether they were accepted after the day of the plan."""
        due = self.plan.due_on if self.plan else None
        return bool(due and self.works and self.works.day > due)

    @cached_property
    def spots(self) -> list[Spot]:
        """The spots from which pictures were taken, by their numbers."""
        return spots(self.pictures)

    @cached_property
    def told(self) -> list[Record]:
        """All that was told, in the order in which it happened; pictures stand with their spots."""
        every: list[Any] = [*self.needs, *self.opinions, *self.steps, *(c.told for c in self.complaints)]
        every += [one for one in (self.plan, self.works) if one]
        order = {WorksNeed: 0, WorksPlan: 1, WorksOpinion: 2, WorksStep: 3, Works: 4, WorksComplaint: 5}
        return sorted(every, key=lambda one: (one.day, order[type(one)]))


def spots(pictures: Iterable[WorksPicture]) -> list[Spot]:
    """The spots of *pictures*, by their numbers."""
    by: dict[int, dict[str, WorksPicture]] = {}
    for picture in sorted(pictures, key=lambda one: (one.day, one.recorded_at)):
        by.setdefault(picture.spot, {})[picture.moment] = picture
    return [Spot(n, next((p.stands for p in some.values() if p.stands), ""), some.get(Moment.BEFORE),
                 some.get(Moment.AFTER)) for n, some in sorted(by.items())]  # fmt: skip


def lines(community: Community) -> list[Line]:
    """Every works of the community, the newest first; what only their own page shows is not read."""
    plans = WorksPlan.objects.known().filter(community=community).select_related("estate", "road")
    works = list(Works.objects.known().filter(community=community).select_related("estate", "road"))
    accepted = {one.plan_id: one for one in works if one.plan_id}
    steps = _by_plan(WorksStep, [plan.fact for plan in plans])
    found = [Line(plan, accepted.get(plan.fact), steps=steps.get(plan.fact, [])) for plan in plans]
    known = {plan.fact for plan in plans}
    found += [Line(None, one) for one in works if one.plan_id not in known]
    return sorted(found, key=lambda line: line.works.day if line.works else date.max, reverse=True)


def line(plan: WorksPlan | None, works: Works | None) -> Line:
    """One works, whole."""
    told = Line(plan, works)
    if plan is not None:
        related: Mapping[Any, Sequence[str]] = {WorksNeed: ("problem", "activity")}
        found = {kind: _by_plan(kind, [plan.fact], *related.get(kind, ())).get(plan.fact, []) for kind in PARTS}
        told = Line(plan, works, *(found[kind] for kind in PARTS))
    if works is not None:
        told.complaints.extend(_complaints(works))
    return told


def _by_plan(kind: Any, plans: Sequence[UUID], *related: str) -> dict[UUID, list[Any]]:
    """The records of a *kind* by the plan that they are about, in the order in which they happened."""
    rows = kind.objects.known().filter(plan__in=plans).order_by("day", "recorded_at")
    found: dict[UUID, list[Any]] = {}
    for row in rows.select_related(*related) if related else rows:
        found.setdefault(row.plan_id, []).append(row)
    return found


def _complaints(works: Works) -> list[Complaint]:
    rows = list(WorksComplaint.objects.known().filter(works=works.fact).order_by("day", "recorded_at"))
    now = {p.fact: p for p in Problem.objects.known().filter(fact__in=[row.problem_id for row in rows])}
    return [Complaint(row, now.get(row.problem_id)) for row in rows]


def pictures_of(works: Iterable[Works]) -> dict[UUID, Spot]:
    """For each of *works* by its fact, the first spot from which there is a picture of before and one of after."""
    plans = {one.plan_id: one.fact for one in works if one.plan_id}
    found: dict[UUID, Spot] = {}
    for plan, pictures in _by_plan(WorksPicture, list(plans)).items():
        if whole := next((spot for spot in spots(pictures) if spot.before and spot.after), None):
            found[plans[plan]] = whole
    return found
