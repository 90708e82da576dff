"""Small networks for the tests, and two other ways to the same answers that share nothing with ours."""

from collections import Counter
from fractions import Fraction
from itertools import product
from math import ceil, floor

import networkx
from hypothesis import strategies as st

from liangxing.rooms.safety.evacuation.network import WALKING, Kind, Network, Shelter, Spot, Stairwell, Way

STEP_S = 5
STEP_M = 6  # what is walked on a street in one step


def yard(*ways, people=(("a", 4),), shelters=(("z", 100),), **more):
    """A network from ``(one, other, steps, width_m)``, and people and shelters at spots."""
    spots = dict.fromkeys(
        [end for way in ways for end in way[:2]] + [spot for spot, _ in people] + [spot for spot, _ in shelters]
    )
    return Network(
        tuple(Spot(name) for name in spots),
        tuple(Way(f"{a}{b}", (a, b), STEP_M * steps, width) for a, b, steps, width in ways),
        tuple(Stairwell(f"home-{spot}", f"house-{spot}", spot, count, **more) for spot, count in people),
        tuple(Shelter(f"shelter-{spot}", spot, room, 1) for spot, room in shelters),
    )


@st.composite
def yards(draw, most=6, timed=False):
    """Up to five spots, ways of all lengths and widths, one or two houses and shelters."""
    names = "abcd"[: draw(st.integers(2, 4))] + "z"
    pairs = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]
    ways = []
    for a, b in draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=6, unique=True)):
        steps, width = draw(st.integers(1, 3)), draw(st.sampled_from([0.7, 0.8, 0.95, 1.1]))
        opens = draw(st.sampled_from([0, 0, 10])) if timed else 0
        closes = opens + 5 * draw(st.integers(3, 12)) if timed and draw(st.booleans()) else None
        kind = draw(st.sampled_from([Kind.STREET, Kind.GATE]))
        ways.append(
            Way(a + b, (a, b), STEP_M * steps, width, kind, draw(st.booleans()), opens_s=opens, closes_s=closes)
        )
    homes = draw(st.lists(st.sampled_from(names[:-1]), min_size=1, max_size=2, unique=True))
    wells = tuple(
        Stairwell(f"home-{h}", h, h, draw(st.integers(1, most)), ready_s=draw(st.sampled_from([0, 0, 5])))
        for h in homes
    )
    rooms = draw(st.dictionaries(st.sampled_from(names), st.integers(1, 2 * most), max_size=1)) | {"z": 2 * most}
    shelters = tuple(Shelter(f"shelter-{spot}", spot, room, 1) for spot, room in rooms.items())
    return Network(tuple(map(Spot, names)), tuple(ways), wells, shelters)


def arcs(network, step_s=STEP_S):
    """``(tail, head, walk, most at a step, open between)`` of every direction, rounded as a plan must be."""
    for way in (way for way in network.ways if not way.shut):
        walking = WALKING[way.kind]
        metres = Fraction(str(way.length_m)), Fraction(str(way.width_m)) - Fraction(str(walking.boundary_m))
        walk = ceil(metres[0] / (Fraction(str(walking.speed_m_s)) * step_s))
        rate = Fraction(floor(Fraction(str(walking.flow_per_m_s)) * metres[1] * step_s * 1000), 1000)
        opens = ceil(way.opens_s / step_s), None if way.closes_s is None else way.closes_s // step_s
        for tail, head in [way.ends] if way.one_way else [way.ends, way.ends[::-1]]:
            yield tail, head, walk, rate, opens


def may_pass(rate, walk, opens, step):
    """How many set out in *step*."""
    shut = step < opens[0] or (opens[1] is not None and step + walk > opens[1])
    return 0 if shut else floor(rate * (step + 1)) - floor(rate * step)


def most_in(network, horizon, step_s=STEP_S):
    """How many can arrive within *horizon* steps: networkx, every spot at every step, waiting everywhere."""
    if horizon == 0:
        return 0
    graph = networkx.DiGraph()
    graph.add_nodes_from(["from", "to"])
    for well in network.stairwells:
        start = (well.spot, ceil(well.ready_s / step_s))
        if start[1] < horizon:
            graph.add_edge("from", ("home", well.id), capacity=well.people)
            graph.add_edge(("home", well.id), start)
    for spot, step in product([spot.id for spot in network.spots], range(horizon - 1)):
        graph.add_edge((spot, step), (spot, step + 1))
    for (tail, head, walk, rate, opens), step in product(list(arcs(network, step_s)), range(horizon)):
        if step + walk < horizon and (passing := may_pass(rate, walk, opens, step)):
            graph.add_edge((tail, step), (head, step + walk), capacity=passing)
    for shelter in network.shelters:
        graph.add_edge((shelter.spot, horizon - 1), ("safe", shelter.id))
        graph.add_edge(("safe", shelter.id), "to", capacity=shelter.room)
    return networkx.maximum_flow_value(graph, "from", "to")


def by_trying_all(network, limit=40):
    """The least horizon, by following every possible move of every person."""
    room = {shelter.spot: shelter.room for shelter in network.shelters}
    ways = list(arcs(network))
    people = [(w.spot, ceil(w.ready_s / STEP_S)) for w in network.stairwells for _ in range(w.people)]
    states = {tuple(sorted(people))}
    for step in range(limit):
        if any(_all_safe(state, step, room) for state in states):
            return step + 1
        states = {after for state in states for after in _moves(state, step, ways)}
    return None


def _all_safe(state, step, room):
    spots = [spot for spot, _ in state]
    arrived = all(at <= step and spot in room for spot, at in state)
    return arrived and all(spots.count(spot) <= most for spot, most in room.items())


def _moves(state, step, ways):
    free = {
        spot: [
            (head, walk, may_pass(rate, walk, opens, step)) for tail, head, walk, rate, opens in ways if tail == spot
        ]
        for spot, _ in state
    }
    choices = [[None, *range(len(free[spot]))] if at <= step else [None] for spot, at in state]
    for choice in product(*choices):
        taken = Counter((spot, way) for (spot, _), way in zip(state, choice, strict=True) if way is not None)
        if all(count <= free[spot][way][2] for (spot, way), count in taken.items()):
            yield tuple(
                sorted(
                    (spot, at) if way is None else (free[spot][way][0], step + free[spot][way][1])
                    for (spot, at), way in zip(state, choice, strict=True)
                )
            )
