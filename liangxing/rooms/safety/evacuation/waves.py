"""When each house leaves, so that people wait at home and not in line at a gate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from .queues import Party
from .steps import Steps

WAVES = 3  # at the signal, and at most twice after it: more is not remembered
MINUTES = (1, 2, 3)
EARLY = 2  # steps, so that the narrow place never stands empty


def departures(steps: Steps, parties: list[Party], house: list[int]) -> Iterator[list[int]]:
    """By house, the step of leaving, for waves some whole minutes apart. *house*: that of each party."""
    ideal = _one_behind_the_other(steps, parties)
    by_house = [min(ideal[n] for n, of in enumerate(house) if of == h) for h in range(max(house) + 1)]
    for minutes in MINUTES:
        apart = max(1, minutes * 60 // steps.step_s)
        yield [min(WAVES - 1, late // apart) * apart for late in by_house]


def _one_behind_the_other(steps: Steps, parties: list[Party]) -> list[int]:
    """By party, how much later it can leave and still come to its narrowest place when it is its turn."""
    load: Counter[int] = Counter()
    for party in parties:
        load.update(dict.fromkeys(party.route, party.people))
    there: dict[int, list[tuple[int, int]]] = defaultdict(list)
    late = [0] * len(parties)
    for n, party in enumerate(parties):
        if party.route and party.people:
            arc = max(party.route, key=lambda arc: (load[arc] / int(steps.rate[arc]), -arc))
            before = sum(int(steps.walk[a]) for a in party.route[: party.route.index(arc)])
            there[arc].append((before, n))
    for arc, coming in there.items():
        free = 0
        for before, n in sorted(coming):
            turn = max(free, before)
            late[n] = max(0, turn - before - EARLY)
            free = turn + 1000 * parties[n].people // int(steps.rate[arc])
    return late
