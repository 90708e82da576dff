"""What each building must know: where to go, which way, when to leave, how long it takes, and who needs a hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bound import Part, least_horizon
from .guide import Guide
from .network import SLOW_SPEED_M_S
from .queues import Run, simulate
from .routes import further_on, to_the_nearest, towards
from .steps import Steps, in_steps


@dataclass(frozen=True, slots=True)
class Card:
    """One building's part. ``ways``: ids in order, from the door; times in seconds after the signal.

    ``slow_s``: when somebody at the pace of slow walkers, alone and without waiting, is there; ``helpers``: how many
    people must be fetched because that is later than everybody else.
    """

    building: str
    spot: str
    ways: tuple[str, ...]
    shelter: str
    people: int
    slow_people: int
    wave: int
    leaves_s: int
    safe_s: int
    slow_s: int
    helpers: int


def cards(guide: Guide) -> list[Card]:
    """A card for each house, in the order of buildings."""
    steps, apart = guide.least.steps, sorted({*guide.leaves, 0})
    safe, found, first = guide.run.last, [], 0
    for n, house in enumerate(guide.houses):
        route, shelter = house.candidates[guide.choice[n]]
        wells = [steps.network.stairwells[well] for well in house.stairs]
        leaves_s = guide.leaves[n] * steps.step_s
        slow_people = sum(well.slow_people for well in wells)
        slow_s = leaves_s + max(_alone_s(steps, stairs + route) for stairs in house.stairs.values())
        found.append(
            Card(
                building=house.building,
                spot=steps.network.spots[house.spot].id,
                ways=tuple(steps.network.ways[steps.way[arc]].id for arc in route),
                shelter=steps.network.shelters[shelter].id,
                people=house.people,
                slow_people=slow_people,
                wave=apart.index(guide.leaves[n]) + 1,
                leaves_s=leaves_s,
                safe_s=(max(safe[first : first + len(wells)]) + 1) * steps.step_s,
                slow_s=slow_s,
                helpers=slow_people if slow_s > guide.clearance_s else 0,
            )
        )
        first += len(wells)
    return sorted(found, key=lambda card: (card.building, card.spot))


def alone(guide: Guide) -> dict[str, int]:
    """By building, the seconds below which nobody can bring all of it to a shelter, had it every way for itself."""
    steps = in_steps(guide.least.steps.network, guide.least.steps.step_s, up=False)
    wells: dict[str, list[int]] = {}
    for n, well in enumerate(steps.network.stairwells):
        wells.setdefault(well.building, []).append(n)
    none = np.zeros(len(steps.door), dtype=bool)
    found = {}
    for building, those in wells.items():
        part = Part(np.isin(np.arange(len(steps.home)), those), none)
        # The bound is the last horizon at which the water of the building is not yet all there.
        found[building] = (least_horizon(steps, part) - 1) * steps.step_s
    return found


def _alone_s(steps: Steps, route: tuple[int, ...]) -> int:
    ways = (steps.network.ways[of] for of in steps.way[list(route)].tolist())
    length_m: float = sum(way.length_m for way in ways)
    return round(length_m / SLOW_SPEED_M_S)


def nearest_shelter(steps: Steps) -> Run:
    """How it goes without a plan: everybody to the nearest shelter at once, and on to the next when it is full."""
    every = towards(steps)
    return simulate(steps, to_the_nearest(steps, every), onward=further_on(steps, every))
