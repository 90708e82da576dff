"""One candidate route for each house, so that the way that is loaded longest is loaded as briefly as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Protocol

from .faults import NoSolver
from .routes import Route
from .steps import Steps

LONGEST = 100_000  # steps
EFFORT = 0.6  # the solver's own measure of work, so that the answer does not depend on the computer


class Choosing(Protocol):
    """Who must take one of some routes."""

    people: int
    stairs: dict[int, Route]

    @property
    def candidates(self) -> list[tuple[Route, int]]:
        """Routes and their shelters."""


Use = tuple[Any, int, int, int]  # whether chosen, how many people, steps before the arc and after it


def assigned(steps: Steps, houses: Sequence[Choosing], weight: int) -> list[int] | None:
    """By house, which of its candidates; ``None`` when the shelters do not hold the houses as they are.

    Of all choices as good, one with short walks: it leaves the other ways free too. A step until the last is safe
    weighs as much as *weight* steps for everybody.
    """
    try:
        from ortools.sat.python import cp_model
    except ImportError as missing:
        raise NoSolver from missing
    model = cp_model.CpModel()
    most = model.new_int_var(0, LONGEST, "steps")
    taken = [[model.new_bool_var("") for _ in house.candidates] for house in houses]
    uses: dict[int, list[Use]] = defaultdict(list)
    loads: dict[int, list[Any]] = defaultdict(list)
    walked = []
    for house, options in zip(houses, taken, strict=True):
        model.add_exactly_one(options)
        out = _out(steps, house)
        for chosen, (route, shelter) in zip(options, house.candidates, strict=True):
            loads[shelter].append(house.people * chosen)
            walk = sum(int(steps.walk[arc]) for arc in route)
            walked.append(house.people * walk * chosen)
            model.add(most >= out + walk).only_enforce_if(chosen)
            _along(steps, house, route, chosen, uses)
    for shelter, people in loads.items():
        model.add(sum(people) <= int(steps.room[shelter]))
    for arc, there in uses.items():
        _loaded(model, most, int(steps.rate[arc]), there)
    model.minimize(weight * steps.everybody * most + sum(walked))
    return _solved(cp_model.CpSolver(), model, taken)


def _loaded(model: Any, most: Any, rate: int, there: list[Use]) -> None:
    """Who passes an arc has walked to it, waits for those before, and walks on."""
    used = model.new_bool_var("")
    for chosen, *_ in there:
        model.add_implication(chosen, used)
    before, after = min(use[2] for use in there), min(use[3] for use in there)
    people = sum(use[1] * use[0] for use in there)
    model.add(1000 * people <= rate * (most - before - after)).only_enforce_if(used)


def _out(steps: Steps, house: Choosing) -> int:
    """Steps until the last of the house stands in the street."""
    ends = []
    for well, stairs in house.stairs.items():
        walk = sum(int(steps.walk[arc]) for arc in stairs)
        slowest = min((int(steps.rate[arc]) for arc in stairs), default=0)
        ends.append(walk + (1000 * int(steps.people[well]) // slowest if slowest else 0))
    return max(ends)


def _along(steps: Steps, house: Choosing, route: Route, chosen: Any, uses: dict[int, list[Use]]) -> None:
    before = min(sum(int(steps.walk[arc]) for arc in stairs) for stairs in house.stairs.values())
    after = sum(int(steps.walk[arc]) for arc in route)
    for arc in route:
        uses[arc].append((chosen, house.people, before, after))
        before += int(steps.walk[arc])
        after -= int(steps.walk[arc])


def _solved(solver: Any, model: Any, taken: list[list[Any]]) -> list[int] | None:
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = EFFORT
    solver.parameters.relative_gap_limit = 0.005
    if solver.status_name(solver.solve(model)) not in {"OPTIMAL", "FEASIBLE"}:
        return None
    return [next(n for n, chosen in enumerate(options) if solver.boolean_value(chosen)) for options in taken]
