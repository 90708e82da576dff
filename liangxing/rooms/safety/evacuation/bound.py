"""How fast a part of the people can leave at best: one minimum-cost circulation, in place of a network for every step.

The largest flow over time from some stairwells to some shelters costs one circulation in which a step of walking
costs one and each arrival earns the whole horizon (Ford and Fulkerson). Its value is convex and piecewise linear in
the horizon, so the least horizon that is enough is found by Newton's method, from above: from below it overshoots.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .faults import NoSolver
from .steps import NEVER, Ints, Steps


@dataclass(frozen=True, eq=False)
class Part:
    """People who must leave (``wells``) though some shelters (``full``) take in all they can hold."""

    wells: NDArray[np.bool_]
    full: NDArray[np.bool_]

    @classmethod
    def everybody(cls, steps: Steps) -> Part:
        """All people to all shelters."""
        return cls(steps.people > 0, np.zeros(len(steps.door), dtype=bool))

    @classmethod
    def farthest(cls, steps: Steps) -> Part:
        """Those alone who can be anywhere last, however empty the streets."""
        last = np.where(steps.people > 0, steps.ready + steps.left[steps.home], -1)
        return cls(np.arange(len(last)) == int(last.argmax()), np.zeros(len(steps.door), dtype=bool))

    def need(self, steps: Steps) -> int:
        """People of the part for whom other shelters must be reached."""
        return int(steps.people[self.wells].sum() - steps.room[self.full].sum())


@dataclass(frozen=True, eq=False)
class _Circulation:
    """The circulation of one horizon: people in thousandths, how many more with each step, and its arcs."""

    milli: int
    more: int
    arcs: tuple[Ints, Ints, Ints, Ints]
    flows: Ints


def _circulate(steps: Steps, part: Part, horizon: int) -> _Circulation:
    source, sink = steps.spots, steps.spots + 1
    homes, ready = steps.home[part.wells], steps.ready[part.wells]
    doors = steps.door[~part.full]
    most = 1000 * steps.everybody + 1  # nobody sends more than everybody in one step
    zero = np.zeros(len(doors), dtype=np.int64)
    tails = np.concatenate([steps.tail, np.full(len(homes), source), doors, [sink]])
    heads = np.concatenate([steps.head, homes, np.full(len(doors), sink), [source]])
    rates = np.concatenate([steps.rate, np.full(len(homes) + len(doors) + 1, most)])
    costs = np.concatenate([steps.walk, ready, zero, [-horizon]])
    solver = _solver()
    solver.add_arcs_with_capacity_and_unit_cost(tails, heads, rates, costs)
    if (status := solver.solve()) != solver.OPTIMAL:
        raise ArithmeticError(f"the circulation was not found: {status}")
    flows = np.asarray(solver.flows(np.arange(len(tails))), dtype=np.int64)
    return _Circulation(-int((flows * costs).sum()), int(flows[-1]), (tails, heads, rates, costs), flows)


def least_horizon(steps: Steps, part: Part, above: int = 1) -> int:
    """The fewest steps in which *part* can leave if people were water; at least *above*. Opening times are left out.

    There is one: ``room_in_reach`` has been asked.
    """
    need = 1000 * part.need(steps)
    low, high = above - 1, above
    if need <= 0:
        return above
    now = _circulate(steps, part, high)
    while now.milli < need:
        low, high = high, 2 * high
        now = _circulate(steps, part, high)
    return _down(lambda horizon: _circulate(steps, part, horizon), need, low, high, now)


def _down(at: Callable[[int], _Circulation], need: int, low: int, high: int, now: _Circulation) -> int:
    while high - 1 > low:
        lower = max(high - max(1, (now.milli - need) // now.more), low + 1)
        then = at(lower)
        if then.milli < need:
            # Newton never passes the answer by a whole step, so only a step of one can fail.
            return high
        high, now = lower, then
    return high


def thresholds(steps: Steps, part: Part, horizon: int) -> Ints:
    """By spot, how late water reaches it when the circulation of *horizon* is full: the proof that it is no more."""
    now = _circulate(steps, part, horizon)
    tails, heads, rates, costs = now.arcs
    there, back = now.flows < rates, now.flows > 0
    first = np.concatenate([tails[there], heads[back]])
    last = np.concatenate([heads[there], tails[back]])
    cost = np.concatenate([costs[there], -costs[back]])
    reach = np.full(steps.spots + 2, NEVER, dtype=np.int64)
    reach[steps.spots] = 0
    while True:
        known = reach[first] < NEVER
        nearer = reach.copy()
        np.minimum.at(nearer, last[known], reach[first[known]] + cost[known])
        if (nearer == reach).all():
            return np.clip(reach[: steps.spots], 0, horizon)
        reach = nearer


def cut(steps: Steps, threshold: Ints, horizon: int) -> int:
    """Whole people who can pass the cut of *threshold* within *horizon* steps, and so at most arrive."""
    start = np.maximum(threshold[steps.tail], steps.opens)
    end = np.minimum(threshold[steps.head] - steps.walk, steps.closes - steps.walk + 1)
    end = np.maximum(start, end)
    passed = end * steps.rate // 1000 - start * steps.rate // 1000
    return int(passed.sum()) + outside(steps, threshold, horizon)


def cut_of_water(steps: Steps, threshold: Ints, horizon: int) -> int:
    """The same in thousandths for people who flow like water, opening times left out.

    Through each arc one person more, who may just be stepping through when the time begins.
    """
    wide = np.maximum(0, threshold[steps.head] - steps.walk - threshold[steps.tail])
    return int((wide * steps.rate + 1000 * (wide > 0)).sum()) + 1000 * outside(steps, threshold, horizon)


def outside(steps: Steps, threshold: Ints, horizon: int) -> int:
    """People beyond the cut from the start, and room in shelters before it."""
    beyond = threshold[steps.home] > steps.ready
    before = threshold[steps.door] < horizon
    return int(steps.people[beyond].sum() + steps.room[before].sum())


def _solver() -> Any:
    try:
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
    except ImportError as missing:
        raise NoSolver from missing
    return SimpleMinCostFlow()
