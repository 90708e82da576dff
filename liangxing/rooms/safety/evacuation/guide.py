"""A plan that people can follow: each building takes one route to one shelter, and leaves at one time.

The routes that the proven flow used are the candidates. A small integer program gives each building one, so that no
shelter is overfull and no way is loaded for longer than need be; then buildings that come last are moved, one by one,
as long as walking it all through gets no slower.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass, field

from .assignment import assigned
from .faults import DoNotFit
from .groups import groups_of
from .least_time import LeastTime
from .network import Kind
from .queues import Party, Run, simulate
from .routes import Route, towards
from .steps import NEVER, Steps
from .waves import departures

CANDIDATES = 12
WEIGHTS = (2, 5, 10)  # each is best in some communities, and trying all takes a second or two


@dataclass(slots=True)
class House:
    """People who keep together: a building, from the spot where its stairs end. ``stairs``: by well, its own arcs."""

    building: str
    spot: int
    stairs: dict[int, Route] = field(default_factory=dict)
    people: int = 0
    seen: Counter[tuple[Route, int]] = field(default_factory=Counter)

    @property
    def candidates(self) -> list[tuple[Route, int]]:
        """Routes and their shelters, those first that most people of the proven flow took."""
        return [choice for choice, _ in self.seen.most_common()]


Choice = list[int]  # by house, which of its candidates


@dataclass(frozen=True, slots=True)
class Guide:
    """One route for each house, and how it goes when all walk it."""

    least: LeastTime
    houses: list[House]
    choice: Choice
    leaves: list[int]
    run: Run

    @property
    def clearance_s(self) -> int:
        """Until the last is safe, by walking it through."""
        return self.run.horizon * self.least.steps.step_s

    @property
    def ratio(self) -> float:
        """How much longer than the proven least time."""
        return self.run.horizon / self.least.horizon

    @property
    def parties(self) -> list[Party]:
        """Everybody with the route and the step of leaving."""
        return parties_of(self.least.steps, self.houses, self.choice, self.leaves)


def parties_of(steps: Steps, houses: list[House], choice: Choice, leaves: list[int] | None = None) -> list[Party]:
    """A party for each stairwell, in the order of the houses."""
    parties = []
    for n, (house, chosen) in enumerate(zip(houses, choice, strict=True)):
        route, shelter = house.candidates[chosen]
        for well, stairs in house.stairs.items():
            start = int(steps.ready[well]) + (leaves[n] if leaves else 0)
            parties.append(Party(int(steps.people[well]), stairs + route, shelter, start))
    return parties


def guide(least: LeastTime, *, rounds: int = 400, seconds: float | None = None, seed: int = 0) -> Guide:
    """The plan for people; the same for the same network unless *seconds* end the search before its *rounds*.

    Buildings stay whole where the shelters allow it, else their stairwells do. ``DoNotFit`` when not even they can.
    """
    begun = time.monotonic()
    until = None if seconds is None else begun + seconds
    half = None if seconds is None else begun + seconds / 2
    for whole in (True, False):
        houses = _houses(least, whole=whole)
        if not (choices := _assigned(least.steps, houses, half)):
            _shortest(least.steps, houses)
            choices = _assigned(least.steps, houses, half)
        if choices:
            starts = [_Search(least, houses, choice, random.Random(seed)) for choice in choices]
            search = min(starts, key=lambda start: (start.run.horizon, start.run.waited))
            search.improve(rounds, until)
            return _in_waves(least, search)
    raise DoNotFit


def _in_waves(least: LeastTime, search: _Search) -> Guide:
    """Later departures for those who would only stand in line, when nobody is safe later for it."""
    best, leaves = search.run, [0] * len(search.houses)
    for later in departures(least.steps, search.parties, search.of):
        run = simulate(least.steps, parties_of(least.steps, search.houses, search.choice, later))
        if (run.horizon, run.waited) < (best.horizon, best.waited):
            best, leaves = run, later
    return Guide(least, search.houses, search.choice, leaves, best)


def _assigned(steps: Steps, houses: list[House], until: float | None) -> list[Choice]:
    found: list[Choice] = []
    for weight in WEIGHTS:
        if found and until is not None and time.monotonic() > until:
            break
        if (choice := assigned(steps, houses, weight)) is None:
            break
        found.append(choice)
    return found


def _houses(least: LeastTime, *, whole: bool) -> list[House]:
    steps, houses = least.steps, dict[object, House]()
    ways, heads = steps.network.ways, steps.head.tolist()
    for group in groups_of(least.flow):
        arcs = [arc for arc, _ in group.walks]
        inside = next((n for n, arc in enumerate(arcs) if ways[steps.way[arc]].kind != Kind.STAIR), len(arcs))
        spot = heads[arcs[inside - 1]] if inside else int(steps.home[group.well])
        building = steps.network.stairwells[group.well].building
        house = houses.setdefault((building, spot, None if whole else group.well), House(building, spot))
        house.people += group.people
        house.stairs.setdefault(group.well, tuple(arcs[:inside]))
        house.seen[without_rounds(arcs[inside:], heads, spot), group.shelter] += group.people
    for house in houses.values():
        house.seen = Counter(dict(house.seen.most_common(CANDIDATES)))
    return list(houses.values())


def without_rounds(arcs: list[int], heads: list[int], spot: int) -> Route:
    """The same walk without coming back to a spot."""
    route: list[int] = []
    been = [spot]
    for arc in arcs:
        if heads[arc] in been:
            back = been.index(heads[arc])
            route, been = route[:back], been[: back + 1]
        else:
            route.append(arc)
            been.append(heads[arc])
    return tuple(route)


def _shortest(steps: Steps, houses: list[House]) -> None:
    """Add to each house the shortest routes to its nearest shelters, for those that the flow never used."""
    every = towards(steps)
    for house in houses:
        reached = sorted((t for t in every if t.left[house.spot] < NEVER), key=lambda t: t.left[house.spot])
        for goal in reached[:CANDIDATES]:
            house.seen.setdefault((goal.route(house.spot), goal.shelter), 0)


class _Search:
    """Moves houses to other candidates as long as the walk-through gets no slower."""

    def __init__(self, least: LeastTime, houses: list[House], choice: Choice, rnd: random.Random) -> None:
        self.least, self.houses, self.choice, self.rnd = least, houses, choice, rnd
        self.options = [house.candidates for house in houses]
        self.of = [n for n, house in enumerate(houses) for _ in house.stairs]
        self.run = self._walked(choice)

    def _walked(self, choice: Choice) -> Run:
        return simulate(self.least.steps, parties_of(self.least.steps, self.houses, choice))

    @property
    def parties(self) -> list[Party]:
        """Everybody on the routes chosen."""
        return parties_of(self.least.steps, self.houses, self.choice)

    def improve(self, rounds: int, until: float | None) -> None:
        """Try so many moves, but none after the moment *until*."""
        for _ in range(rounds):
            if self.run.horizon <= self.least.horizon or (until and time.monotonic() > until):
                return
            choice = self._moved()
            if self._fits(choice):
                run = self._walked(choice)
                if (run.horizon, run.waited) <= (self.run.horizon, self.run.waited):
                    self.choice, self.run = choice, run

    def _moved(self) -> Choice:
        choice = list(self.choice)
        for house in self._late(self.rnd.choice((1, 1, 2))):
            choice[house] = self.rnd.randrange(len(self.options[house]))
        return choice

    def _late(self, count: int) -> list[int]:
        """Houses that come last, or share a way with them; now and then any."""
        last = self.of[max(range(len(self.of)), key=lambda party: self.run.last[party])]
        if self.rnd.random() < 0.3:
            return self.rnd.sample(range(len(self.houses)), min(count, len(self.houses)))
        ways = set(self.options[last][self.choice[last]][0])
        beside = [n for n in range(len(self.houses)) if ways & set(self.options[n][self.choice[n]][0])]
        return self.rnd.sample(beside, min(count, len(beside))) or [last]

    def _fits(self, choice: Choice) -> bool:
        load: Counter[int] = Counter()
        for house, options, chosen in zip(self.houses, self.options, choice, strict=True):
            load[options[chosen][1]] += house.people
        return all(people <= self.least.steps.room[shelter] for shelter, people in load.items())
