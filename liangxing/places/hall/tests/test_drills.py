"""A drill from the plan to the result: taken by two phones whose clocks are wrong, compared with the least time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from liangxing.places.hall import codes
from liangxing.places.hall.tests.test_reports import CODE, photo
from liangxing.records.actions import write
from liangxing.rooms.governance.models import Notice
from liangxing.rooms.safety.models import (
    Drill,
    DrillNote,
    DrillPart,
    DrillPlan,
    DrillResult,
    DrillTime,
    Emergency,
    Hazard,
)
from liangxing.rooms.safety.queries import drills as queries


@pytest.fixture
def plan(lives, who):
    return write(DrillPlan(code="YL-1", title="三栋消防疏散", scenario="fire", day=localdate()), **who)


def page(plan, what):
    return reverse(f"hall.drillplan.{what}", args=[CODE, plan.fact])


def watch(plan):
    return reverse("hall.drill.scan", args=[CODE, plan.fact, codes.signature("drill", plan.fact)])


def press(client, plan, house, moment, at, phone, clock=timedelta(0)):
    ms = str(int(at.timestamp() * 1000))
    device = str(int((at + clock).timestamp() * 1000))
    said = {"building": house.fact, "moment": moment, "at": ms, "device_at": device, "watch": phone}
    assert client.post(watch(plan), said).status_code == 302


def choose(client, plan, *houses):
    client.post(page(plan, "invite"), {"step": "choose", "building": [house.fact for house in houses]})


def test_a_drill_goes_from_the_invitation_to_a_result_that_is_compared(lives, come_in, client, plan, monkeypatch, who):
    monkeypatch.setattr(queries, "building_times", lambda _community, _day: {"JQ-1": (200, 240)})
    staff, observer = come_in("worker"), type(client)()
    choose(staff, plan, *lives.houses)
    for _again in range(2):
        staff.post(page(plan, "invite"), {"step": "invite"})
    assert Notice.objects.known().filter(code__startswith="YL-1-N-").count() == 2
    plan = DrillPlan.objects.known().get(fact=plan.fact)
    begun = now() - timedelta(minutes=9)
    first, second = lives.houses
    press(observer, plan, first, "alarm", begun, "aaaaaaaa")
    press(observer, plan, first, "arrived", begun + timedelta(seconds=300), "aaaaaaaa", timedelta(hours=1))
    press(observer, plan, first, "arrived", begun + timedelta(seconds=320), "bbbbbbbb")
    press(observer, plan, second, "last", begun + timedelta(seconds=95), "bbbbbbbb")
    press(observer, plan, second, "last", begun + timedelta(seconds=90), "bbbbbbbb")
    assert Emergency.objects.known().get(fact=plan.emergency_id).began_at == DrillTime.objects.get(moment="alarm").at
    observer.post(watch(plan), {"building": second.fact, "sort": "dark", "text": "二单元楼道灯不亮", "photo": photo()})
    staff.post(page(plan, "invite"), {"step": "close", "took_part": "61", "helpers": ""})
    told = {result.building_id: result for result in DrillResult.objects.known()}
    assert (told[first.fact].arrived_s, told[first.fact].least_s, str(told[first.fact].ratio)) == (320, 200, "1.60")
    assert (told[second.fact].out_s, told[second.fact].arrived_s, told[second.fact].ratio) == (90, None, None)
    held = Drill.objects.known().get(plan=plan.fact)
    assert (held.took_part, held.helpers, held.duration_s, str(held.median_ratio)) == (61, None, 90, "1.60")
    seen = staff.get(page(plan, "read")).content.decode()
    assert "两部手机相差 20 秒" in seen
    assert "二单元楼道灯不亮" in seen
    assert "二单元楼道灯不亮" not in observer.get(page(plan, "read")).content.decode(), "notes are for staff"
    note = DrillNote.objects.known().get()
    for _again in range(2):
        staff.post(reverse("hall.drillnote.answer", args=[CODE, plan.fact]), {"note": note.fact})
    assert Hazard.objects.known().get().building_id == second.fact

    after = write(DrillPlan(code="YL-2", title="再来一次", scenario="fire", day=localdate() + timedelta(days=1)), **who)
    choose(staff, after, first)
    outcome = queries.outcomes(after)[0]
    assert (outcome.before_s, outcome.arrived_s, outcome.change_s) == (320, None, None)


def test_without_a_computed_plan_the_ratio_is_unknown_and_that_is_said(lives, come_in, plan):
    staff = come_in("worker")
    choose(staff, plan, lives.houses[0])
    begun = now() - timedelta(minutes=5)
    press(staff, plan, lives.houses[0], "alarm", begun, "aaaaaaaa")
    press(staff, plan, lives.houses[0], "arrived", begun + timedelta(seconds=100), "aaaaaaaa")
    outcome = queries.outcomes(plan)[0]
    assert (outcome.arrived_s, outcome.least_s, outcome.ratio) == (100, None, None)
    assert "还没有算出" in staff.get(page(plan, "read")).content.decode()


@pytest.mark.parametrize("at", ["", "noon", "9" * 13, "9" * 90, "0"])
def test_a_moment_that_cannot_be_is_taken_by_our_clock(at, lives, come_in, client, plan):
    choose(come_in("worker"), plan, lives.houses[0])
    client.logout()
    client.post(watch(plan), {"building": lives.houses[0].fact, "moment": "alarm", "at": at})
    assert abs(DrillTime.objects.get().at - now()) < timedelta(minutes=1)


def test_an_end_before_its_beginning_is_no_time(lives, come_in, plan):
    staff = come_in("worker")
    choose(staff, plan, lives.houses[0])
    begun = now() - timedelta(minutes=5)
    press(staff, plan, lives.houses[0], "alarm", begun, "aaaaaaaa")
    press(staff, plan, lives.houses[0], "last", begun - timedelta(minutes=1), "bbbbbbbb")
    assert queries.outcomes(plan)[0].out_s is None


def test_no_other_code_opens_the_stopwatch_and_no_other_building_is_timed(lives, client, come_in, plan):
    wrong = reverse("hall.drill.scan", args=[CODE, plan.fact, codes.signature("check-in", plan.fact)])
    assert client.get(wrong).status_code == 404
    choose(come_in("worker"), plan, lives.houses[0])
    client.post(watch(plan), {"building": lives.houses[1].fact, "moment": "alarm"})
    assert not DrillTime.objects.exists()


def test_a_building_that_is_taken_out_again_takes_no_part(lives, come_in, plan):
    staff = come_in("worker")
    choose(staff, plan, *lives.houses)
    choose(staff, plan, lives.houses[1])
    assert [part.building_id for part in DrillPart.objects.known()] == [lives.houses[1].fact]
