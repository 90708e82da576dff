"""The least time is least: against all moves tried one by one, and against another solver."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from liangxing.rooms.safety.evacuation.document import told
from liangxing.rooms.safety.evacuation.faults import ClosedTooSoon, RoomOutOfReach, Unsound
from liangxing.rooms.safety.evacuation.invented import community
from liangxing.rooms.safety.evacuation.least_time import bound, least_time
from liangxing.rooms.safety.evacuation.network import Network
from liangxing.rooms.safety.evacuation.verify import verify

from .ground import STEP_S, by_trying_all, most_in, yard, yards

SMALL = community(3, people=200, buildings=8, side=6)


def found(network: Network):
    try:
        return least_time(network)
    except (Unsound, ClosedTooSoon, RoomOutOfReach):
        return assume(False)


@pytest.mark.parametrize(
    ("network", "seconds"),
    [
        # 0.8 m leave 0.2 m: 1.3 people a step, so 1, 1, 1, 2 in the first four; the last is there after 4 + 2 steps.
        (yard(("a", "z", 2, 0.8), people=[("a", 5)]), 30),
        # two equal ways halve the queue
        (yard(("a", "z", 2, 0.8), ("a", "b", 1, 0.8), ("b", "z", 1, 0.8), people=[("a", 5)]), 25),
        # nobody need walk
        (yard(people=[("z", 9)]), 5),
        # the near shelter holds one; the other goes on
        (yard(("a", "y", 1, 1.1), ("y", "z", 3, 1.1), people=[("a", 2)], shelters=[("y", 1), ("z", 9)]), 25),
        # a walk of one step more than the others decides
        (yard(("a", "b", 5, 1.1), ("b", "z", 1, 1.1), people=[("a", 1), ("b", 1)]), 35),
    ],
)
def test_the_least_time_is_that_worked_by_hand(network, seconds):
    assert least_time(network).clearance_s == seconds


@given(yards(most=3))
@settings(max_examples=25)
def test_no_moves_of_all_people_are_faster(network):
    assume(network.people <= 3)
    assert found(network).horizon == by_trying_all(network)


@given(yards())
@settings(max_examples=40)
def test_another_solver_brings_all_to_safety_in_that_time_and_not_a_step_earlier(network):
    least = found(network)
    assert most_in(network, least.horizon) == network.people
    assert most_in(network, least.horizon - 1) < network.people
    assert verify(told(least, bound(network, least=least))).clearance_s == least.clearance_s


@given(yards(timed=True))
@settings(max_examples=40)
def test_it_is_least_too_when_ways_open_and_close(network):
    least = found(network)
    assert most_in(network, least.horizon) == network.people
    assert most_in(network, least.horizon - 1) < network.people
    below = bound(network, least=least)
    assert below.seconds < least.clearance_s
    verify(told(least, below))


@given(yards())
@settings(max_examples=25)
def test_wider_is_never_slower_and_closing_and_more_people_are_never_faster(network):
    before = found(network).horizon
    for way in network.ways:
        assert least_time(network.wider(way.id)).horizon <= before
        with suppress(Unsound, RoomOutOfReach):
            assert least_time(network.without({way.id})).horizon >= before
    well = network.stairwells[0]
    more = network.with_people({well.id: well.people + 1})
    with suppress(Unsound, RoomOutOfReach):
        assert least_time(more).horizon >= before


def test_a_community_is_cleared_no_faster_by_another_solver():
    least = least_time(SMALL, step_s=10)
    assert most_in(SMALL, least.horizon - 1, step_s=10) < 200 == most_in(SMALL, least.horizon, step_s=10)


def test_the_answer_is_a_bracket_that_shorter_steps_narrow():
    def ends(step_s):
        least = least_time(SMALL, step_s=step_s)
        return bound(SMALL, step_s=step_s, least=least).seconds, least.clearance_s

    (low, high), (fine_low, fine_high) = ends(10), ends(2)
    assert low <= fine_low < fine_high <= high
    assert fine_high - fine_low < high - low


def test_the_same_network_gives_the_same_bytes():
    documents = [told(least, bound(SMALL, least=least)) for least in (least_time(SMALL), least_time(SMALL))]
    assert documents[0] == documents[1]


def test_a_plan_without_a_proof_is_not_told():
    least = least_time(SMALL)
    with pytest.raises(ValueError, match="proof"):
        told(replace(least, threshold=None), bound(SMALL, least=least))


def test_who_must_pass_a_gate_before_it_closes_is_counted():
    late = yard(("a", "z", 2, 0.8), people=[("a", 9)]).closing({"az": (0, 20)})
    with pytest.raises(ClosedTooSoon) as told_so:
        least_time(late)
    assert told_so.value.values["people"] == 6  # one sets out in each of the steps 0, 1 and 2
    assert least_time(yard(("a", "z", 2, 0.8), people=[("a", 3)]).closing({"az": (0, 20)})).clearance_s == 5 * STEP_S
