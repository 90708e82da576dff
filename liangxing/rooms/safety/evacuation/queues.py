"""People on fixed routes, who wait in line where more come than can pass: first come, first served, in whole people."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .network import Kind
from .steps import Steps

TOO_LONG = 50_000  # steps; a day at two seconds each


@dataclass(frozen=True, slots=True)
class Party:
    """People who leave together: ``route`` are arcs, one after the other, to the shelter of that number."""

    people: int
    route: tuple[int, ...]
    shelter: int
    leaves: int = 0


@dataclass(slots=True)
class Run:
    """What happened: ``safe`` people by the step in which they arrived, and the step of the last of each party."""

    horizon: int = 0
    safe: dict[int, int] = field(default_factory=dict)
    last: list[int] = field(default_factory=list)
    arrived: dict[int, int] = field(default_factory=dict)
    full_at: dict[int, int] = field(default_factory=dict)
    turned_away: int = 0
    longest_queue: int = 0
    queue_arc: int | None = None
    waited: int = 0  # people times steps, in lines on streets and at gates; not at home


Onward = Callable[[int, set[int]], Party | None]


class _Walk:
    """The state of all who walk: lines before arcs, and who comes out of which arc when."""

    def __init__(self, steps: Steps, parties: Sequence[Party]) -> None:
        self.walk, self.rate = steps.walk.tolist(), steps.rate.tolist()
        kinds = [way.kind for way in steps.network.ways]
        self.street = [kinds[way] != Kind.STAIR for way in steps.way.tolist()]
        self.parties = list(parties)
        self.lines: dict[int, deque[list[int]]] = defaultdict(deque)
        self.coming: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, party in enumerate(parties):
            if party.people:
                self.coming[party.leaves].append((number, 0, party.people))

    def go(self, step: int, run: Run) -> None:
        """Let those pass who can in this step, and count who cannot."""
        for arc, line in list(self.lines.items()):
            rate = self.rate[arc]
            free = (step + 1) * rate // 1000 - step * rate // 1000
            out = self.coming[step + self.walk[arc]] if free else []
            while free and line:
                first = line[0]
                if first[2] <= free:
                    line.popleft()
                    free -= first[2]
                    out.append((first[0], first[1] + 1, first[2]))
                else:
                    first[2] -= free
                    out.append((first[0], first[1] + 1, free))
                    free = 0
            if not line:
                del self.lines[arc]
            elif self.street[arc]:
                self._count(arc, line, run)

    def _count(self, arc: int, line: deque[list[int]], run: Run) -> None:
        waiting = sum(some[2] for some in line)
        run.waited += waiting
        if waiting > run.longest_queue:
            run.longest_queue, run.queue_arc = waiting, arc


@dataclass(frozen=True, slots=True)
class Standing:
    """People somewhere on their way: at *spot* after so many more steps, walking along *arc* until then if any.

    ``line``: the arc before which they stand in line; ``party``: the number of the one that they belong to.
    """

    people: int
    spot: int
    after: int
    arc: int | None = None
    line: int | None = None
    party: int = -1


def simulate(steps: Steps, parties: Sequence[Party], *, onward: Onward | None = None) -> Run:
    """Walk all *parties*. Without *onward* shelters hold everybody; with it, it sends on who finds one full."""
    return _walked(steps, parties, onward, TOO_LONG)[1]


def whereabouts(steps: Steps, parties: Sequence[Party], at: int) -> tuple[list[Standing], Run]:
    """Where all *parties* are at the beginning of step *at*, and who is safe by then."""
    walk, run = _walked(steps, parties, None, at)
    there = [
        Standing(some[2], int(steps.tail[arc]), 0, line=arc, party=some[0])
        for arc, line in walk.lines.items()
        for some in line
    ]
    for step, arriving in walk.coming.items():
        for number, position, people in arriving:
            route = walk.parties[number].route
            arc = route[position - 1] if position else None
            at_home = int(steps.tail[route[0]]) if route else int(steps.door[walk.parties[number].shelter])
            spot = at_home if arc is None else int(steps.head[arc])
            there.append(Standing(people, spot, step - at, arc, party=number))
    return there, run


def _walked(steps: Steps, parties: Sequence[Party], onward: Onward | None, until: int) -> tuple[_Walk, Run]:
    walk, run = _Walk(steps, parties), Run(last=[-1] * len(parties))
    room = steps.room.tolist()
    left, step = sum(party.people for party in parties), 0
    while left and step < until:
        for number, position, people in walk.coming.pop(step, ()):
            party = walk.parties[number]
            if position < len(party.route):
                walk.lines[party.route[position]].append([number, position, people])
                continue
            inside = people if onward is None else min(people, room[party.shelter])
            room[party.shelter] -= inside
            _arrive(run, number, party.shelter, step, inside)
            left -= inside
            if inside < people and onward is not None:
                left -= _turn_away(walk, run, party.shelter, people - inside, step, onward)
        walk.go(step, run)
        step += 1
    return walk, run


def _arrive(run: Run, number: int, shelter: int, step: int, people: int) -> None:
    if people:
        run.safe[step] = run.safe.get(step, 0) + people
        run.arrived[shelter] = run.arrived.get(shelter, 0) + people
        run.horizon = step + 1
        if number < len(run.last):
            run.last[number] = step


def _turn_away(walk: _Walk, run: Run, shelter: int, people: int, step: int, onward: Onward) -> int:
    """Send *people* on; how many have nowhere to go."""
    run.turned_away += people
    run.full_at.setdefault(shelter, step)
    further = onward(shelter, set(run.full_at))
    if further is None:
        return people
    number = len(walk.parties)
    walk.parties.append(further)
    if further.route:
        walk.lines[further.route[0]].append([number, 0, people])
    else:
        walk.coming[step + 1].append((number, 0, people))
    return 0
