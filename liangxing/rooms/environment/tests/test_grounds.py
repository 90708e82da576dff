"""Noise, fire lanes, green and cleared places."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write, write_many
from liangxing.register.models import Building
from liangxing.rooms.environment.actions.noise import take_step
from liangxing.rooms.environment.forms import BlockedLaneForm, TreeCountForm
from liangxing.rooms.environment.models import (
    BlockedLane,
    Clearance,
    GreenArea,
    NoiseComplaint,
    NoiseStep,
    PlaceCheck,
    Sampling,
    TreeCount,
)
from liangxing.rooms.environment.queries.grounds import blocked_lanes, noise_of
from liangxing.rooms.environment.queries.sampling import digest_of, drawn_by, listed_for

from .test_waste import line

DAY = date(2026, 9, 1)
HERE = ["430103001001"]
Step = NoiseStep.Step


def test_the_law_is_followed_step_by_step_and_settling_ends_it(who, jinhui, home):
    told = write(NoiseComplaint(code="N-1", sort="dancing", household=home, text="drums at night", day=DAY), **who)
    said = {"settled": False, "department": "", "text": "", "by": "w"}
    with pytest.raises(Refused):
        take_step(told, Step.REPORT, day=DAY, **said | {"department": "bureau"})
    take_step(told, Step.DISSUADE, day=DAY, **said)
    (shown,) = noise_of([told], DAY + timedelta(days=30))
    assert (shown.next.step, shown.late) == ("mediate", True)
    take_step(told, Step.MEDIATE, day=DAY, **said)
    with pytest.raises(Refused):
        take_step(told, Step.REPORT, day=DAY, **said)  # to nobody
    take_step(told, Step.REPORT, day=DAY + timedelta(days=9), **said | {"department": "bureau", "settled": True})
    assert NoiseComplaint.objects.known().get().until == DAY + timedelta(days=9)
    with pytest.raises(Refused):
        take_step(told, Step.DISSUADE, day=DAY, **said)
    assert figure("environment.noise_settled", jinhui, Period.month(2026, 9)) == 1


def test_who_complained_is_nobodys_business(come_in, client, who, home):
    told = write(
        NoiseComplaint(code="N-1", sort="dancing", household=home, text="drums at night", day=localdate()), **who
    )
    pages = [
        reverse("environment.noisecomplaint.list", args=HERE),
        reverse("environment.noisecomplaint.desk", args=[*HERE, told.pk]),
    ]
    public = client.get(reverse("environment.grounds.read", args=HERE)).content.decode()
    assert "drums" not in public
    assert "12-301" not in public
    for page in pages:
        assert client.get(page).status_code == 302
    head = come_in("building_head", building=home.building)
    assert [head.get(page).status_code for page in pages] == [404, 404]
    client.logout()
    worker = come_in("worker")
    page = worker.get(pages[1]).content.decode()
    assert "drums at night" in page
    assert worker.post(pages[1], {"step": "dissuade", "settled": "on", "text": "spoke with them"}).status_code == 302
    assert NoiseStep.objects.known().get().settled
    assert NoiseComplaint.objects.known().get().until == localdate()


def test_lanes_say_how_long_and_where_it_recurs(who, jinhui, client):
    houses = [write(Building(code=code, day=DAY), **who) for code in "AB"]
    write_many([
        BlockedLane(code="1", building=houses[0], day=DAY, until=DAY, found_at=time(8), cleared_at=time(9, 30)),
        BlockedLane(code="2", building=houses[0], day=DAY + timedelta(days=3)),
        BlockedLane(code="3", building=houses[1], day=DAY, until=DAY + timedelta(days=2)),
    ], **who)  # fmt: skip
    often, once = blocked_lanes(jinhui, Period.year(2026))
    assert (often.name, often.times, often.still, often.recurs, often.minutes) == ("A", 2, 1, True, 90)
    assert (once.recurs, once.longest) == (False, timedelta(days=2))
    assert figure("environment.lanes_blocked", jinhui, Period.until(date(2026, 12, 31))) == 1
    assert figure("environment.lanes_cleared", jinhui, Period.month(2026, 9)) == 2
    assert client.get(reverse("environment.grounds.read", args=HERE)).status_code == 200


def test_what_cannot_be_of_lanes_and_trees_is_refused(who, jinhui):
    write(Building(code="A", day=DAY), **who)
    write(GreenArea(code="G", name="garden", area_m2=900, day=DAY), **who)
    lane = {"code": "1", "building": "A", "sort": "car", "day": str(DAY)}
    assert line(BlockedLaneForm, jinhui, **lane) == ""
    assert "at which building" in line(BlockedLaneForm, jinhui, **lane | {"building": ""})
    too_early = {"until": str(DAY), "found_at": "09:00", "cleared_at": "08:00"}
    assert "before it was found" in line(BlockedLaneForm, jinhui, **lane | too_early)
    trees = {"green": "G", "trees": "5", "alive": "6", "day": str(DAY)}
    assert "more trees alive" in line(TreeCountForm, jinhui, **trees)


def test_green_and_trees_add_up(who, jinhui):
    garden = write(GreenArea(code="G", name="garden", area_m2=900, day=DAY), **who)
    write_many(
        [TreeCount(green=garden, species=s, trees=t, alive=a, day=DAY) for s, t, a in (("x", 6, 5), ("y", 4, 4))], **who
    )
    assert figure("environment.green_area", jinhui, Period.until(DAY)) == 900
    assert figure("environment.tree_survival", jinhui, Period.year(2026)) == Decimal("0.9")


def test_whether_places_stay_clean_is_asked_of_drawn_ones(who, jinhui):
    write_many([Clearance(code=f"Q-{n}", day=DAY, area_m2=100) for n in range(6)], **who)
    codes = [one.code for one in listed_for(jinhui, "places", DAY, DAY, DAY)]
    drawn = write(
        Sampling(code="C", about="places", seed="s", size=4, listed=6, list_digest=digest_of(codes), first=DAY, last=DAY,
                 day=DAY + timedelta(days=14)), **who,
    )  # fmt: skip
    looks = drawn_by(drawn).looks
    results = ("good", "good", "good", "bad")
    write_many([PlaceCheck(sampling=drawn, clearance=look.one, result=r, day=DAY + timedelta(days=15))
                for look, r in zip(looks, results, strict=True)], **who)  # fmt: skip
    share = drawn_by(drawn).share_good
    assert share.value == 0.75
    assert share.low >= 0.5  # three of six are known to be clean
    assert share.high <= 5 / 6
    assert (
        figure("environment.stays_clean_share", jinhui, Period.year(2026))
        == figure("environment.places_still_clean", jinhui, Period.year(2026)) / 4
    )
