"""Plans that were computed: the one that holds, its documents, whether they are what was kept, and what has changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from liangxing.evidence import store
from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Building

from ..evacuation.entered import data_of
from ..evacuation.verify import Rejected, Verdict, verify
from ..models import EvacuationPlan
from .network import Entered, Scenario, entered


class Lost(Exception):
    """A document is not there, or is not what was kept."""


@dataclass(frozen=True)
class Checked:
    """What the separate verifier says of a plan's certificate now; ``refused`` in its words when it does not hold."""

    verdict: Verdict | None
    refused: str = ""


def plans(community: Community, day: date) -> Records[EvacuationPlan]:
    """Those that hold on *day*: that of the night first, and those without flood or fire before the others."""
    rows = EvacuationPlan.objects.known().standing_on(day).filter(community=community)
    return rows.order_by("cause", "-time", "-day")


def scenario_of(plan: EvacuationPlan) -> Scenario:
    """What it was computed for."""
    return Scenario(plan.time, plan.cause)


def document(digest: str) -> dict[str, Any]:
    """What was kept under *digest*; ``Lost`` when it is not there, or has been changed."""
    path = store.path(digest)
    if not path.exists() or store.digest_of(path) != digest:
        raise Lost(digest)
    told: dict[str, Any] = json.loads(path.read_bytes())
    return told


def checked(plan: EvacuationPlan, told: dict[str, Any]) -> Checked:
    """Verify the certificate anew, and that record and documents say the same."""
    try:
        verdict = verify(document(told["certificate"]))
    except (Rejected, Lost) as wrong:
        return Checked(None, str(wrong))
    said = (plan.people, plan.least_s, plan.at_least_s)
    if said != (verdict.people, verdict.clearance_s, verdict.at_least_s):
        return Checked(None, f"the record says {said}, the certificate {verdict}")
    return Checked(verdict)


def changed(plan: EvacuationPlan, told: dict[str, Any], now: Entered | None = None) -> list[str]:
    """The ids of what is told otherwise today than when *plan* was computed; empty while it is still true."""
    now = now or entered(plan.community, max(localdate(), plan.day), scenario_of(plan))
    return [] if now.digest == plan.inputs else sorted(_different(told["network"], data_of(now.network)))


def _different(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    for sort in ("spots", "ways", "stairwells", "shelters"):
        old, new = ({row["id"]: row for row in told[sort]} for told in (before, json.loads(json.dumps(now))))
        yield from {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


@dataclass(frozen=True, slots=True)
class WayOut:
    """How a building leaves, as the plan that holds says: named ways, shelter, wave, and when all are safe."""

    plan: EvacuationPlan
    ways: tuple[str, ...]
    shelter: str
    shelter_name: str
    wave: int
    leaves_min: int
    safe_min: int


def way_out(building: Building, day: date) -> WayOut | None:
    """The way of *building* in the plan for the night, or else for the day; ``None`` when no plan has it."""
    plan = plans(building.community, day).filter(cause="").first()
    if plan is None:
        return None
    try:
        told = document(plan.digest)
    except Lost:
        return None
    cards = [card for card in told["cards"] if card["building"] == building.code]
    if not cards:
        return None
    card = max(cards, key=lambda card: int(card["people"]))
    leaves, safe = card["leaves_s"] // 60, -(-card["safe_s"] // 60)
    name = told["names"].get(card["shelter"]) or card["shelter"]
    return WayOut(plan, tuple(named(told, card["ways"])), card["shelter"], name, card["wave"], leaves, safe)


def building_times(community: Community, day: date) -> dict[str, tuple[int, int]]:
    """By the code of a building: seconds below which nobody can bring it to a shelter, and those of the plan.

    Of the plan that holds on *day*; empty when there is none.
    """
    plan = plans(community, day).filter(cause="").first()
    try:
        told = document(plan.digest) if plan else {"cards": []}
    except Lost:
        return {}
    found: dict[str, tuple[int, int]] = {}
    for card in told["cards"]:
        least, safe = found.get(card["building"], (0, 0))
        found[card["building"]] = max(least, card["at_least_s"]), max(safe, card["safe_s"])
    return found


def lives(told: Mapping[str, Any]) -> Counter[str]:
    """By the code of a building, the people that the plan of the document *told* reckons with."""
    found = Counter[str]()
    for well in told["network"]["stairwells"]:
        found[well["building"]] += well["people"]
    return found


def named(told: dict[str, Any], ways: list[str]) -> list[str]:
    """The names of *ways* in order, each once while one walks on it; ways without a name are left out."""
    found: list[str] = []
    for way in ways:
        name = told.get("names", {}).get(way, "")
        if name and (not found or found[-1] != name):
            found.append(name)
    return found
