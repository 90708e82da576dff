"""The street plan: its area, what stands on it, and that nothing stands on anything else."""

import json
import math
from itertools import combinations, pairwise

import pytest

from demo import plan, shapes
from demo.facts import FACTS


def edges(ring):
    return [*pairwise(ring), (ring[-1], ring[0])]


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one, two):
    (a, b), (c, d) = one, two
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def within(at, ring):
    x, y = at
    inside = False
    for (x1, y1), (x2, y2) in edges(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def overlap(one, two):
    if any(cross(a, b) for a in edges(one) for b in edges(two)):
        return True
    return within(one[0], two) or within(two[0], one)


def apart_m(at, line):
    """How far a point lies from a line."""
    found = []
    for (x1, y1), (x2, y2) in pairwise(line):
        share = ((at[0] - x1) * (x2 - x1) + (at[1] - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
        share = min(1, max(0, share))
        found.append(math.dist(at, (x1 + share * (x2 - x1), y1 + share * (y2 - y1))))
    return min(found)


GROUNDS = (
    [(b.code, b.ground) for b in plan.buildings()]
    + [(code, ring) for code, _name, ring in plan.greens()]
    + [(p[0], plan.parking_ground(p[4], p[2])) for p in plan.PARKING]
    + [(code, where) for code, _name, _sort, where in plan.PLACES if isinstance(where, list)]
)


def test_overlap_finds_what_overlaps():
    a = shapes.rectangle(0, 0, 10, 10)
    assert overlap(a, shapes.rectangle(5, 5, 10, 10))
    assert overlap(a, shapes.rectangle(2, 2, 3, 3))
    assert not overlap(a, shapes.rectangle(11, 0, 5, 5))


def test_the_area_is_the_stated_one():
    assert shapes.area_m2(plan.BOUNDARY) == pytest.approx(FACTS["community"]["area_km2"] * 1e6, rel=0.01)


def test_the_area_is_the_same_when_measured_on_the_globe():
    feature = json.loads(plan.geojson())["features"][0]
    ring = feature["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    wide = math.cos(math.radians(shapes.LAT)) * shapes.M_PER_DEGREE
    metres = [(lon * wide, lat * shapes.M_PER_DEGREE) for lon, lat in ring[:-1]]
    assert shapes.area_m2(metres) == pytest.approx(600_000, rel=0.01)


def test_it_holds_what_is_stated():
    stated = FACTS["community"]
    assert len(plan.buildings()) == stated["buildings"] == len({b.code for b in plan.buildings()})
    assert len([e for e in plan.ESTATES if e.residential]) == stated["estates"]
    roads = [road for _code, road, _at in plan.bins()]
    assert (roads.count("玉兰路"), roads.count("银杏路"), len(roads)) == (34, 26, FACTS["environment"]["sorted_bins"])
    added = sum(p[3] for p in plan.PARKING)
    assert FACTS["environment"]["parking_added_at_least"] < added < 400
    assert {"新姚北路", "银杏路", "玉兰路"} < {name for name, _points in plan.ROADS.values()}


def test_nothing_overlaps():
    assert [(a, b) for (a, one), (b, two) in combinations(GROUNDS, 2) if overlap(one, two)] == []
    estates = [(e.code, e.ground()) for e in plan.ESTATES]
    assert [(a, b) for (a, one), (b, two) in combinations(estates, 2) if overlap(one, two)] == []


def test_all_lies_within_the_community_and_its_estate():
    for code, ring in GROUNDS:
        assert all(within(at, plan.BOUNDARY) for at in ring), code
    for building in plan.buildings():
        if building.estate:
            assert all(within(at, building.estate.ground()) for at in building.ground), building.code


def test_nothing_stands_on_a_road():
    for code, ring in GROUNDS:
        for name, points in plan.ROADS.values():
            assert min(apart_m(at, points) for at in ring) >= plan.ROAD_HALF_M - 0.1, (code, name)


def test_bins_stand_behind_the_kerb_and_apart():
    places = [at for _code, _road, at in plan.bins()]
    assert min(math.dist(a, b) for a, b in combinations(places, 2)) > 5
    for code, road, at in plan.bins():
        own = next(points for name, points in plan.ROADS.values() if name == road)
        assert plan.ROAD_HALF_M < apart_m(at, own) < 14, code
        assert not any(within(at, ring) for _code, ring in GROUNDS), code
        assert within(at, plan.BOUNDARY), code


def test_an_added_place_has_room():
    for code, _estate, road, places, where in plan.PARKING:
        ring = plan.parking_ground(where, road)
        assert abs(shapes.area_m2(ring)) / places > (8 if road else 12), code  # along a kerb 2.2 m by 5 m and more
