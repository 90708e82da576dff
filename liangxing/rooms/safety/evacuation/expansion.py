"""The network once for every step, without what no plan can use, and the largest number of people through it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .faults import NoSolver, TooLarge
from .steps import Ints, Steps

BYTES_AN_ARC = 200  # measured with the solver's own arrays, a little more than was seen


def _repeated(counts: Ints) -> tuple[Ints, Ints]:
    """Which thing, and its how-manyth, for *counts* of each.

    >>> [column.tolist() for column in _repeated(np.array([2, 0, 1]))]
    [[0, 0, 2], [0, 1, 0]]
    """
    which = np.repeat(np.arange(len(counts)), counts)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)


@dataclass(frozen=True, eq=False)
class Expansion:
    """A maximum flow of ``people`` through so many steps (``horizon``): walks along ``arc`` from step ``at`` on."""

    steps: Steps
    horizon: int
    arc: Ints
    at: Ints
    first: Ints
    people: int
    _solver: Any
    _arcs: tuple[int, int, int]

    @cached_property
    def flows(self) -> NDArray[np.int64]:
        """People on each walk (``arc`` at step ``at``)."""
        return self._flows(0, self._arcs[0])

    def _flows(self, start: int, count: int) -> Ints:
        return np.asarray(self._solver.flows(np.arange(start, start + count)), dtype=np.int64)

    @property
    def leaving(self) -> tuple[Ints, Ints, Ints]:
        """Stairwell, step and people of everybody's setting out."""
        well, at = _entering(self.steps, self.horizon)
        return well, at, self._flows(self._arcs[0], self._arcs[1])

    @property
    def sheltered(self) -> tuple[Ints, Ints, Ints]:
        """Shelter, step and people of everybody's arrival."""
        shelter, at = _arriving(self.steps, self.horizon)
        return shelter, at, self._flows(self._arcs[0] + self._arcs[1], self._arcs[2])

    @cached_property
    def _near(self) -> NDArray[np.bool_]:
        side = np.zeros(int(self.first[-1]) + 2 + len(self.steps.home) + len(self.steps.door), dtype=bool)
        side[np.asarray(self._solver.get_source_side_min_cut(), dtype=np.int64)] = True
        return side

    def part(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """The stairwells, and the shelters that fill up, before the narrowest cut."""
        start = int(self.first[-1]) + 2
        middle = start + len(self.steps.home)
        return self._near[start:middle], self._near[middle:]

    def thresholds(self) -> Ints:
        """By spot, the step from which it lies before the narrowest cut; the horizon for never."""
        wide = np.diff(self.first)
        spot, nth = _repeated(wide)
        threshold = np.full(self.steps.spots, self.horizon, dtype=np.int64)
        inside = self._near[: int(self.first[-1])]
        np.minimum.at(threshold, spot[inside], (self.steps.soonest[spot] + nth)[inside])
        # Later than this nobody reaches a shelter in time, so the spot may lie before the cut for nothing.
        late: Ints = np.maximum(0, self.horizon - self.steps.left)
        return np.minimum(threshold, late)


def _wide(steps: Steps, horizon: int) -> Ints:
    """By spot, for how many steps somebody can be there and still reach a shelter."""
    wide: Ints = np.maximum(0, horizon - steps.left - steps.soonest)
    return wide


def _window(steps: Steps, horizon: int) -> tuple[Ints, Ints]:
    """By arc, the first step at which a walk along it is of use, and for how many steps."""
    start = np.maximum(steps.soonest[steps.tail], steps.opens)
    last = horizon - 1 - np.maximum(steps.left[steps.tail], steps.left[steps.head] + steps.walk)
    last = np.minimum(last, steps.closes - steps.walk)
    return start, np.maximum(0, last - start + 1)


def _entering(steps: Steps, horizon: int) -> tuple[Ints, Ints]:
    start = np.maximum(steps.soonest[steps.home], steps.ready)
    many = np.where(steps.people > 0, np.maximum(0, horizon - steps.left[steps.home] - start), 0)
    well, nth = _repeated(many)
    return well, start[well] + nth


def _arriving(steps: Steps, horizon: int) -> tuple[Ints, Ints]:
    shelter, nth = _repeated(_wide(steps, horizon)[steps.door])
    return shelter, steps.soonest[steps.door[shelter]] + nth


def needed_mb(steps: Steps, horizon: int, *, waiting: bool) -> int:
    """The memory that a maximum flow takes, counted before any of it is taken."""
    wide = _wide(steps, horizon)
    arcs = _window(steps, horizon)[1].sum() + wide[steps.home].sum() + wide[steps.door].sum()
    return int((arcs + waiting * wide.sum()) * BYTES_AN_ARC // 1_000_000) + 1


def expand(steps: Steps, horizon: int, *, waiting: bool = False, memory_mb: int = 4000) -> Expansion:
    """As many people as can arrive within *horizon* steps. ``TooLarge`` when that takes more than *memory_mb*."""
    needed = needed_mb(steps, horizon, waiting=waiting)
    if needed > memory_mb:
        raise TooLarge(needed_mb=needed, allowed_mb=memory_mb)
    first = np.concatenate([[0], np.cumsum(_wide(steps, horizon))]).astype(np.int64)
    copy = first[:-1] - steps.soonest  # of a spot at a step: copy[spot] + step
    start, many = _window(steps, horizon)
    arc, nth = _repeated(many)
    at = start[arc] + nth
    walks = (copy[steps.tail[arc]] + at, copy[steps.head[arc]] + at + steps.walk[arc], steps.passes(arc, at))
    enters, leaves = _ends(steps, horizon, copy, int(first[-1]))
    batches = [walks, *enters, *leaves, *([_waits(first, steps.everybody)] if waiting else [])]
    counts = [len(batch[0]) for batch in batches]
    source = int(first[-1])
    del walks, enters, leaves
    solver = max_flow(batches, source, source + 1)
    people = int(solver.optimal_flow())
    return Expansion(steps, horizon, arc, at, first, people, solver, (counts[0], counts[1], counts[2]))


Batch = tuple[Ints, Ints, Ints]


def _ends(steps: Steps, horizon: int, copy: Ints, source: int) -> tuple[list[Batch], list[Batch]]:
    wells = source + 2 + np.arange(len(steps.home))
    shelters = source + 2 + len(wells) + np.arange(len(steps.door))
    well, at = _entering(steps, horizon)
    door, then = _arriving(steps, horizon)
    everybody = np.full(len(door), steps.everybody)
    enters = (wells[well], copy[steps.home[well]] + at, steps.people[well])
    arrives = (copy[steps.door[door]] + then, shelters[door], everybody)
    live = (np.full(len(wells), source), wells, steps.people)
    holds = (shelters, np.full(len(shelters), source + 1), steps.room)
    return [enters, arrives], [live, holds]


def _waits(first: Ints, everybody: int) -> Batch:
    spot, nth = _repeated(np.maximum(0, np.diff(first) - 1))
    here = first[spot] + nth
    return here, here + 1, np.full(len(here), everybody)


def max_flow(batches: list[Batch], source: int, sink: int) -> Any:
    """The solver, with the maximum flow through arcs of tail, head and capacity; *batches* is emptied on the way."""
    try:
        from ortools.graph.python.max_flow import SimpleMaxFlow
    except ImportError as missing:
        raise NoSolver from missing
    solver = SimpleMaxFlow()
    while batches:  # each is let go when it has been handed over: together they are half of the memory
        tails, heads, most = batches.pop(0)
        solver.add_arcs_with_capacity(tails.astype(np.int32), heads.astype(np.int32), most.astype(np.int64))
    if solver.solve(source, sink) != solver.OPTIMAL:
        raise ArithmeticError("the maximum flow was not found")
    return solver
