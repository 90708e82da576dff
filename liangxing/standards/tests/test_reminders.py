"""An honour's re-examination is called to mind six, three and one months before, with what lacks."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from icalendar import Calendar

from liangxing.records.actions import correct, write
from liangxing.rooms.honours.models import Examination, Honour
from liangxing.standards.almanac import calendar
from liangxing.standards.reminders import examinations, reminders

DUE = date(2027, 3, 31)


@pytest.fixture
def honour(who):
    return write(
        Honour(code="1", name="综合减灾示范", level="province", field="safety", day=date(2022, 3, 31), until=DUE), **who
    )


@pytest.mark.parametrize(("today", "stage"), [
    (date(2026, 9, 29), None), (date(2026, 9, 30), 6), (date(2026, 12, 30), 6), (date(2026, 12, 31), 3),
    (date(2027, 2, 27), 3), (date(2027, 2, 28), 1), (date(2027, 3, 30), 1), (date(2027, 4, 1), None),
])  # fmt: skip
def test_the_stages(jinhui, honour, today, stage):
    assert [one.stage for one in reminders(jinhui, today)] == ([stage] if stage else [])


def test_it_says_what_the_standard_of_its_field_lacks(jinhui, honour):
    found = reminders(jinhui, date(2027, 3, 1))[0]
    assert [one.book.key for one in found.found] == ["disaster-reduction-2020"]
    assert "13" in found.says


def test_an_announced_day_comes_before_the_end_and_a_past_one_does_not_count(who, jinhui, honour):
    told = write(Examination(honour=honour, day=date(2027, 1, 15), examiner="省减灾委"), **who)
    assert [(c.day, c.announced) for c in examinations(jinhui, date(2026, 11, 1))] == [(date(2027, 1, 15), True)]
    correct(told, by="worker", outcome="kept")
    assert [(c.day, c.announced) for c in examinations(jinhui, date(2026, 11, 1))] == [(DUE, False)]


def test_the_calendar_has_the_day_and_three_reminders_that_keep_their_names(jinhui, honour):
    for _again in range(2):
        events = Calendar.from_ical(calendar(jinhui, date(2026, 11, 1))).walk("VEVENT")
        assert [e.decoded("dtstart") for e in events] == [DUE, date(2027, 2, 28), date(2026, 12, 31), date(2026, 9, 30)]
        assert {str(e["uid"]) for e in events} == {f"{honour.fact}-{n}@{jinhui.code}.liangxing" for n in (0, 1, 3, 6)}
    assert "2.1a" in str(events[0]["description"])


def test_the_desk_shows_it_among_what_is_due(client, come_in, who, jinhui):
    near = localdate() + timedelta(days=20)
    write(
        Honour(code="1", name="综合减灾示范", level="province", field="safety", day=date(2022, 3, 31), until=near),
        **who,
    )
    come_in("worker")
    page = client.get(reverse("desk.desk", args=[jinhui.code])).content.decode()
    assert "综合减灾示范" in page
    assert reverse("standard.plan.read", args=[jinhui.code, "disaster-reduction-2020"]) in page
    assert client.get(reverse("standards.calendar.read", args=[jinhui.code]))["Content-Type"].startswith(
        "text/calendar"
    )
