"""The evacuation card of a building says the way of the plan that holds, and the nearest shelter where there is none."""

from django.utils.timezone import localdate

from liangxing.rooms.safety.actions.evacuation import compute
from liangxing.rooms.safety.queries.network import Scenario
from liangxing.rooms.safety.tests.yard import drawn


def test_the_card_says_the_way_of_the_plan(who, client):
    there = drawn(who)
    address = f"/{who['community'].code}/hall/evacuation/{there.houses[0].fact}/"
    assert "还不是算出来的撤离方案" in client.get(address).content.decode()
    compute(who["community"], localdate(), Scenario(), by="worker", rounds=3)
    card = client.get(address).content.decode()
    for said in ("north gate", "Main Street", "square", "出自", "听从指挥"):
        assert said in card, said
    assert "还不是算出来的撤离方案" not in card
