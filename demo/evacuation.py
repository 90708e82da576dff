"""The evacuation plan of the demonstration, for the night: computed like any other, with less search for routes."""

from __future__ import annotations

from datetime import date
from typing import Any

from liangxing.rooms.safety.actions.evacuation import compute
from liangxing.rooms.safety.evacuation.faults import NoSolver
from liangxing.rooms.safety.models import EvacuationPlan
from liangxing.rooms.safety.queries.network import Scenario, entered
from liangxing.rooms.safety.queries.plans import plans

ROUNDS = 20  # the full search takes the quarter of a minute that it is allowed


def plan(community: Any, today: date) -> EvacuationPlan | None:
    """The plan that holds, computed when there is none or something has changed; ``None`` without the solver."""
    scenario = Scenario()
    held = plans(community, today).filter(time=scenario.time, cause=scenario.cause).first()
    if held and held.inputs == entered(community, today, scenario).digest:
        return held
    try:
        return compute(community, today, scenario, by="worker", rounds=ROUNDS)
    except NoSolver:
        return None
