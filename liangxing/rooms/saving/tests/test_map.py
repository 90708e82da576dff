"""Saving by building: homes where they stand, and no building of few households."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from conftest import DAY
from liangxing.records.actions import correct, end, write, write_many
from liangxing.register.models import Building, Household
from liangxing.rooms.saving.models import SavingMeasure
from liangxing.rooms.saving.queries import by_building


@pytest.fixture
def houses(who):
    """Two buildings of ten households, and one of two."""
    made = [write(Building(code=f"{n}", day=DAY), **who) for n in (10, 2, 3)]
    homes = [
        Household(code=f"{b.code}-{n}", building=b, day=DAY) for b in made for n in range(10 if b.code != "3" else 2)
    ]
    write_many(homes, **who)
    saved = [SavingMeasure(household=h, sort=s, day=DAY) for h in [*homes[:6], homes[20]] for s in ("lamp", "stove")]
    write_many(saved, **who)
    return homes


def shares(jinhui):
    return {h.building.code: h.cell.share for h in by_building(jinhui, localdate()).houses}


def test_a_home_counts_once_and_a_small_building_not_at_all(houses, jinhui):
    assert shares(jinhui) == {"2": None, "3": None, "10": 0.6}  # the second would follow from the sum


def test_who_moved_counts_where_they_live_now(houses, jinhui):
    moved = houses[0]
    correct(moved, by="worker", building_id=houses[10].building_id)
    end(houses[1], until=localdate(), by="worker")
    found = {h.building.code: (h.cell.part, h.cell.whole) for h in by_building(jinhui, localdate()).houses}
    assert found == {"2": (1, 11), "3": (1, 2), "10": (4, 8)}


def test_the_page_says_what_it_does_not_show(houses, client):
    body = client.get(reverse("saving.map.read", args=["430103001001"])).content.decode()
    assert "2 栋不显示" in body
    assert "60.0%" in body
    assert "50.0%" not in body
