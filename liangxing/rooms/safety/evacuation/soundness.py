"""Whether one can compute with a network: everything that is wrong with it, at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from liangxing.kernel.ground import distance_m

from .faults import (
    BadTime,
    CutOff,
    Doubled,
    Fault,
    Kilometres,
    Loop,
    Narrow,
    NegativePeople,
    Nobody,
    NoGate,
    NoLength,
    NoShelter,
    NotNamedOnce,
    NoWidth,
    SheltersTooSmall,
    ShorterThanStraight,
    Swapped,
    UnknownSpot,
    Unsound,
    Wide,
)
from .network import WALKING, Kind, Network, Shelter, Spot, Stairwell, Way

WIDEST_M = 30  # no street in a community is wider; a square is crossed on a line
LONGEST_M = 5000
CHINA = ((73.0, 136.0), (3.0, 54.0))  # degrees east, degrees north


def check(network: Network) -> None:
    """``Unsound`` with every fault, when there is one."""
    if faults := list(faults_of(network)):
        raise Unsound(faults)


def faults_of(network: Network) -> Iterator[Fault]:
    """All that is wrong; where people can go is asked only of a network whose parts are sound."""
    parts = [*_names(network), *_people(network), *faults_of_ways(network)]
    yield from parts
    if not parts:
        yield from _reach(network)


def faults_of_ways(network: Network) -> Iterator[Fault]:
    """What is wrong with the ways and the spots of *network* by themselves, such as one that is being entered."""
    yield from (*_map(network), *_ways(network), *_lengths(network))


def _told(kind: type[Fault], where: Iterable[str], **values: object) -> Iterator[Fault]:
    ids = list(where)
    if ids:
        yield kind(*ids, **values)


def _names(network: Network) -> Iterator[Fault]:
    twice: list[str] = []
    sorts: tuple[Sequence[Spot | Way | Stairwell | Shelter], ...]
    sorts = (network.spots, network.ways, network.stairwells, network.shelters)
    for things in sorts:
        twice += [name for name, count in Counter(thing.id for thing in things).items() if count > 1]
    yield from _told(NotNamedOnce, twice)
    spots = {spot.id for spot in network.spots}
    lost = [way.id for way in network.ways if not {*way.ends} <= spots]
    lost += [well.id for well in network.stairwells if well.spot not in spots]
    lost += [shelter.id for shelter in network.shelters if shelter.spot not in spots]
    yield from _told(UnknownSpot, lost)


def _people(network: Network) -> Iterator[Fault]:
    wrong = [w.id for w in network.stairwells if not 0 <= w.slow_people <= w.people or w.ready_s < 0]
    yield from _told(NegativePeople, wrong)
    if not wrong and network.people == 0:
        yield Nobody()
    if not network.shelters:
        yield NoShelter()


def _map(network: Network) -> Iterator[Fault]:
    yield from _told(Swapped, (spot.id for spot in network.spots if _swapped(spot)))


def _swapped(spot: Spot) -> bool:
    if spot.longitude is None or spot.latitude is None:
        return False
    east, north = CHINA
    there = east[0] <= spot.latitude <= east[1] and north[0] <= spot.longitude <= north[1]
    return there or abs(spot.latitude) > 90


def _ways(network: Network) -> Iterator[Fault]:
    ways = network.ways
    yield from _told(Loop, (way.id for way in ways if way.ends[0] == way.ends[1]))
    yield from _told(Doubled, _doubled(ways))
    yield from _told(NoWidth, (way.id for way in ways if not way.width_m > 0))
    for kind in Kind:
        boundary = WALKING[kind].boundary_m
        narrow = (way.id for way in ways if way.kind == kind and way.width_m > 0 and way.usable_mm <= 0)
        yield from _told(Narrow, narrow, boundary_m=boundary)
    yield from _told(Wide, (way.id for way in ways if way.width_m > WIDEST_M), most_m=WIDEST_M)
    yield from _told(BadTime, (way.id for way in ways if not _timed(way)))


def _timed(way: Way) -> bool:
    in_time = way.opens_s >= 0 and (way.closes_s is None or way.closes_s > way.opens_s)
    return in_time and (way.speed_m_s is None or 0.1 <= way.speed_m_s <= 3)


def _doubled(ways: tuple[Way, ...]) -> list[str]:
    seen: dict[tuple[str, ...], list[Way]] = {}
    for way in ways:
        seen.setdefault(tuple(sorted(way.ends)), []).append(way)
    pairs = (same for same in seen.values() if len(same) > 1)
    return [way.id for same in pairs for way in same if not _there_and_back(same)]


def _there_and_back(ways: list[Way]) -> bool:
    return all(way.one_way for way in ways) and len({way.ends for way in ways}) == len(ways)


def _lengths(network: Network) -> Iterator[Fault]:
    wrong = [way.id for way in network.ways if not 0 < way.length_m <= LONGEST_M or way.length_mm == 0]
    yield from _told(NoLength, wrong, most_m=LONGEST_M)
    spots = {spot.id: spot for spot in network.spots}
    kilometres, short = [], []
    for way in network.ways:
        straight = _straight_m(spots, way)
        if 0 < way.length_m < max(0.5, straight / 50):
            kilometres.append(way.id)
        elif 0 < way.length_m < straight * 0.8 - 2:  # a spot on a map is rarely off by more
            short.append(way.id)
    yield from _told(Kilometres, kilometres)
    yield from _told(ShorterThanStraight, short)


def _straight_m(spots: dict[str, Spot], way: Way) -> float:
    ends = [spots.get(end) for end in way.ends]
    known = [(s.longitude, s.latitude) for s in ends if s and s.longitude is not None and s.latitude is not None]
    return distance_m(known[0], known[1]) if len(known) == 2 and way.kind != Kind.STAIR else 0.0


def _reach(network: Network) -> Iterator[Fault]:
    left = _reaching({shelter.spot for shelter in network.shelters}, network, backwards=True)
    stuck = [well for well in network.stairwells if well.people and well.spot not in left]
    gates = {end for way in network.ways if way.kind == Kind.GATE for end in way.ends}
    walled = [w.building for w in stuck if gates and not gates & _reaching({w.spot}, network, backwards=False)]
    cut_off = [w.building for w in stuck if w.building not in walled]
    yield from _told(NoGate, dict.fromkeys(walled))
    yield from _told(CutOff, dict.fromkeys(cut_off))
    if network.people > network.room:
        missing = network.people - network.room
        yield SheltersTooSmall(people=network.people, room=network.room, missing=missing)


def _reaching(start: set[str], network: Network, *, backwards: bool) -> set[str]:
    beside: dict[str, list[str]] = {}
    for way in (way for way in network.ways if not way.shut):
        first, last = way.ends[::-1] if backwards else way.ends
        beside.setdefault(first, []).append(last)
        if not way.one_way:
            beside.setdefault(last, []).append(first)
    seen, more = set(start), list(start)
    while more:
        for spot in beside.get(more.pop(), ()):
            if spot not in seen:
                seen.add(spot)
                more.append(spot)
    return seen
