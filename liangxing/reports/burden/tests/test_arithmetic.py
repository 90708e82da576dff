"""What forms cost is worked out from their returns: worked by hand here, and held over any returns there may be."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from liangxing.reports.burden.arithmetic import (
    Item,
    Return,
    asked_twice,
    before_and_after,
    by_asker,
    by_form,
    cost,
    facts,
)
from liangxing.reports.burden.months import year

HOMES, OLD, ROAD = Item("measure:homes", "总户数", True), Item("label:old", "高龄老人"), Item("label:road", "巡查次数")


def back(form, asker, day, *items, typed=(), minutes=None, by_hand=False):
    some = items if by_hand else typed
    return Return(form, form, asker, day, items, len(items), len(items) - len(some), len(some),
                  None if minutes is None else Decimal(minutes), by_hand, frozenset(item.fact for item in some))  # fmt: skip


JANUARY, FEBRUARY, MARCH = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
SOME = [
    back("民政月报", "区民政局", JANUARY, HOMES, OLD, minutes=30, by_hand=True),
    back("民政月报", "区民政局", FEBRUARY, HOMES, OLD, minutes=20, by_hand=True),
    back("卫健季报", "区卫健局", FEBRUARY, HOMES, OLD, ROAD, minutes=30, by_hand=True),
    back("民政月报", "区民政局", MARCH, HOMES, OLD, typed=(OLD,), minutes=3),
]


def test_a_form_costs_what_its_returns_cost_together():
    first, second = by_form(SOME)
    assert (first.name, first.times, first.cells, first.itself, first.typed, first.minutes) == (
        "民政月报",
        3,
        6,
        1,
        5,
        53,
    )
    assert (second.name, second.minutes_each) == ("卫健季报", 30)
    assert [one.name for one in by_asker(SOME)] == ["区民政局", "区卫健局"]


def test_minutes_that_nobody_knows_are_unknown_and_not_none():
    silent = back("民政月报", "区民政局", JANUARY, HOMES, typed=(HOMES,))
    assert cost([silent]).minutes is None
    both = cost([silent, SOME[0]])
    assert (both.minutes, both.untold, both.minutes_each) == (30, 1, 30)


def test_a_fact_that_two_forms_ask_could_be_shared():
    homes, old = asked_twice(facts(SOME))[:2]
    assert (homes.label, homes.askers, homes.times, homes.enough, homes.spare) == (
        "总户数", {"区民政局": 3, "区卫健局": 1}, 4, 3, 1
    )  # fmt: skip
    assert (homes.minutes, old.minutes) == (15 + 10 + 10, 15 + 10 + 10 + 3)
    assert "巡查次数" not in [one.label for one in asked_twice(facts(SOME))]


def test_before_and_after_are_of_the_same_form():
    (one,) = before_and_after(SOME)
    assert (one.title, one.before.minutes_each, one.after.minutes_each, one.after.share) == (
        "民政月报",
        25,
        3,
        Decimal("0.5"),
    )


def test_a_month_without_a_return_is_unknown():
    told = year(SOME, MARCH)
    assert [month.bar.value for month in told.months][-4:] == [None, 30, 50, 3]
    assert [month.by_hand for month in told.months][-3:] == [True, True, False]


RETURNS = st.lists(
    st.builds(
        lambda form, day, items, typed, minutes, hand: back(
            form, form[:1], day, *items, typed=[i for i in items if i.fact in typed], minutes=minutes, by_hand=hand
        ),
        st.sampled_from(["甲表", "乙表", "甲二表"]), st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.lists(st.sampled_from([HOMES, OLD, ROAD]), min_size=1, unique=True), st.sets(st.sampled_from([OLD.fact, ROAD.fact])),
        st.none() | st.integers(0, 90), st.booleans(),
    )
)  # fmt: skip


@given(RETURNS)
def test_no_return_is_lost_or_counted_twice(some):
    whole = cost(some)
    for costs in (by_form(some), by_asker(some)):
        assert sum(one.times for one in costs) == whole.times
        assert sum(one.cells for one in costs) == whole.cells == whole.itself + whole.typed
        assert sum(one.minutes or 0 for one in costs) == (whole.minutes or 0)
    asked = facts(some)
    assert sum(one.times for one in asked) == sum(len(each.items) for each in some)
    assert all(0 <= one.spare < one.times for one in asked)
    typed = sum(each.minutes or 0 for each in some if each.typed)
    assert abs(sum(one.minutes for one in asked) - typed) < Decimal("0.001")
