"""What is entered wrongly is told by its name, with where and what to do."""

from dataclasses import replace

import pytest

from liangxing.rooms.safety.evacuation import expansion, faults
from liangxing.rooms.safety.evacuation.invented import community
from liangxing.rooms.safety.evacuation.least_time import least_time
from liangxing.rooms.safety.evacuation.network import Kind, Spot, Way
from liangxing.rooms.safety.evacuation.soundness import check

from .ground import yard

ROAD = yard(("a", "b", 4, 3.0), ("b", "z", 4, 3.0))


def changed(**fields):
    return ROAD.with_ways([replace(ROAD.ways[0], **fields)])


def at(longitude, latitude, other=(112.981, 28.11)):
    spots = (Spot("a", longitude, latitude), Spot("b", *other), Spot("z", 112.982, 28.11))
    metres = tuple(replace(way, length_m=110.0) for way in ROAD.ways)
    return replace(ROAD, spots=spots, ways=metres)


def walled():
    """A road with a gate, and an estate with a wall only."""
    spots = (*ROAD.spots, Spot("yard"))
    wells = (*ROAD.stairwells, replace(ROAD.stairwells[0], id="home-yard", building="house-7", spot="yard"))
    return replace(changed(kind=Kind.GATE), spots=spots, stairwells=wells)


def locked():
    """An estate whose only gate is locked at night."""
    gate = Way("gate", ("yard", "b"), 12.0, 2.0, Kind.GATE, closed_at_night=True)
    return replace(walled(), ways=(*walled().ways, gate))


@pytest.mark.parametrize(
    ("network", "kind", "said"),
    [
        (ROAD.with_people({"home-a": 0}), faults.Nobody, "No residents"),
        (ROAD.with_people({"home-a": -1}), faults.NegativePeople, "home-a"),
        (replace(ROAD, shelters=()), faults.NoShelter, "at least one"),
        (ROAD.with_people({"home-a": 130}), faults.SheltersTooSmall, "room is missing for 30"),
        (changed(width_m=0), faults.NoWidth, "ab"),
        (changed(width_m=0.6), faults.Narrow, "0.6 m"),
        (changed(width_m=40), faults.Wide, "narrowest"),
        (changed(length_m=0), faults.NoLength, "ab"),
        (changed(length_m=float("nan")), faults.NoLength, "ab"),
        (changed(length_m=45_000), faults.NoLength, "5000"),
        (changed(length_m=0.045), faults.Kilometres, "Enter metres"),
        (at(112.98, 28.11).with_ways([replace(ROAD.ways[0], length_m=0.11)]), faults.Kilometres, "ab"),
        (at(112.98, 28.11).with_ways([replace(ROAD.ways[0], length_m=60)]), faults.ShorterThanStraight, "ab"),
        (at(28.11, 112.98), faults.Swapped, "a"),
        (changed(ends=("a", "a")), faults.Loop, "ab"),
        (changed(ends=("z", "b")), faults.Doubled, "bz"),
        (changed(ends=("a", "nowhere")), faults.UnknownSpot, "ab"),
        (replace(ROAD, ways=(*ROAD.ways, ROAD.ways[0])), faults.NotNamedOnce, "ab"),
        (changed(opens_s=60, closes_s=30), faults.BadTime, "ab"),
        (changed(speed_m_s=12.0), faults.BadTime, "ab"),
        (walled(), faults.NoGate, "house-7"),
        (locked().at_night(), faults.CutOff, "house-7"),
        (changed(one_way=True, ends=("b", "a")), faults.CutOff, "house-a"),
    ],
)  # fmt: skip
def test_each_fault_has_its_name_and_says_where(network, kind, said):
    with pytest.raises(faults.Unsound) as told:
        check(network)
    found = [fault for fault in told.value.faults if type(fault) is kind]
    assert len(found) == 1, told.value.faults
    assert said in str(found[0])


def test_all_faults_are_told_at_once():
    wrong = changed(width_m=0, ends=("a", "a")).with_people({"home-a": -1})
    with pytest.raises(faults.Unsound) as told:
        check(wrong)
    assert {type(fault) for fault in told.value.faults} == {faults.NegativePeople, faults.Loop, faults.NoWidth}


def test_a_locked_estate_is_sound_by_day():
    assert check(locked()) is None


def test_a_building_on_two_streets_leaves_by_both():
    corner = replace(ROAD.stairwells[0], id="home-b", spot="b")
    both = replace(ROAD, stairwells=(*ROAD.stairwells, corner))
    assert least_time(both).flow.people == 8


def test_room_beyond_a_wall_does_not_count():
    apart = yard(("a", "y", 1, 2.0), people=[("a", 4)], shelters=[("y", 3), ("z", 9)])
    with pytest.raises(faults.RoomOutOfReach) as told:
        least_time(apart)
    assert "room is missing for 1" in str(told.value)


def test_steps_that_hide_the_truth_are_refused_with_better_ones():
    with pytest.raises(faults.StepTooCoarse) as told:
        least_time(community(1, people=200, buildings=8, side=6), step_s=60)
    better = told.value.values["better_s"]
    assert least_time(community(1, people=200, buildings=8, side=6), step_s=better).flow.people == 200


def test_what_is_too_large_is_refused_before_memory_is_taken(monkeypatch):
    monkeypatch.setattr(expansion, "max_flow", None)
    with pytest.raises(faults.TooLarge) as told:
        least_time(community(1, people=200, buildings=8, side=6), memory_mb=0)
    assert told.value.values["needed_mb"] > 0


def test_what_is_not_installed_is_told_with_what_to_do(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ortools.graph.python.max_flow", None)
    with pytest.raises(faults.NoSolver, match="pip install"):
        least_time(ROAD)
