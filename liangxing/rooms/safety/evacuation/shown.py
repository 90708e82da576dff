"""What pages show of a plan: who is safe by when, where people are at some moments, how full shelters get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from .cards import Card, alone, cards, nearest_shelter
from .expansion import expand
from .guide import Guide
from .least_time import LeastTime
from .network import Kind
from .queues import Party, Run, Standing, whereabouts
from .steps import Steps
from .what_if import Row, bottleneck

MOMENTS = 12  # pictures of where people are: one can still look at them side by side
POINTS = 40  # of a curve


@dataclass(frozen=True, slots=True)
class Moment:
    """Where people are so many seconds after the signal. ``walking``, ``waiting``: people by way."""

    at_s: int
    safe: int
    home: int
    walking: dict[str, int]
    waiting: dict[str, int]


def marks(horizon: int, count: int) -> list[int]:
    """So many steps, evenly, the last one the horizon.

    >>> marks(10, 4)
    [3, 5, 8, 10]
    """
    return sorted({max(1, -(-horizon * n // count)) for n in range(1, count + 1)})


def moments(steps: Steps, parties: Sequence[Party], horizon: int, count: int = MOMENTS) -> list[Moment]:
    """Pictures of the walk-through, evenly in time."""
    return [_moment(steps, parties, at) for at in [0, *marks(horizon, count)]]


def _moment(steps: Steps, parties: Sequence[Party], at: int) -> Moment:
    standing, run = whereabouts(steps, parties, at)
    ways = steps.network.ways
    walking, waiting = Counter[str](), Counter[str]()
    for some in standing:
        way = ways[int(steps.way[some.line if some.arc is None else some.arc])] if _out(some) else None
        if some.arc is not None and way:
            walking[way.id] += some.people
        elif way and way.kind != Kind.STAIR:
            waiting[way.id] += some.people
    safe = sum(run.safe.values())
    home = steps.everybody - safe - walking.total() - waiting.total()
    return Moment(at * steps.step_s, safe, home, dict(walking), dict(waiting))


def _out(some: Standing) -> bool:
    return some.arc is not None or some.line is not None


def curve(run: Run, step_s: int, horizon: int) -> list[tuple[int, int]]:
    """Seconds after the signal, and how many are safe by then."""
    told, safe = [(0, 0)], 0
    wanted = set(marks(horizon, POINTS))
    for step in range(horizon):
        safe += run.safe.get(step, 0)
        if step + 1 in wanted:
            told.append(((step + 1) * step_s, safe))
    return told


def envelope(least: LeastTime, count: int = 8) -> list[tuple[int, int]]:
    """Seconds, and the most that any plan can have safe by then: a maximum flow for each point."""
    found = [(0, 0)]
    for horizon in marks(least.horizon, count)[:-1]:
        found.append((horizon * least.steps.step_s, expand(least.steps, horizon, waiting=True).people))
    return [*found, (least.clearance_s, least.steps.everybody)]


def data_of_guide(guide: Guide) -> dict[str, Any]:
    """The plan for people as plain data, the same for the same plan."""
    least, steps = guide.least, guide.least.steps
    without = nearest_shelter(steps)
    everybody = steps.everybody
    found = sum(without.safe.values())
    least_s = alone(guide)
    return {
        "step_s": steps.step_s,
        "people": everybody,
        "planned_s": guide.clearance_s,
        "nearest_s": without.horizon * steps.step_s if found == everybody else None,
        "turned_away": without.turned_away,
        "without_room": everybody - found,
        "cards": [_card(card, least_s[card.building]) for card in cards(guide)],
        "parties": [[p.people, list(p.route), p.shelter, p.leaves] for p in guide.parties],
        "bottleneck": [way.id for way in bottleneck(least)],
        "shelters": _filled(steps, guide.run, without),
        "curves": {
            "proven": envelope(least),
            "plan": curve(guide.run, steps.step_s, guide.run.horizon),
            "nearest": curve(without, steps.step_s, without.horizon),
        },
        "moments": [asdict(moment) for moment in moments(steps, guide.parties, guide.run.horizon)],
    }


def _card(card: Card, least_s: int) -> dict[str, Any]:
    return {**asdict(card), "ways": list(card.ways), "at_least_s": least_s}


def _filled(steps: Steps, plan: Run, without: Run) -> list[list[Any]]:
    """By shelter: room, people of the plan, and people who would come by themselves."""
    return [
        [shelter.id, shelter.room, plan.arrived.get(n, 0), without.arrived.get(n, 0)]
        for n, shelter in enumerate(steps.network.shelters)
    ]


def parties_of_data(told: Iterable[Sequence[Any]]) -> list[Party]:
    """The parties of ``data_of_guide`` again."""
    return [Party(people, tuple(route), shelter, leaves) for people, route, shelter, leaves in told]


def row_of(row: Row) -> dict[str, Any]:
    """A line of what-if as plain data."""
    return {
        "way": row.way.id,
        "clearance_s": row.clearance_s,
        "later_s": row.later_s,
        "cut_off": list(row.cut_off),
        "without_room": row.without_room,
    }
