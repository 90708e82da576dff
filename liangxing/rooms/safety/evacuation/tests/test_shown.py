"""What pages show adds up: nobody is lost between two pictures, and no curve rises above what is possible."""

import pytest
from hypothesis import assume, given, settings

from liangxing.rooms.safety.evacuation.cards import alone, cards
from liangxing.rooms.safety.evacuation.faults import ClosedTooSoon, RoomOutOfReach, Unsound
from liangxing.rooms.safety.evacuation.guide import guide
from liangxing.rooms.safety.evacuation.invented import community
from liangxing.rooms.safety.evacuation.least_time import least_time
from liangxing.rooms.safety.evacuation.queues import simulate
from liangxing.rooms.safety.evacuation.shown import data_of_guide, envelope, moments, parties_of_data

from .ground import STEP_S, most_in, yards


@pytest.fixture(scope="module")
def plan():
    return guide(least_time(community(5, people=300, buildings=8, side=6)), rounds=10)


def test_at_every_moment_everybody_is_somewhere(plan):
    told = moments(plan.least.steps, plan.parties, plan.run.horizon)
    for one in told:
        assert one.safe + one.home + sum(one.walking.values()) + sum(one.waiting.values()) == 300
        assert one.home >= 0
    assert [told[0].safe, told[-1].safe] == [0, 300]
    assert [one.safe for one in told] == sorted(one.safe for one in told)


def test_no_plan_is_above_what_is_possible_and_the_last_is_safe_when_it_says_so(plan):
    told = data_of_guide(plan)
    possible = told["curves"]["proven"]
    for at_s, most in possible:
        assert sum(n for step, n in plan.run.safe.items() if (step + 1) * STEP_S <= at_s) <= most
    assert told["curves"]["plan"][-1] == (plan.clearance_s, 300)


def test_a_plan_that_was_put_away_walks_as_before(plan):
    told = data_of_guide(plan)
    again = simulate(plan.least.steps, parties_of_data(told["parties"]))
    assert (again.horizon, again.safe) == (plan.run.horizon, plan.run.safe)


def test_no_building_is_faster_than_if_it_had_every_way_for_itself(plan):
    least_s = alone(plan)
    assert all(0 < least_s[card.building] < card.safe_s for card in cards(plan))


@given(yards())
@settings(max_examples=15)
def test_the_most_that_can_be_safe_is_that_of_another_solver(network):
    try:
        least = least_time(network)
    except (Unsound, RoomOutOfReach, ClosedTooSoon):
        assume(False)
    for at_s, people in envelope(least, 4):
        assert most_in(network, at_s // STEP_S) == people
