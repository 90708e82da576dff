"""People who were seen to be elsewhere than the plan has them by now: a staircase that is late, or early."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .network import Kind
from .queues import Party, Standing
from .steps import Steps


def as_seen(
    steps: Steps, parties: Sequence[Party], standing: Iterable[Standing], inside: Mapping[str, int]
) -> tuple[list[Standing], dict[int, int]]:
    """Where people are, and who is safe by shelter, when so many are still *inside* the buildings named.

    All others are where the plan has them. More inside than planned: those farthest back on their way are held to be
    the late ones, for nobody overtakes a line. Fewer: the rest has just come out of the door of their stairs. More
    than live there are as many as live there.
    """
    building = {well.spot: well.building for well in steps.network.stairwells}
    house = [building.get(steps.network.spots[_home(steps, party)].id, "") for party in parties]
    by_house: dict[str, list[Standing]] = defaultdict(list)
    for some in standing:
        by_house[house[some.party]].append(some)
    safe = Counter({number: party.people for number, party in enumerate(parties)})
    for rows in by_house.values():
        for some in rows:
            safe[some.party] -= some.people
    found = [some for name, rows in by_house.items() if name not in inside for some in rows]
    for name, many in inside.items():
        theirs = [number for number, at in enumerate(house) if at == name]
        found += _moved(steps, parties, by_house.get(name, []), many, theirs, safe)
    arrived: Counter[int] = Counter()
    for number, people in safe.items():
        arrived[parties[number].shelter] += people
    return found, {shelter: people for shelter, people in arrived.items() if people}


def _home(steps: Steps, party: Party) -> int:
    return int(steps.tail[party.route[0]]) if party.route else int(steps.door[party.shelter])


def _indoors(steps: Steps, parties: Sequence[Party], some: Standing) -> bool:
    """Whether they are at home, in line for their first way, or on a staircase."""
    arc = some.line if some.arc is None else some.arc
    if arc is None or (some.line is not None and parties[some.party].route[0] == some.line):
        return True
    return steps.network.ways[int(steps.way[arc])].kind == Kind.STAIR


def _moved(
    steps: Steps, parties: Sequence[Party], rows: list[Standing], inside: int, numbers: list[int], safe: Counter[int]
) -> list[Standing]:
    """The people of a building, so many of them inside; *safe* by party is put right."""
    within = [some for some in rows if _indoors(steps, parties, some)]
    out = [some for some in rows if not _indoors(steps, parties, some)]
    out.sort(key=lambda some: -_left(steps, parties, some))
    missing = inside - sum(some.people for some in within)
    if missing <= 0:
        return [*_without(steps, parties, within, -missing, safe), *out]
    kept, late = _taken(out, missing)
    missing -= sum(some.people for some in late)
    for number in sorted(numbers, key=lambda number: -parties[number].leaves):
        back = min(missing, safe[number])
        safe[number] -= back
        missing -= back
        late.append(Standing(back, 0, 0, party=number))
    return [*within, *kept, *(_at_home(steps, parties, some) for some in late if some.people)]


def _left(steps: Steps, parties: Sequence[Party], some: Standing) -> int:
    """Steps of walking that are still before them."""
    route = parties[some.party].route
    arc = some.line if some.arc is None else some.arc
    onward = route[route.index(arc) + (some.arc is not None) :] if arc in route else route
    return some.after + sum(int(steps.walk[each]) for each in onward)


def _taken(rows: list[Standing], people: int) -> tuple[list[Standing], list[Standing]]:
    """*rows* without so many from their beginning, and those."""
    kept, taken = [], []
    for some in rows:
        part = min(people, some.people)
        people -= part
        if part:
            taken.append(replace(some, people=part))
        if part < some.people:
            kept.append(replace(some, people=some.people - part))
    return kept, taken


def _at_home(steps: Steps, parties: Sequence[Party], some: Standing) -> Standing:
    return Standing(some.people, _home(steps, parties[some.party]), 0, party=some.party)


def _without(
    steps: Steps, parties: Sequence[Party], within: list[Standing], people: int, safe: Counter[int]
) -> list[Standing]:
    """Those *within* but for so many, who have just come out; who lives at the door of a shelter is safe."""
    kept, gone = _taken(within, people)
    found = kept
    for some in gone:
        route = parties[some.party].route
        if len(route) < 2:
            safe[some.party] += some.people
        else:
            found.append(Standing(some.people, int(steps.head[route[0]]), 0, party=some.party))
    return found
