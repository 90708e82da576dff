"""Shortest routes to shelters."""

from __future__ import annotations

import heapq
from collections.abc import Collection
from dataclasses import dataclass

from .queues import Onward, Party
from .steps import NEVER, Steps

Route = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Towards:
    """All shortest walks to one shelter: by spot the steps that are left, and the arc to take."""

    shelter: int
    left: list[int]
    arc: list[int]
    head: list[int]

    def route(self, spot: int) -> Route:
        """The arcs from *spot* to the shelter; it can be reached."""
        route = []
        while self.arc[spot] >= 0:
            route.append(self.arc[spot])
            spot = self.head[self.arc[spot]]
        return tuple(route)


def towards(steps: Steps) -> list[Towards]:
    """The shortest walks to each shelter."""
    arriving: list[list[int]] = [[] for _ in range(steps.spots)]
    for arc, head in enumerate(steps.head.tolist()):
        arriving[head].append(arc)
    return [_towards(steps, shelter, door, arriving) for shelter, door in enumerate(steps.door.tolist())]


def _towards(steps: Steps, shelter: int, door: int, arriving: list[list[int]]) -> Towards:
    tail, walk = steps.tail.tolist(), steps.walk.tolist()
    left, take = [NEVER] * steps.spots, [-1] * steps.spots
    left[door] = 0
    heap = [(0, door)]
    while heap:
        at, spot = heapq.heappop(heap)
        if at > left[spot]:
            continue
        for arc in arriving[spot]:
            if at + walk[arc] < left[tail[arc]]:
                left[tail[arc]], take[tail[arc]] = at + walk[arc], arc
                heapq.heappush(heap, (at + walk[arc], tail[arc]))
    return Towards(shelter, left, take, steps.head.tolist())


def nearest(every: list[Towards], spot: int, full: Collection[int] = ()) -> Towards | None:
    """The shelter nearest to *spot* that is not *full*; ``None`` when there is none."""
    there = [t for t in every if t.shelter not in full and t.left[spot] < NEVER]
    return min(there, key=lambda t: (t.left[spot], t.shelter), default=None)


def to_the_nearest(steps: Steps, every: list[Towards]) -> list[Party]:
    """Everybody to the nearest shelter at once, as people do whom nobody tells another."""
    parties = []
    for home, people, ready in zip(steps.home.tolist(), steps.people.tolist(), steps.ready.tolist(), strict=True):
        goal = nearest(every, home)
        if goal is not None:
            parties.append(Party(people, goal.route(home), goal.shelter, ready))
    return parties


def further_on(steps: Steps, every: list[Towards]) -> Onward:
    """How people go on who stand before a full shelter: to the nearest that they have not heard is full."""

    def onward(shelter: int, full: set[int]) -> Party | None:
        door = int(steps.door[shelter])
        goal = nearest(every, door, full)
        return None if goal is None else Party(0, goal.route(door), goal.shelter)

    return onward
