"""How far reported problems have come."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ..models import Problem, ProblemStep


def steps_of(problems: Iterable[Problem]) -> dict[UUID, list[ProblemStep]]:
    """For each problem by its fact, what was done about it, in the order in which it was told. One query."""
    found: dict[UUID, list[ProblemStep]] = {problem.fact: [] for problem in problems}
    steps = ProblemStep.objects.known().filter(problem__in=found).select_related("post").order_by("recorded_at")
    for step in steps:
        found[step.problem_id].append(step)
    return found


def state_of(steps: list[ProblemStep]) -> ProblemStep.State:
    """Where the last of *steps* leaves the problem; before any, it has been received."""
    return ProblemStep.State(steps[-1].state) if steps else ProblemStep.State.RECEIVED
