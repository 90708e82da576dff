"""What everybody sees of savings: sums with bounds, what is not proven beside what is, and nothing of few homes."""

from datetime import date

import pytest
from django.urls import reverse

from liangxing.records.actions import write, write_many
from liangxing.register.models import Building, Household
from liangxing.rooms.outreach.models import Call, Pledge
from liangxing.rooms.saving.models import Meter, SavedUse, SavingMeasure

CODE = "430103001001"
FIRST, AFTER, THERE = date(2025, 6, 1), date(2026, 6, 1), date(2019, 3, 1)


@pytest.fixture
def community_of(who):
    """So many homes with a meter, each with a proof: what it saved, and whether it pledged and put in lamps."""

    def made(many, saved, *, verdict="saved", error=50, pledge=None, lamps=False, name="A"):
        house = write(Building(code=name, day=THERE), **who)
        homes = [Household(code=f"{name}-{n}", building=house, day=THERE) for n in range(many)]
        write_many(homes, **who)
        said = {"sort": "electricity", "serves": "household", "unit": "kW.h", "day": THERE}
        meters = [Meter(code=f"D{home.code}", household_id=home.fact, **said) for home in homes]
        write_many(meters, **who)
        none = verdict == "insufficient"
        numbers = (
            dict.fromkeys(("saved", "saved_low", "saved_high", "own_error", "group_error"))
            if none
            else {
                "saved": saved,
                "saved_low": saved - 90,
                "saved_high": saved + 90,
                "own_error": error,
                "group_error": 1,
            }
        )
        write_many([SavedUse(meter_id=m.fact, household_id=m.household_id, sort="electricity", unit="kW.h", day=FIRST,
                             until=AFTER, occasion="measure" if lamps else "pledge", began_on=FIRST, verdict=verdict,
                             method="means", group="g", basis="b", **numbers) for m in meters], **who)  # fmt: skip
        if pledge:
            write_many([Pledge(household_id=home.fact, call=pledge, day=FIRST) for home in homes], **who)
        if lamps:
            write_many(
                [SavingMeasure(household_id=home.fact, sort="lamp", amount_cny=lamps, day=FIRST) for home in homes],
                **who,
            )
        return homes

    return made


@pytest.fixture
def call(who):
    return [
        write(Call(code=c, name=n, day=THERE), **who) for c, n in (("cooling", "空调不低于26度"), ("bag", "带布袋子"))
    ]


def page(client, route):
    answer = client.get(reverse(route, args=[CODE]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_without_proofs_it_says_what_is_missing(jinhui, client):
    assert "还没有核算过" in page(client, "saved.read")
    assert "用电上看得出的结果" not in page(client, "board.read")


@pytest.mark.parametrize(("many", "saved", "verdict", "says"), [
    (14, 200, "saved", "户数太少，说不准"),
    (20, 200, "saved", "4,000 千瓦时"),
    (20, 5, "unproven", "零就在这个区间里"),
    (20, -200, "more", "用得更多了"),
])  # fmt: skip
def test_a_total_has_bounds_and_few_homes_have_none(many, saved, verdict, says, community_of, client):
    community_of(many, saved, verdict=verdict)
    told = page(client, "saved.read")
    assert says in told
    assert ("十次里有九次" in told) is (many >= 15)


def test_what_is_not_proven_stands_as_large_as_what_is(community_of, call, client):
    community_of(16, 150)
    community_of(3, 10, verdict="unproven", name="B")
    community_of(2, 0, verdict="insufficient", name="C")
    told = page(client, "saved.read")
    for word, n in (("已节约", 16), ("未能证明", 3), ("用得更多", 0), ("数据不足", 2)):
        assert f'<div class="stat"><h3>{word}</h3><b>{n}' in told
    assert "千瓦时（" in page(client, "board.read")


def test_no_home_is_named_and_fewer_than_five_are_not_counted(community_of, client):
    community_of(4, 100, name="JQ-9")
    told = page(client, "saved.read")
    assert "JQ-9" not in told
    assert 'class="stat"' not in told


def test_a_call_is_measured_where_a_meter_can_show_it_and_not_where_none_can(community_of, call, client):
    community_of(18, 200, pledge=call[0])
    community_of(18, 10, verdict="unproven", name="B")
    told = page(client, "saved.calls.read")
    assert "190 千瓦时" in told, "200 less 10"
    assert "表量不出来" in told
    assert "没有计量塑料袋的表" in told
    assert "还没有问过任何人" in told


def test_a_kind_of_measure_pays_or_not_as_far_as_is_proven(community_of, client):
    community_of(16, 200, lamps=500)
    told = page(client, "saving.kinds.read")
    assert "回本" in told
    assert "4 到 5 年回本" in told, "500 yuan at 0.588 yuan and 179 to 221 kWh a year"
    assert told.count("还说不准") == 4


@pytest.mark.parametrize(("saved", "lamps", "many", "says"), [
    (5, 500, 16, "就能证明的来看"), (200, 90_000, 16, "8 年的使用寿命里回不了本。"), (200, 500, 9, "有数的住户太少"),
])  # fmt: skip
def test_what_is_not_proven_does_not_pay(saved, lamps, many, says, community_of, client):
    community_of(many, saved, lamps=lamps)
    assert says in page(client, "saving.kinds.read")


def test_prices_say_that_nobody_has_read_them_in_their_source(jinhui, client):
    told = page(client, "saving.prices.read")
    assert "没有核对过出处" in told
    assert "0.5306" in told
    assert "200 以内：0.588" in told


def test_a_building_of_few_homes_is_not_told_nor_the_one_that_would_give_it_away(community_of, client):
    for name, many in (("JQ-1", 20), ("JQ-2", 9), ("JQ-3", 2)):
        community_of(many, 100, name=name)
    told = page(client, "saving.map.read")
    assert "2,000 千瓦时" in told
    assert "900 千瓦时" not in told
    assert "200 千瓦时" not in told
