"""A plan with its proof, as the document that ``verify.py`` checks; nothing is published that it does not accept."""

from __future__ import annotations

from typing import Any

from .groups import groups_of
from .least_time import Bound, LeastTime
from .network import Network
from .verify import FORMAT, verify


def told(least: LeastTime, bound: Bound) -> dict[str, Any]:
    """The document of *least* and *bound*, checked; plain data, the same for the same network.

    ``ValueError`` when *least* has no proof.
    """
    if least.threshold is None:
        raise ValueError("a plan without its proof is not told")
    network, steps = least.steps.network, least.steps
    number = {spot.id: n for n, spot in enumerate(network.spots)}
    groups = [[g.people, g.well, g.shelter, [list(walk) for walk in g.walks]] for g in groups_of(least.flow)]
    document = {
        "format": FORMAT,
        "name": network.name,
        "step_s": steps.step_s,
        "spots": [spot.id for spot in network.spots],
        "arcs": _arcs(least),
        "homes": [[w.id, number[w.spot], w.people, w.ready_s] for w in network.stairwells],
        "shelters": _shelters(network, number),
        "plan": {"steps": least.horizon, "groups": groups},
        "proof": {"threshold": least.threshold.tolist()},
        "bound": {"steps": bound.horizon, "threshold": bound.threshold.tolist()},
    }
    verify(document)
    return document


def _arcs(least: LeastTime) -> list[list[int | None]]:
    rows = []
    ways, steps = least.steps.network.ways, least.steps
    for tail, head, of in zip(steps.tail.tolist(), steps.head.tolist(), steps.way.tolist(), strict=True):
        way = ways[of]
        walking = [way.length_mm, way.usable_mm, way.flow_milli, way.speed_mm_s, way.opens_s, way.closes_s]
        rows.append([tail, head, *walking])
    return rows


def _shelters(network: Network, number: dict[str, int]) -> list[list[str | int]]:
    return [[shelter.id, number[shelter.spot], shelter.room] for shelter in network.shelters]
