"""Four eyes on base facts, and merges that can be taken back."""

import pytest

from conftest import DAY
from liangxing.kernel.errors import Refused
from liangxing.ledger.verify import verify
from liangxing.records.actions import write
from liangxing.register.changes import merge, propose, review, unmerge
from liangxing.register.models import Building, Estate, Household, Resident
from liangxing.register.twins import twins


@pytest.fixture
def estate(who):
    return write(Estate(code="jq", name="Jinqiu", day=DAY), **who)


def test_a_base_fact_changes_only_after_a_second_person_agreed(estate, jinhui):
    request = propose(estate, {"name": "Jinqiu Garden"}, by="worker", why="the sign says so")
    with pytest.raises(Refused):
        review(request, accepted=True, by="worker")
    assert Estate.objects.known().get().name == "Jinqiu"
    assert review(request, accepted=True, by="secretary").name == "Jinqiu Garden"
    assert Estate.objects.known().get().fact == estate.fact
    with pytest.raises(Refused):
        review(request, accepted=False, by="secretary")
    assert verify(jinhui) is None


def test_what_the_form_refuses_is_refused_in_its_words_and_leaves_the_request_open(estate):
    request = propose(estate, {"name": ""}, by="worker", why="x")
    with pytest.raises(Refused):
        review(request, accepted=True, by="secretary")
    assert Estate.objects.known().get().name == "Jinqiu"
    assert review(request, accepted=False, by="secretary") is None


def test_a_declined_change_changes_nothing(estate):
    request = propose(estate, {"name": "other"}, by="worker", why="x")
    assert review(request, accepted=False, by="secretary") is None
    assert Estate.objects.known().get().name == "Jinqiu"


def test_a_merge_turns_references_round_and_can_be_taken_back(home, who, jinhui):
    twin = write(Household(code="12-301a", building=home.building, day=DAY), **who)
    mine = write(Resident(code="a", household=home, name="A", day=DAY), **who)
    other = write(Resident(code="b", household=twin, name="B", day=DAY), **who)
    told = merge(home, twin, by="secretary", why="one flat, written twice")
    assert Household.objects.known().get().fact == home.fact
    assert set(Resident.objects.known().values_list("household_id", flat=True)) == {home.fact}
    again = unmerge(told, by="secretary", why="two after all")
    assert again.fact == twin.fact
    assert Resident.objects.known().get(fact=other.fact).household_id == twin.fact
    assert Resident.objects.known().get(fact=mine.fact).household_id == home.fact
    assert verify(jinhui) is None


def test_only_two_of_one_kind_are_one(home, estate):
    with pytest.raises(Refused):
        merge(home, estate, by="secretary", why="x")
    with pytest.raises(Refused):
        merge(home, home, by="secretary", why="x")


def test_twins_are_those_that_are_called_alike(estate, who):
    double = write(Estate(code="jq2", name=" jinqiu ", day=DAY), **who)
    write(Estate(code="yl", name="Yulan", day=DAY), **who)
    assert twins(estate) == [double]
    assert twins(write(Building(code="7", day=DAY), **who)) == []
