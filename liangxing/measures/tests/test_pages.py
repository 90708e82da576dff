"""What an address asks for, and how a figure's way is laid out."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.kernel.period import EVER, Period
from liangxing.ledger import trace
from liangxing.measures.asked import Asked, read
from liangxing.measures.charts.trend import FLOOR_PERCENT, trend
from liangxing.measures.proved import Proved, proved
from liangxing.records.actions import correct, write


@pytest.mark.parametrize(("query", "period"), [
    ({}, None), ({"day": "2013-03-31"}, Period(EVER, date(2013, 4, 1))), ({"period": "2012-09"}, Period.month(2012, 9)),
    ({"first": "2012-01-01", "day": "2012-12-31"}, Period.year(2012)),
])  # fmt: skip
def test_a_question_is_read_and_said_again(query, period):
    asked = read(query)
    assert asked.period == (period or Period.until(localdate()))
    assert not asked.wrong
    again = dict(part.split("=") for part in asked.query.split("&")) if asked.query else {}
    assert read(again) == asked


@pytest.mark.parametrize("query", [{"day": "31.3.2013"}, {"period": "2012-13"}, {"first": "2013-01-01", "day": "2012-01-01"},
                                   {"known": "yesterday"}])  # fmt: skip
def test_what_cannot_be_read_is_said_and_answered_for_today(query):
    assert read(query).wrong
    assert read(query).day == localdate()


def test_a_moment_of_knowledge_is_the_end_of_its_day_here():
    known = Asked(Period.year(2012), date(2012, 12, 31)).known_at
    assert known.isoformat() == "2012-12-31T23:59:59.999999+08:00"


def held(day, attended, who):
    return write(Activity(code=str(day), title="t", sort="lesson", day=day, attended=attended), **who)


def test_months_in_which_nothing_was_recorded_are_unknown_in_a_trend(jinhui, who):
    held(date(2012, 1, 5), 10, who)
    held(date(2012, 3, 5), 40, who)
    told = trend("activities.attended", jinhui, read({"first": "2012-01-01", "day": "2012-03-31"}))
    assert told.by == "month"
    assert [bar.value for bar in told.bars] == [10, None, 40]
    assert told.highest.value == 40
    assert told.holes
    assert [line for line, _down in told.lines] == [0, 20, 40]
    assert told.bars[2].y < told.bars[0].y < FLOOR_PERCENT


def test_a_stock_goes_by_years_and_nothing_has_no_trend(jinhui, home):
    told = trend("register.households", jinhui, read({"day": "2027-06-30"}))
    assert (told.by, [bar.value for bar in told.bars]) == ("year", [1, 1])
    assert trend("environment.works", jinhui, read({})) is None


def test_no_bar_is_higher_than_the_chart(jinhui, who):
    for month in range(1, 13):
        held(date(2012, month, 1), month**3, who)
    told = trend("activities.attended", jinhui, read({"period": "2012"}))
    assert max(bar.value for bar in told.bars) <= told.lines[-1][0] == Decimal(2000)
    assert all(0 <= bar.y <= FLOOR_PERCENT and bar.x + bar.width <= 100 for bar in told.bars)


def test_rows_are_proved_one_by_one(jinhui, who):
    from io import BytesIO

    from liangxing.evidence.actions import attach

    first, second = held(date(2012, 1, 1), 1, who), held(date(2012, 1, 2), 2, who)
    assert proved(["activities.held"], jinhui, Period.year(2012))["activities.held"] == Proved(2, 0, 0)
    attach(first, BytesIO(b"x"), name="x.pdf", sort="minutes", by="worker")
    correct(second, by="worker", why="w", attended=3)
    told = proved(["activities.held", "activities.attended"], jinhui, Period.year(2012))
    assert told["activities.held"] == told["activities.attended"] == Proved(2, 1, 1)
    assert told["activities.held"].seal == "part"
    assert proved(["activities.held"], jinhui, Period.year(2013))["activities.held"].seal == "none"


def test_the_proof_of_one_community_is_not_found_in_another(jinhui, home):
    from liangxing.ledger.models import Community

    other = Community.objects.create(code="2", name="other")
    assert trace.holds(trace.proof_of(home.pk, jinhui))
    assert trace.proof_of(home.pk, other) is None
