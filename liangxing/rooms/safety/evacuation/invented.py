"""An invented community of any size, the same for the same seed: for trying out, for tests and for measuring.

A jittered grid of streets 45 m apart; main streets cut it into walled estates, and one leaves an estate only by two
or three gates. Houses of six floors and towers; shelters for a little more than everybody.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from math import cos, hypot, radians

from liangxing.kernel.ground import DEGREE_M

from .network import Kind, Network, Shelter, Spot, Stairwell, Way

APART_M = 45.0
CORNER = (112.98, 28.11)  # degrees east and north of the south-west corner
ESTATE = (5, 8)  # main streets lie so many blocks apart
Block = tuple[int, int]


@dataclass
class _Town:
    rnd: random.Random
    side: int
    spots: list[Spot] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    wells: list[Stairwell] = field(default_factory=list)
    shelters: list[Shelter] = field(default_factory=list)
    at: dict[str, tuple[float, float]] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)

    def spot(self, name: str, x_m: float, y_m: float) -> str:
        east = CORNER[0] + x_m / DEGREE_M / cos(radians(CORNER[1]))
        self.spots.append(Spot(name, round(east, 7), round(CORNER[1] + y_m / DEGREE_M, 7)))
        self.at[name] = (x_m, y_m)
        return name

    def way(self, one: str, other: str, kind: Kind, widths: list[float]) -> None:
        (x, y), (to_x, to_y) = self.at[one], self.at[other]
        length = round(hypot(to_x - x, to_y - y), 1)
        at_night = kind == Kind.GATE and self.rnd.random() < 0.3
        self.ways.append(
            Way(f"{one}~{other}", (one, other), length, self.rnd.choice(widths), kind, closed_at_night=at_night)
        )
        self.linked[self.root(one)] = self.root(other)

    def root(self, name: str) -> str:
        while (up := self.linked.setdefault(name, name)) != name:
            self.linked[name] = self.linked[up]
            name = up
        return name


def community(
    seed: int = 7, *, people: int = 8000, buildings: int = 93, side: int = 16, tiles: int = 1, room: float = 1.15
) -> Network:
    """So many *tiles* by *tiles* communities of *people* in *buildings* on *side* by *side* blocks each."""
    town = _Town(random.Random(seed), side)
    for tile in ((x, y) for y in range(tiles) for x in range(tiles)):
        _streets(town, tile)
        _houses(town, tile, people, buildings)
        _shelters(town, tile, people * room)
    _links(town, tiles)
    return Network(tuple(town.spots), tuple(town.ways), tuple(town.wells), tuple(town.shelters), f"invented {seed}")


def _name(tile: Block, block: Block, side: int) -> str:
    return f"s{tile[0] * side + block[0]}-{tile[1] * side + block[1]}"


def _main(block: Block, side: int) -> tuple[bool, bool]:
    """Whether a block lies on a main street from south to north, and on one from west to east."""
    return (
        block[0] % ESTATE[0] == 0 or block[0] == side - 1,
        block[1] % ESTATE[1] == 0 or block[1] == side - 1,
    )


def _blocks(side: int, *, main: bool) -> list[Block]:
    return [(i, j) for j in range(side) for i in range(side) if any(_main((i, j), side)) == main]


def _streets(town: _Town, tile: Block) -> None:
    side, rnd = town.side, town.rnd
    for j in range(side):
        for i in range(side):
            x, y = (APART_M * (tile[k] * side + (i, j)[k]) + rnd.uniform(-8, 8) for k in (0, 1))
            town.spot(_name(tile, (i, j), side), x, y)
    gates: dict[Block, list[tuple[str, str]]] = {}
    for one, other in _neighbours(side):
        ends = _name(tile, one, side), _name(tile, other, side)
        streets, others = _main(one, side), _main(other, side)
        if any(streets) and any(others):
            if (one[0] == other[0] and streets[0]) or (one[1] == other[1] and streets[1]):
                town.way(*ends, Kind.STREET, [3.0, 4.0, 5.0])
        elif any(streets) or any(others):
            inner = other if any(streets) else one
            gates.setdefault((inner[0] // ESTATE[0], inner[1] // ESTATE[1]), []).append(ends)
        elif rnd.random() < 0.85:
            town.way(*ends, Kind.STREET, [1.8, 2.5, 3.0, 4.0])
    for walls in gates.values():
        for ends in rnd.sample(walls, rnd.choice([2, 3])):
            town.way(*ends, Kind.GATE, [1.8, 2.4, 3.0, 4.0])
    _mend(town, tile)


def _neighbours(side: int) -> list[tuple[Block, Block]]:
    every = [(i, j) for j in range(side) for i in range(side)]
    pairs = [((i, j), (i + di, j + dj)) for i, j in every for di, dj in ((1, 0), (0, 1))]
    return [(one, other) for one, other in pairs if max(other) < side]


def _mend(town: _Town, tile: Block) -> None:
    """Lead every yard that has no way out westwards, through a gate if need be."""
    for i, j in _blocks(town.side, main=False):
        here, west = _name(tile, (i, j), town.side), _name(tile, (i - 1, j), town.side)
        if town.root(here) != town.root(_name(tile, (0, 0), town.side)) and town.root(here) != town.root(west):
            kind = Kind.GATE if any(_main((i - 1, j), town.side)) else Kind.STREET
            town.way(here, west, kind, [1.8])


def _houses(town: _Town, tile: Block, people: int, buildings: int) -> None:
    rnd, yards = town.rnd, _blocks(town.side, main=False)
    places = rnd.sample(yards, min(buildings, len(yards)))
    places += [rnd.choice(yards) for _ in range(buildings - len(places))]
    wells: list[tuple[str, int, str]] = []
    for number, block in enumerate(places):
        tower = rnd.random() < 0.2
        floors = rnd.choice([11, 18]) if tower else 6
        for nth in range(rnd.choice([1, 2] if tower else [2, 3, 4])):
            wells.append((f"{tile[0]}.{tile[1]}.{number + 1}-{nth + 1}", floors, _name(tile, block, town.side)))
    weights = [floors * rnd.uniform(0.7, 1.3) for _, floors, _ in wells]
    counts = [max(1, round(people * weight / sum(weights))) for weight in weights]
    counts[0] += people - sum(counts)
    for (name, floors, yard), count in zip(wells, counts, strict=True):
        spot = town.spot(f"b{name}", *town.at[yard])
        # Nine metres of walking a floor, from the middle floor, and fifteen to the street.
        town.ways.append(Way(f"{spot}~", (spot, yard), 15 + floors / 2 * 9, 1.1, Kind.STAIR, one_way=True))
        slow = sum(rnd.random() < 0.08 for _ in range(count))
        town.wells.append(Stairwell(spot, name.rpartition("-")[0], spot, count, slow))


def _shelters(town: _Town, tile: Block, room: float) -> None:
    rnd = town.rnd
    streets, yards = _blocks(town.side, main=True), _blocks(town.side, main=False)
    places = rnd.sample(streets, 4) + rnd.sample(yards, 2)
    shares = [rnd.uniform(0.5, 1.5) for _ in places]
    for number, (block, share) in enumerate(zip(places, shares, strict=True)):
        street = _name(tile, block, town.side)
        spot = town.spot(f"h{tile[0]}.{tile[1]}.{number + 1}", *town.at[street])
        town.ways.append(Way(f"~{spot}", (street, spot), 10.0, 4.0))
        town.shelters.append(Shelter(spot, spot, 2.0 * (int(room * share / sum(shares)) + 1), 2.0))


def _links(town: _Town, tiles: int) -> None:
    """Main streets go on from one community to the next."""
    side, whole = town.side, town.side * tiles
    for j in range(whole):
        for i in range(whole):
            for one, di, dj in ((i, 1, 0), (j, 0, 1)):
                if one % side == side - 1 and one + 1 < whole and town.rnd.random() < 0.4:
                    town.way(f"s{i}-{j}", f"s{i + di}-{j + dj}", Kind.STREET, [3.0, 4.0, 5.0])
