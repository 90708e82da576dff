"""Calls, pledges and campaigns as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.records.actions import strike, write
from liangxing.rooms.outreach.models import Call, Pledge

DAY = date(2012, 3, 1)
YEAR = Period.year(2012)


def test_two_pledges_of_one_household_are_one_household(who, jinhui, home):
    calls = [write(Call(code=c, name=c, threshold_cel=t, day=DAY), **who) for c, t in (("bag", None), ("cooling", 26))]
    kept = [write(Pledge(household=home, call=call, day=DAY), **who) for call in calls]
    keys = ["outreach.pledges", "outreach.pledging_households", "outreach.pledging_bag", "outreach.pledging_travel",
            "outreach.cooling_threshold", "outreach.calls"]  # fmt: skip
    assert list(figures(keys, jinhui, YEAR).values()) == [2, 1, 1, 0, 26, 2]
    strike(kept[0], by="worker", why="taken back")
    assert list(figures(keys, jinhui, YEAR).values()) == [1, 1, 0, 0, 26, 2]


def test_without_any_pledge_it_is_unknown_who_pledged(jinhui):
    assert figures(["outreach.pledging_households", "outreach.pledging_share"], jinhui, YEAR) == {
        "outreach.pledging_households": None,
        "outreach.pledging_share": None,
    }
