"""Two drills of one estate, half a year apart, with the times that phones took and what was seen; and one to come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from .facts import WORDS, chance

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

BY = "worker"
HOUSES = 8  # that take part: the first of the estate
BEFORE, AGAIN, AHEAD = timedelta(days=196), timedelta(days=14), timedelta(days=16)


def live(community: Community, today: date) -> int:
    """Write them down, in one act; how many records that adds. A second run in the same month adds nothing."""
    from liangxing.ledger.acts import act

    with act("demo.drills", community=community, by=BY) as done:
        before = len(done.told)
        month = today.replace(day=1)
        for n, (day, slow) in enumerate(((month - BEFORE, 2.6), (month - AGAIN, 1.9))):
            _held(community, day, slow, n)
        _plan(community, month + AHEAD + timedelta(days=30), 2)
        return len(done.told) - before


def _plan(community: Community, day: date, n: int) -> Any:
    from liangxing.records.actions import write_once
    from liangxing.register.models import Building
    from liangxing.rooms.safety.actions.drills import choose
    from liangxing.rooms.safety.models import DrillPlan

    title, scenario = WORDS["drills"]["plans"][n]
    told = DrillPlan(code=f"YL-{day:%Y%m}", title=title, scenario=scenario, aims=WORDS["drills"]["aims"], day=day)
    plan = write_once(told, community=community, by=BY)
    houses = Building.objects.known().filter(community=community, use=Building.Use.RESIDENTIAL).order_by("code")
    choose(plan, [house.fact for house in houses[:HOUSES]], by=BY)
    return plan


def _held(community: Community, day: date, slow: float, n: int) -> None:
    from liangxing.activities.models import Activity
    from liangxing.records.actions import correct, write_once
    from liangxing.rooms.safety.actions.drills import close, observe, take_time
    from liangxing.rooms.safety.models import DrillNote
    from liangxing.rooms.safety.queries.drills import least_times, outcomes

    plan = _plan(community, day, n)
    if plan.activity_id is None:
        held = Activity(code=f"{plan.code}-A", title=plan.title, sort="drill", topics=",safety,", attended=212 + 40 * n,
                        day=day)  # fmt: skip
        plan = correct(plan, by=BY, activity_id=write_once(held, community=community, by=BY).fact)
    draw, least = chance(f"drill/{plan.code}"), least_times(community, day)
    alarm = datetime.combine(day, time(15, 0), ZoneInfo("Asia/Shanghai"))
    for outcome in outcomes(plan):
        if outcome.arrived_s is not None:
            return
        house, shortest = outcome.building, least.get(outcome.building.code, 240)
        arrived = shortest * (slow + draw.random() * 0.5)
        taken = {"alarm": 0.0, "first": 25 + draw.random() * 20, "last": arrived * 0.55, "arrived": arrived}
        for moment, after in taken.items():
            at = alarm + timedelta(seconds=round(after))
            take_time(plan, house.fact, moment, at, device_at=at, watch="0a1b2c3d4e5f", by="code-at-drill")
        if moment := WORDS["drills"]["notes"].get(house.code[-1]):
            sort, text = moment
            if not DrillNote.objects.known().filter(plan=plan.fact, text=text).exists():
                observe(plan, house.fact, sort, text, by="code-at-drill")
    close(plan, took_part=212 + 40 * n, helpers=17 + 4 * n, by=BY)
