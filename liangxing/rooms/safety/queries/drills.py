"""What came of a drill: for each building its times, the proven minimum, and how it was the last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from statistics import median
from uuid import UUID

from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Building

from ..models import DrillNote, DrillPart, DrillPlan, DrillResult, DrillTime
from .plans import building_times

CENT = Decimal("0.01")
Moment = DrillTime.Moment
LATEST = {Moment.LAST_OUT, Moment.ARRIVED}  # of several phones the latest counts; of the others the earliest


@dataclass(frozen=True, slots=True)
class Outcome:
    """A building in a drill; everything that nobody took or proved is ``None``.

    ``apart_s``: how far two phones differ, where more than one took the same moment; ``before_s``: from the alarm to
    the last one at the shelter in the drill before.
    """

    building: Building
    out_s: int | None = None
    arrived_s: int | None = None
    least_s: int | None = None
    apart_s: int | None = None
    before_s: int | None = None

    @property
    def ratio(self) -> Decimal | None:
        """How many times the proven minimum the building took."""
        if self.arrived_s is None or not self.least_s:
            return None
        return (Decimal(self.arrived_s) / self.least_s).quantize(CENT)

    @property
    def change_s(self) -> int | None:
        """Seconds more than the last time; fewer where it is negative."""
        return None if self.arrived_s is None or self.before_s is None else self.arrived_s - self.before_s


def plans(community: Community) -> Records[DrillPlan]:
    """Every drill that is planned or was held, the newest first."""
    return DrillPlan.objects.known().filter(community=community).order_by("-day", "-code")


def parts_of(plan: DrillPlan) -> Records[DrillPart]:
    """The buildings that take part."""
    return DrillPart.objects.known().filter(plan=plan.fact)


def notes_of(plan: DrillPlan) -> Records[DrillNote]:
    """What observers saw, the newest first."""
    return DrillNote.objects.known().filter(plan=plan.fact).select_related("building").order_by("-recorded_at")


def least_times(community: Community, day: date) -> dict[str, int]:
    """By the code of a building: seconds below which nobody can bring it to a shelter, as a plan has proved."""
    return {code: least for code, (least, _planned) in building_times(community, day).items()}


def outcomes(plan: DrillPlan) -> list[Outcome]:
    """What came of each building that takes part, as its times are now, in the order of their codes."""
    facts = set(parts_of(plan).values_list("building", flat=True))
    houses = Building.objects.known().filter(fact__in=facts).select_related("estate").order_by("code")
    taken: dict[tuple[UUID, str], list[datetime]] = {}
    for time in DrillTime.objects.known().filter(plan=plan.fact):
        taken.setdefault((time.building_id, time.moment), []).append(time.at)
    alarms = [min(all_) for (_building, moment), all_ in taken.items() if moment == Moment.ALARM]
    least, before = least_times(plan.community, localdate()), before_times(plan)
    closed = dict(DrillResult.objects.known().filter(plan=plan.fact).values_list("building", "least_s"))
    return [
        _outcome(
            house,
            taken,
            min(alarms, default=None),
            closed.get(house.fact) or least.get(house.code),  # what it was compared with when it was closed
            before.get(house.fact),
        )
        for house in houses
    ]


def _outcome(
    house: Building, taken: dict[tuple[UUID, str], list[datetime]], alarm: datetime | None, least: int | None,
    before: int | None,
) -> Outcome:  # fmt: skip
    """Of a building without an alarm of its own the first of all counts: one siren is heard by many."""
    at = {
        moment: (max if moment in LATEST else min)(some)
        for moment in Moment
        if (some := taken.get((house.fact, moment)))
    }
    begun = at.get(Moment.ALARM, alarm)
    apart = [int((max(s) - min(s)).total_seconds()) for m in Moment if len(s := taken.get((house.fact, m), [])) > 1]
    return Outcome(
        building=house,
        out_s=_seconds(begun, at.get(Moment.LAST_OUT)),
        arrived_s=_seconds(begun, at.get(Moment.ARRIVED)),
        least_s=least,
        apart_s=max(apart, default=None),
        before_s=before,
    )


def _seconds(begun: datetime | None, ended: datetime | None) -> int | None:
    """How long it took; ``None`` too for an end before its beginning, which is no time but a slip."""
    if begun is None or ended is None or ended < begun:
        return None
    return round((ended - begun).total_seconds())


def before_times(plan: DrillPlan) -> dict[UUID, int]:
    """By building: seconds to the shelter in the last drill before, of those that were kept."""
    earlier = plans(plan.community).filter(day__lt=plan.day).values("fact")
    rows = DrillResult.objects.known().filter(plan__in=earlier, arrived_s__isnull=False).order_by("day")
    return {row.building_id: row.arrived_s for row in rows if row.arrived_s is not None}


def whole_s(found: Sequence[Outcome]) -> int | None:
    """From the alarm until the last one of all was out."""
    return max((outcome.out_s for outcome in found if outcome.out_s is not None), default=None)


def median_ratio(found: Sequence[Outcome]) -> Decimal | None:
    """Over the buildings of which both times are known."""
    ratios = [outcome.ratio for outcome in found if outcome.ratio is not None]
    return median(ratios).quantize(CENT) if ratios else None


def last_walked(community: Community) -> list[DrillResult]:
    """What the buildings of the newest closed drill took to the shelter, the fastest first; empty without one."""
    rows = DrillResult.objects.known().filter(community=community, arrived_s__isnull=False)
    newest = rows.order_by("-day", "-recorded_at").first()
    if newest is None:
        return []
    return list(rows.filter(plan=newest.plan_id).select_related("building", "plan").order_by("arrived_s"))
