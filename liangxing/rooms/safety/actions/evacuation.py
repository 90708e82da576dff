"""Computing an evacuation plan, keeping what was computed by its content, and the record of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext_noop

from liangxing.evidence import store
from liangxing.jobs.work import UNHEARD, Work
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, end, write

from ..evacuation.document import told
from ..evacuation.entered import data_of
from ..evacuation.faults import Unsound
from ..evacuation.guide import guide
from ..evacuation.least_time import Bound, LeastTime, bound, least_time
from ..evacuation.shown import data_of_guide, row_of
from ..evacuation.soundness import faults_of
from ..evacuation.what_if import closures, widened
from ..models import EvacuationPlan
from ..queries.network import Entered, Scenario, entered

ROUNDS, SECONDS = 400, 13  # of the search for a plan that people can follow: the longer, the nearer to the minimum
FORMAT = "liangxing-evacuation-guide/1"


def compute(
    community: Community, day: date, scenario: Scenario, *, by: str, rounds: int = ROUNDS, work: Work = UNHEARD
) -> EvacuationPlan:
    """The plan of *day* for *scenario*, with its proof and what changes it; ``Unsound`` or a ``Fault`` when none is.

    What is computed is kept as two documents: the certificate that anybody can check, and the plan for people that
    names it. The record holds the digest of the second, and so of both.
    """
    work.step(gettext_noop("Reading the network and the register"))
    network = entered(community, day, scenario)
    if wrong := [*network.faults, *faults_of(network.network)]:
        raise Unsound(wrong)
    work.step(gettext_noop("Proving the least time"))
    least = least_time(network.network)
    below = bound(network.network, least=least)
    certificate = told(least, below)
    work.step(gettext_noop("Looking for a plan that people can follow"))
    found = data_of_guide(guide(least, rounds=rounds, seconds=SECONDS))
    work.step(gettext_noop("Closing each street and gate, one after another"))
    found["closures"] = [row_of(row) for row in closures(least)]
    found["wider"] = [row_of(row) for row in widened(least)]
    found |= {"format": FORMAT, "certificate": _kept(certificate), "network": data_of(network.network)}
    found["names"] = {way.code: way.name for way in network.ways} | {s.code: s.name for s in network.shelters}
    found |= {"day": day.isoformat(), "scenario": asdict(scenario), "estimated": network.estimated}
    work.writing()
    plan = _record(network, found, least, below, scenario, day)
    plan.digest = _kept(found)
    return _written(plan, community, by)


def _kept(document: dict[str, Any]) -> str:
    """Keep *document* by its content; its SHA-256."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return store.put(BytesIO(text.encode()))[0]


def _record(
    network: Entered, found: dict[str, Any], least: LeastTime, below: Bound, scenario: Scenario, day: date
) -> EvacuationPlan:
    return EvacuationPlan(
        code=f"{day:%Y%m%d}-{scenario.key}",
        day=day,
        until=_in_a_year(day),
        time=scenario.time,
        cause=scenario.cause,
        people=network.network.people,
        slow_people=sum(well.slow_people for well in network.network.stairwells),
        at_least_s=below.seconds,
        least_s=least.clearance_s,
        planned_s=found["planned_s"],
        nearest_s=found["nearest_s"],
        ways=len(network.network.ways),
        estimated_widths=network.estimated,
        cutting_ways=sum(bool(row["cut_off"]) for row in found["closures"]),
        inputs=network.digest,
    )


def _in_a_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _written(plan: EvacuationPlan, community: Community, by: str) -> EvacuationPlan:
    """Keep *plan*; the earlier one of the same sort holds until now, and one of the same day is told anew."""
    with act("safety.evacuationplan.compute", community=community, by=by):
        same = EvacuationPlan.objects.known().filter(community=community, time=plan.time, cause=plan.cause)
        for old in same.standing_on(plan.day):
            if old.code == plan.code:
                columns = [f.attname for f in plan._meta.concrete_fields if f.editable and f.name != "code"]
                return correct(old, by=by, **{name: getattr(plan, name) for name in columns})
            end(old, until=plan.day, by=by)
        return write(plan, community=community, by=by)
