"""A flow as groups of people: who walks where, setting out when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .expansion import Expansion

Walks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """So many *people* of a stairwell who go together to a shelter; ``walks``: arc and step of setting out."""

    people: int
    well: int
    shelter: int
    walks: Walks


@dataclass(slots=True)
class _Some:
    people: int
    well: int
    walks: Walks = ()


def groups_of(flow: Expansion) -> list[Group]:
    """Everybody of *flow*, in groups; by time, so that each spot hands on those who came first."""
    here: list[dict[int, list[_Some]]] = [defaultdict(list) for _ in range(flow.horizon + 1)]
    for well, at, people in zip(*(c.tolist() for c in flow.leaving), strict=True):
        if people:
            here[at][int(flow.steps.home[well])].append(_Some(people, well))
    onward = _onward(flow)
    safe: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for shelter, at, people in zip(*(c.tolist() for c in flow.sheltered), strict=True):
        if people:
            safe[at, int(flow.steps.door[shelter])].append((shelter, people))
    groups: list[Group] = []
    for at in range(flow.horizon):
        for spot, waiting in here[at].items():
            for shelter, people in safe.get((at, spot), ()):
                groups += [Group(s.people, s.well, shelter, s.walks) for s in _taken(waiting, people)]
            for arc, people in onward.get((at, spot), ()):
                there = here[at + int(flow.steps.walk[arc])][int(flow.steps.head[arc])]
                there += [_Some(s.people, s.well, (*s.walks, (arc, at))) for s in _taken(waiting, people)]
            if waiting:
                here[at + 1][spot] = waiting + here[at + 1][spot]
    return sorted(groups, key=lambda g: (g.well, g.walks, g.shelter))


def _onward(flow: Expansion) -> dict[tuple[int, int], list[tuple[int, int]]]:
    onward: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    used = flow.flows.nonzero()[0]
    for arc, at, people in zip(flow.arc[used].tolist(), flow.at[used].tolist(), flow.flows[used].tolist(), strict=True):
        onward[at, int(flow.steps.tail[arc])].append((arc, people))
    return onward


def _taken(waiting: list[_Some], people: int) -> list[_Some]:
    """The first so many of those *waiting*, who are then no longer there."""
    taken = []
    while people:
        first = waiting[0]
        if first.people <= people:
            taken.append(waiting.pop(0))
            people -= first.people
        else:
            taken.append(_Some(people, first.well, first.walks))
            first.people -= people
            people = 0
    return taken
