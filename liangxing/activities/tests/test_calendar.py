"""What is to come stands in the calendar, and in no figure."""

from datetime import datetime, time, timedelta

from django.utils.timezone import get_current_timezone, localdate

from liangxing.activities.forms import ActivityForm
from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write
from liangxing.records.lines import State, read_lines


def test_what_is_to_come_counts_only_when_it_has_been(who, jinhui):
    today = localdate()
    both = Period.until(today + timedelta(days=30), first=today - timedelta(days=30))
    write(Activity(code="1", title="held", sort="lesson", day=today), **who)
    write(Activity(code="2", title="to come", sort="lesson", day=today + timedelta(days=7)), **who)
    assert figure("activities.held", jinhui, both) == 1
    later = datetime.combine(today + timedelta(days=8), time(), get_current_timezone())
    assert figure("activities.held", jinhui, both, later) == 2


def test_a_day_more_than_a_year_ahead_is_a_slip_of_the_pen(jinhui):
    told = [
        {"code": "1", "title": "t", "sort": "lesson", "day": str(localdate() + timedelta(days=ahead)),
         "starts_at": "9:30"} for ahead in (30, 400)
    ]  # fmt: skip
    good, bad = read_lines(ActivityForm, told, community=jinhui)
    assert (good.state, bad.state) == (State.NEW, State.BAD)
    assert good.record.starts_at == time(9, 30)
    assert list(bad.errors) == ["day"]
