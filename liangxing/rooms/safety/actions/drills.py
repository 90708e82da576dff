"""What is done in a drill: buildings chosen, times and notes taken, and the result kept when it is over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils.timezone import localdate

from liangxing.ledger.acts import act
from liangxing.records.actions import correct, strike_many, write, write_many

from ..models import Drill, DrillNote, DrillPart, DrillPlan, DrillResult, DrillTime, Emergency, Hazard
from ..queries.drills import median_ratio, outcomes, parts_of, whole_s

HAZARD_SORTS = {"dark": "electric"}  # what a note becomes, where it is not a matter of the way itself


def choose(plan: DrillPlan, buildings: Collection[UUID], *, by: str) -> None:
    """Let these *buildings* take part, and no others."""
    with act("safety.drillpart.choose", community=plan.community, by=by):
        known = {part.building_id: part for part in parts_of(plan)}
        gone = [part for building, part in known.items() if building not in buildings]
        new = [DrillPart(plan_id=plan.fact, building_id=b, day=plan.day) for b in buildings if b not in known]
        strike_many(gone, community=plan.community, by=by)
        write_many(new, community=plan.community, by=by)


def take_time(
    plan: DrillPlan, building: UUID, moment: str, at: datetime, *, device_at: datetime | None, watch: str, by: str
) -> DrillTime:
    """One phone took a *moment*: pressed again on the same phone, the newest counts, and the first stays readable.

    The first alarm of an exercise is when it began.
    """
    with act("safety.drilltime.take", community=plan.community, by=by):
        known = DrillTime.objects.known().filter(plan=plan.fact, building=building, moment=moment, watch=watch).first()
        if known and known.at == at:
            return known
        if moment == DrillTime.Moment.ALARM and plan.emergency_id:
            _begin(plan.emergency_id, at, by)
        if known:
            return correct(known, by=by, at=at, device_at=device_at)
        clocks = {"at": at, "device_at": device_at, "day": localdate(at)}
        made = DrillTime(plan_id=plan.fact, building_id=building, moment=moment, watch=watch, **clocks)
        return write(made, community=plan.community, by=by)


def _begin(emergency: UUID, at: datetime, by: str) -> None:
    standing = Emergency.objects.known().filter(fact=emergency).first()
    if standing and (standing.began_at is None or at < standing.began_at):
        correct(standing, by=by, began_at=at)


def observe(plan: DrillPlan, building: UUID | None, sort: str, text: str, *, by: str) -> DrillNote:
    """Keep what somebody saw."""
    code = f"{plan.code}-{uuid4().hex[:8]}"
    note = DrillNote(code=code, plan_id=plan.fact, building_id=building, sort=sort, text=text, day=localdate())
    return write(note, community=plan.community, by=by)


def to_hazard(note: DrillNote, *, by: str) -> Hazard:
    """What was seen becomes a hazard that somebody deals with; asked twice, it is the same one."""
    with act("safety.drillnote.settle", community=note.community, by=by):
        if note.hazard_id:
            return Hazard.objects.known().get(fact=note.hazard_id)
        hazard = Hazard(code=note.code, sort=HAZARD_SORTS.get(note.sort, "evacuation"), building_id=note.building_id,
                        note=note.text[:200], day=localdate())  # fmt: skip
        kept = write(hazard, community=note.community, by=by)
        correct(note, by=by, hazard_id=kept.fact)
        return kept


def close(plan: DrillPlan, *, took_part: int | None, helpers: int | None, by: str) -> None:
    """Keep the result of each building and of the drill, as its times are now; done again, it corrects."""
    with act("safety.drill.close", community=plan.community, by=by):
        found = outcomes(plan)
        known = {result.building_id: result for result in DrillResult.objects.known().filter(plan=plan.fact)}
        for outcome in found:
            said = {name: getattr(outcome, name) for name in ("out_s", "arrived_s", "least_s", "ratio")}
            about = {"plan_id": plan.fact, "building_id": outcome.building.fact, "day": plan.day}
            _keep(DrillResult, known.get(outcome.building.fact), about, said, plan, by)
        if plan.activity_id:
            said = {"took_part": took_part, "helpers": helpers, "duration_s": whole_s(found),
                    "median_ratio": median_ratio(found)}  # fmt: skip
            old = Drill.objects.known().filter(activity=plan.activity_id).first()
            _keep(Drill, old, {"activity_id": plan.activity_id, "plan_id": plan.fact, "day": plan.day}, said, plan, by)


def _keep(kind: Any, old: Any, about: dict[str, Any], said: dict[str, Any], plan: DrillPlan, by: str) -> None:
    if old is None:
        write(kind(**about, **said), community=plan.community, by=by)
    elif any(getattr(old, name) != value for name, value in said.items()):
        correct(old, by=by, **said)
