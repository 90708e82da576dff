"""How far each hazard has come, from being found to being re-checked by somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liangxing.ledger.models import Community

from ..models import Hazard, HazardStep

Step = HazardStep.Step
SHOWN = 400  # hazards on one page: open ones and the newest closed ones


def closed_by(hazard: UUID) -> UUID | None:
    """The post that dealt with *hazard* last; ``None`` when nobody has, or it was found still there since."""
    steps = HazardStep.objects.known().filter(hazard=hazard).order_by("-day", "-recorded_at")
    newest = steps.exclude(step=Step.CONFIRMED).first()
    return newest.post_id if newest is not None and newest.step == Step.CLOSED else None


@dataclass(frozen=True, slots=True)
class Way:
    """A hazard, its newest step, and what comes next: ``rate``, ``assign``, ``close``, ``recheck`` or nothing."""

    hazard: Hazard
    step: HazardStep | None
    asks: str
    late: bool


def ways(community: Community, today: date) -> list[Way]:
    """Every hazard that still asks for something, the late ones first, and after them those that are settled."""
    rows = Hazard.objects.known().filter(community=community).select_related("place", "building", "assigned")
    steps: dict[UUID, HazardStep] = {}
    for step in HazardStep.objects.known().filter(community=community).order_by("day", "recorded_at"):
        steps[step.hazard_id] = step
    told = [_way(hazard, steps.get(hazard.fact), today) for hazard in rows.order_by("-day", "code")[:SHOWN]]
    return sorted(told, key=lambda way: (not way.late, not way.asks))


def _way(hazard: Hazard, step: HazardStep | None, today: date) -> Way:
    is_open = hazard.until is None or hazard.until > today
    if is_open:
        asks = "rate" if not hazard.level else "assign" if hazard.assigned_id is None else "close"
    else:
        asks = "recheck" if step is not None and step.step == Step.CLOSED else ""
    late = is_open and hazard.settle_by is not None and hazard.settle_by < today
    return Way(hazard, step, asks, late)
