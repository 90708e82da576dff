"""In the middle of it a way closes: the least time from where people are, who is on it turning back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from .guide import Guide
from .network import Network, Shelter, Stairwell, Way
from .queues import Standing, whereabouts
from .steps import Steps


def from_the_plan(guide: Guide, at_s: int, closed: Collection[str] = ()) -> Network:
    """The network *at_s* after the signal, if everybody walked as the plan says; seconds now count from then."""
    steps = guide.least.steps
    standing, run = whereabouts(steps, guide.parties, at_s // steps.step_s)
    return from_where_people_are(steps, standing, run.arrived, at_s, closed)


def from_where_people_are(
    steps: Steps, standing: Iterable[Standing], safe: dict[int, int], at_s: int, closed: Collection[str] = ()
) -> Network:
    """The same for people who were seen, and *safe* ones by shelter. ``least_time`` of it is the plan from now on."""
    network = steps.network
    there: Counter[tuple[int, int]] = Counter()
    for some in standing:
        there[_going_on(steps, some, closed)] += some.people
    wells = tuple(
        Stairwell(f"{network.spots[spot].id}+{after * steps.step_s}", network.spots[spot].id, network.spots[spot].id,
                  people, ready_s=after * steps.step_s)
        for (spot, after), people in sorted(there.items())
    )  # fmt: skip
    ways = tuple(_later(way, at_s, shut=way.shut or way.id in closed) for way in network.ways)
    return replace(network, ways=ways, stairwells=wells, shelters=_fuller(network.shelters, safe))


def _going_on(steps: Steps, some: Standing, closed: Collection[str]) -> tuple[int, int]:
    """Where people are next and after how many steps; from a way that is closed they go back as they came."""
    if some.arc is None or steps.network.ways[int(steps.way[some.arc])].id not in closed:
        return some.spot, some.after
    return int(steps.tail[some.arc]), int(steps.walk[some.arc]) - some.after


def _later(way: Way, at_s: int, *, shut: bool) -> Way:
    closes_s = None if way.closes_s is None else way.closes_s - at_s
    if closes_s is not None and closes_s <= 0:
        return replace(way, shut=True, opens_s=0, closes_s=None)
    return replace(way, shut=shut, opens_s=max(0, way.opens_s - at_s), closes_s=closes_s)


def _fuller(shelters: tuple[Shelter, ...], safe: dict[int, int]) -> tuple[Shelter, ...]:
    return tuple(replace(shelter, taken=shelter.taken + safe.get(n, 0)) for n, shelter in enumerate(shelters))
