"""The least time in which everybody can be safe, with the proof that nobody can do better.

One maximum flow at a horizon; if people are left over, its narrowest cut names the part of them that is too slow, a
circulation says at once how long that part needs, and so on: two to five flows, without a search by halves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .bound import Part, cut, cut_of_water, least_horizon, thresholds
from .expansion import Expansion, expand
from .faults import ClosedTooSoon
from .network import Network
from .reach import room_in_reach
from .soundness import check
from .steps import NEVER, Ints, Steps, in_steps

STEP_S = 5  # at 1 s rounding to whole people costs more than it gains, at 30 s rounding walks costs two thirds
PATIENCE = 2000  # steps after the last closing in which a street of any width lets somebody pass


@dataclass(frozen=True, eq=False)
class LeastTime:
    """Everybody is safe within ``horizon`` steps, and ``threshold`` proves that one step less is not enough.

    ``threshold``: by spot, on which side of the cut it lies from when on; ``None`` when no proof was asked for.
    """

    flow: Expansion
    threshold: Ints | None = None

    @property
    def steps(self) -> Steps:
        """The network that was computed with."""
        return self.flow.steps

    @property
    def horizon(self) -> int:
        """Steps until the last has arrived."""
        return self.flow.horizon

    @property
    def clearance_s(self) -> int:
        """The upper end of the bracket: with walks rounded up, a plan that can be walked."""
        return self.horizon * self.steps.step_s

    @property
    def cut(self) -> int | None:
        """How many can arrive a step earlier, at most: fewer than everybody, or there is no proof."""
        return None if self.threshold is None else cut(self.steps, self.threshold, self.horizon - 1)


@dataclass(frozen=True, eq=False)
class Bound:
    """The lower end of the bracket: with walks rounded down and people like water, ``horizon`` steps are too few."""

    steps: Steps
    horizon: int
    threshold: Ints

    @property
    def seconds(self) -> int:
        """Nobody can do it in less."""
        return self.horizon * self.steps.step_s

    @property
    def milli(self) -> int:
        """Thousandths of people who can arrive in that time, at most."""
        return cut_of_water(self.steps, self.threshold, self.horizon)


Flow = Callable[..., Expansion]


def least_time(
    network: Network, *, step_s: int = STEP_S, at_least: int = 0, prove: bool = True, memory_mb: int = 4000
) -> LeastTime:
    """The least time for *network*; a ``Fault`` or ``Unsound`` says why there is none.

    *at_least*: steps that are known to be needed, such as before a way was closed; they are then not proven anew.
    Without *prove* the time may be a step too long.
    """
    check(network)
    steps = in_steps(network, step_s)
    room_in_reach(steps)

    def flow(horizon: int, waiting: bool = False) -> Expansion:
        return expand(steps, horizon, waiting=waiting, memory_mb=memory_mb)

    known = max(at_least, 1)
    start = max(least_horizon(steps, part, known) for part in (Part.everybody(steps), Part.farthest(steps)))
    if steps.timed:
        return _searched_by_halves(steps, start, flow)
    found, parts = _searched(steps, start, flow)
    if not prove or found.horizon <= at_least:
        return LeastTime(found)
    return _proven(LeastTime(found), parts, flow)


def _searched(steps: Steps, horizon: int, flow: Flow) -> tuple[Expansion, list[Part]]:
    """A flow of everybody, and the parts of the people that hold it up; without waiting on the way."""
    parts = [Part.everybody(steps), Part.farthest(steps)]
    while True:
        found = flow(horizon)
        if found.people == steps.everybody:
            return found, parts
        parts.append(Part(*found.part()))
        del found  # its memory is wanted for the next
        horizon = max(horizon + 1, least_horizon(steps, parts[-1], horizon))


def _proven(least: LeastTime, parts: list[Part], flow: Flow) -> LeastTime:
    """The same with its proof, or a step faster by waiting on the way, as long as that helps."""
    for part in reversed(parts):
        threshold = thresholds(least.steps, part, least.horizon - 1)
        proven = replace(least, threshold=threshold)
        if cut(least.steps, threshold, least.horizon - 1) < least.steps.everybody:
            return proven
    while True:
        faster = flow(least.horizon - 1, waiting=True)
        if faster.people < least.steps.everybody:
            return replace(least, threshold=faster.thresholds())
        least = LeastTime(faster)


def _searched_by_halves(steps: Steps, start: int, flow: Flow) -> LeastTime:
    """Where ways open and close no circulation knows the answer: double the horizon, then halve what is between."""
    low, high = start - 1, start
    last = int(max(steps.opens.max(), steps.closes[steps.closes < NEVER].max(initial=0)))
    found = flow(high, waiting=True)
    while found.people < steps.everybody:
        before, low = found.people, high
        high = high + max(8, high // 2)
        found = flow(high, waiting=True)
        if low > last + PATIENCE and found.people == before:
            raise ClosedTooSoon(people=steps.everybody - before)
    while high - low > 1:
        middle = (low + high) // 2
        half = flow(middle, waiting=True)
        low, high, found = (low, middle, half) if half.people == steps.everybody else (middle, high, found)
    while (earlier := flow(high - 1, waiting=True)).people == steps.everybody:
        found, high = earlier, high - 1  # water was slower than whole people
    return LeastTime(found, earlier.thresholds())


def bound(network: Network, *, step_s: int = STEP_S, least: LeastTime) -> Bound:
    """How fast nobody can be, whatever they do: from the part of the people that holds up *least*, and two more."""
    steps = in_steps(network, step_s, up=False)
    parts = [Part.everybody(steps), Part.farthest(steps)]
    if least.threshold is not None:
        before = least.threshold[steps.home] <= least.steps.ready
        parts.append(Part(before & (steps.people > 0), least.threshold[steps.door] < least.horizon - 1))
    horizons = [least_horizon(steps, part) for part in parts]
    horizon = max(horizons) - 1
    part = parts[horizons.index(horizon + 1)]
    while True:
        lower = Bound(steps, horizon, thresholds(steps, part, horizon))
        if horizon == 0 or lower.milli < 1000 * steps.everybody:
            return lower
        horizon -= 1
