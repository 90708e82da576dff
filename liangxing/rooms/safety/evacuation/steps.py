"""A network in whole steps of time: walking times in steps, thousandths of people a step, all of them integers."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .faults import StepTooCoarse
from .network import Network, Way

Ints = NDArray[np.int64]
NEVER = 1 << 30
COARSE = 0.35  # walks longer by more than this share say nothing about the real place


@dataclass(frozen=True, eq=False)
class Steps:
    """Arcs, stairwells and shelters as arrays; arc *i* is a walk along way ``way[i]`` in one direction.

    Rounded up, a plan for it can be walked in truth; rounded down, no truth is faster than its bound.
    ``rate``: thousandths of a person in each step. ``opens`` and ``closes``: the walk lies between these steps.
    """

    network: Network
    step_s: int
    tail: Ints
    head: Ints
    walk: Ints
    rate: Ints
    way: Ints
    opens: Ints
    closes: Ints
    home: Ints
    people: Ints
    ready: Ints
    door: Ints
    room: Ints

    @property
    def spots(self) -> int:
        """How many spots there are."""
        return len(self.network.spots)

    @cached_property
    def everybody(self) -> int:
        """All people, as the arrays have them."""
        return int(self.people.sum())

    @cached_property
    def timed(self) -> bool:
        """Whether any way opens late or closes."""
        return bool((self.opens > 0).any() or (self.closes < NEVER).any())

    @cached_property
    def soonest(self) -> Ints:
        """By spot, the first step at which anybody can be there; ``NEVER`` if nobody can."""
        start = zip(self.home[self.people > 0].tolist(), self.ready[self.people > 0].tolist(), strict=True)
        return self._walks(start, self.tail, self.head)

    @cached_property
    def left(self) -> Ints:
        """By spot, the steps from there to the nearest shelter; ``NEVER`` if there is no way."""
        return self._walks(((door, 0) for door in self.door.tolist()), self.head, self.tail)

    def _walks(self, start: Iterable[tuple[int, int]], first: Ints, last: Ints) -> Ints:
        beside: list[list[tuple[int, int]]] = [[] for _ in range(self.spots)]
        for one, other, walk in zip(first.tolist(), last.tolist(), self.walk.tolist(), strict=True):
            beside[one].append((other, walk))
        least = [NEVER] * self.spots
        heap = []
        for spot, at in start:
            if at < least[spot]:
                least[spot] = at
                heap.append((at, spot))
        heapq.heapify(heap)
        while heap:
            at, spot = heapq.heappop(heap)
            if at > least[spot]:
                continue
            for other, walk in beside[spot]:
                if at + walk < least[other]:
                    least[other] = at + walk
                    heapq.heappush(heap, (at + walk, other))
        return np.array(least, dtype=np.int64)

    def passes(self, arc: Ints, step: Ints) -> Ints:
        """Whole people that may set out along *arc* in *step*: over many steps not one is lost to rounding."""
        rate = self.rate[arc]
        passed: Ints = (step + 1) * rate // 1000 - step * rate // 1000
        return passed


def in_steps(network: Network, step_s: int, *, up: bool = True) -> Steps:
    """*network* in steps of so many seconds; it is sound. ``StepTooCoarse`` when rounding up hides the truth."""
    number = {spot.id: n for n, spot in enumerate(network.spots)}
    arcs = [(n, way, ends) for n, way in enumerate(network.ways) for ends in _directions(way)]
    columns = [
        (number[a], number[b], _rounded(way.length_mm, way.speed_mm_s * step_s, up), _rate(way, step_s, up), n)
        for n, way, (a, b) in arcs
    ]
    tail, head, walk, rate, of = _columns(columns, 5)
    if up:
        _not_coarse(network, step_s, walk, of)
    opens = [_rounded(way.opens_s, step_s, up) for _, way, _ in arcs]
    closes = [NEVER if way.closes_s is None else _rounded(way.closes_s, step_s, not up) for _, way, _ in arcs]
    wells = [(number[w.spot], w.people, _rounded(w.ready_s, step_s, up)) for w in network.stairwells]
    home, people, ready = _columns(wells, 3)
    door, room = _columns([(number[shelter.spot], shelter.room) for shelter in network.shelters], 2)
    times = (np.array(opens, dtype=np.int64), np.array(closes, dtype=np.int64))
    return Steps(network, step_s, tail, head, walk, rate, of, *times, home, people, ready, door, room)


def _columns(rows: Sequence[tuple[int, ...]], wide: int) -> list[Ints]:
    return list(np.array(rows, dtype=np.int64).reshape(-1, wide).T.copy())


def _directions(way: Way) -> list[tuple[str, str]]:
    if way.shut:
        return []
    return [way.ends] if way.one_way else [way.ends, (way.ends[1], way.ends[0])]


def _rounded(amount: int, unit: int, up: bool) -> int:
    return -(-amount // unit) if up else amount // unit


def _rate(way: Way, step_s: int, up: bool) -> int:
    # Rounded up nothing may be promised that is not there; rounded down nothing may be missing.
    return _rounded(way.flow_milli * way.usable_mm * step_s, 1000, not up)


def _not_coarse(network: Network, step_s: int, walk: Ints, of: Ints) -> None:
    true_s = np.array([way.length_mm / way.speed_mm_s for way in network.ways])[of]
    longer = walk.sum() * step_s / true_s.sum() - 1 if len(of) else 0
    if longer > COARSE and step_s > 1:
        better = max(1, min(step_s // 2, int(np.median(true_s) / 7)))
        raise StepTooCoarse(step_s=step_s, percent=round(100 * float(longer)), better_s=better)
