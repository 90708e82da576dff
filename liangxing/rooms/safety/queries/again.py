"""The plan made anew in the middle of an evacuation: from where people were seen, or as planned until now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..evacuation.entered import network_of
from ..evacuation.groups import Group, groups_of
from ..evacuation.guide import without_rounds
from ..evacuation.least_time import LeastTime, least_time
from ..evacuation.queues import whereabouts
from ..evacuation.replan import from_where_people_are
from ..evacuation.seen import as_seen
from ..evacuation.shown import parties_of_data
from ..evacuation.steps import in_steps
from .plans import named
from .said import duration


@dataclass(frozen=True, slots=True)
class From:
    """Where some people stand, and the ways that the most of them take from there."""

    corner: str
    spot: str
    people: int
    ways: tuple[str, ...]
    shelter: str
    parted: bool


@dataclass(frozen=True)
class Anew:
    """The new plan: how many are safe, how many are not yet, when all are safe, and from where they go which way."""

    safe: int
    people: int
    clearance: str
    later: str
    rows: list[From]


def again_from(
    told: Mapping[str, Any], at_s: int, closed: Collection[str], inside: Mapping[str, int] | None = None
) -> Anew:
    """*told*: the document of a plan; *inside*: people still in the buildings of which somebody has said so.

    ``Unsound`` or a ``Fault`` when there is no way any more, which says for whom.
    """
    steps = in_steps(network_of(told["network"]), told["step_s"])
    parties = parties_of_data(told["parties"])
    standing = whereabouts(steps, parties, at_s // steps.step_s)[0]
    standing, arrived = as_seen(steps, parties, standing, inside or {})
    safe = sum(arrived.values())
    if safe == told["people"]:
        return Anew(safe, 0, duration(told["planned_s"]), duration(0), [])
    least = least_time(from_where_people_are(steps, standing, arrived, at_s, closed), prove=False)
    whole = at_s + least.clearance_s
    return Anew(safe, told["people"] - safe, duration(whole), duration(max(0, whole - told["planned_s"])),
                _rows(least, told))  # fmt: skip


def _rows(least: LeastTime, told: Mapping[str, Any]) -> list[From]:
    """By spot, the route of the most, so that one word at each corner is enough; and whether others go elsewhere."""
    heads, routes = least.steps.head.tolist(), dict[str, Counter[tuple[tuple[str, ...], str]]]()
    for group in groups_of(least.flow):
        spot, route = _route(least, group, heads)
        routes.setdefault(spot, Counter())[route] += group.people
    rows, corners = [], _corners(told)
    for spot, some in routes.items():
        (ways, shelter), _most = some.most_common(1)[0]
        said = tuple(named(dict(told), list(ways)))
        parted = len({route[1] for route in some}) > 1
        rows.append(
            From(corners.get(spot, ""), spot, some.total(), said, told["names"].get(shelter) or shelter, parted)
        )
    return sorted(rows, key=lambda row: (-row.people, row.spot))


def _route(least: LeastTime, group: Group, heads: list[int]) -> tuple[str, tuple[tuple[str, ...], str]]:
    network, steps = least.steps.network, least.steps
    arcs = without_rounds([arc for arc, _at in group.walks], heads, int(steps.home[group.well]))
    ways = tuple(network.ways[int(steps.way[arc])].id for arc in arcs)
    return network.stairwells[group.well].spot, (ways, network.shelters[group.shelter].id)


def _corners(told: Mapping[str, Any]) -> dict[str, str]:
    """By spot, the names of the ways that meet there: how people call a corner that has no name of its own."""
    found: dict[str, dict[str, None]] = {}
    for way in told["network"]["ways"]:
        if way["kind"] != "stair" and (name := told["names"].get(way["id"])):
            for end in way["ends"]:
                found.setdefault(end, {})[name] = None
    return {spot: " / ".join(list(names)[:2]) for spot, names in found.items()}
