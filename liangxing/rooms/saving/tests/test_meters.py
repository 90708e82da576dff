"""Meters through acts: whatever is recorded, corrected or struck out, the months say what stands, in any order."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from conftest import DAY
from liangxing.jobs.workers import work_once
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.measures.figures import figures
from liangxing.records.actions import correct, strike, write
from liangxing.register.models import Building, Household, Place
from liangxing.register.rights import Rights
from liangxing.rooms.saving.actions import derive
from liangxing.rooms.saving.forms import MeterForm
from liangxing.rooms.saving.models import Meter, MonthlyUse, Reading, Usage

TODAY = date(2026, 7, 9)


@pytest.fixture
def meter(who, home):
    return write(
        Meter(code="E1", sort="electricity", serves="household", household=home, unit="kW.h", digits=5, day=DAY), **who
    )


def read(meter, day, shown, sort="read", **more):
    return Reading(meter=meter, day=day, sort=sort, reading=shown, **more)


def told(community):
    rows = MonthlyUse.objects.known().filter(community=community).order_by("meter__code", "day")
    return [(u.day.month, u.used_kwh, u.estimated_kwh, u.known_d, u.estimated_d, u.doubts) for u in rows]


def test_a_swap_in_the_middle_costs_nothing_and_a_correction_takes_its_place(who, jinhui, meter):
    write(read(meter, date(2026, 5, 1), 100), **who)
    write(read(meter, date(2026, 5, 11), 130, "swap", start_reading=7), **who)
    wrong = write(read(meter, date(2026, 6, 1), 9), **who)
    assert derive(jinhui, today=TODAY, by="worker") == 1
    assert told(jinhui) == [(5, Decimal(32), Decimal(0), 31, 0, "")]
    correct(wrong, by="worker", why="misread", reading=Decimal("27.5"))
    assert derive(jinhui, today=TODAY, by="worker") == 1
    assert told(jinhui) == [(5, Decimal("50.5"), Decimal(0), 31, 0, "")]
    assert derive(jinhui, today=TODAY, by="worker") == 0
    assert MonthlyUse.objects.count() == 2, "what was derived before stays readable"


def test_a_bill_of_two_months_is_shared_out_and_nothing_told_is_nothing_kept(who, jinhui, meter):
    bill = write(Usage(meter=meter, day=date(2026, 5, 1), until=date(2026, 7, 1), used=122), **who)
    derive(jinhui, today=TODAY, by="worker")
    assert told(jinhui) == [(5, 62, 62, 0, 31, ""), (6, 60, 60, 0, 30, "")]
    strike(bill, by="worker", why="another house")
    assert derive(jinhui, today=TODAY, by="worker") == 2
    assert told(jinhui) == []


def test_a_month_of_which_nothing_is_known_is_unknown_and_in_doubt(who, jinhui, meter):
    for day, shown in ((date(2026, 5, 1), 900), (date(2026, 6, 1), 4)):
        write(read(meter, day, shown), **who)
    derive(jinhui, today=TODAY, by="worker")
    assert told(jinhui) == [(5, None, None, 0, 0, ",falls,")]
    keys = ["saving.doubted_meters", "saving.measured_meters", "saving.public_electricity"]
    assert list(figures(keys, jinhui, Period.year(2026)).values()) == [1, 1, None]


def test_a_ratio_multiplies_the_register_and_not_the_bill(who, jinhui):
    place = write(Place(code="L", name="L", sort="square", day=DAY), **who)
    lamps = write(
        Meter(code="P1", sort="electricity", serves="public", place=place, unit="10*4.kW.h", ratio=40, day=DAY), **who
    )
    write(read(lamps, date(2026, 5, 1), 1), **who)
    write(read(lamps, date(2026, 6, 1), Decimal("1.01")), **who)
    write(Usage(meter=lamps, day=date(2026, 6, 1), until=date(2026, 7, 1), used=Decimal("0.3")), **who)
    derive(jinhui, today=TODAY, by="worker")
    assert told(jinhui) == [(5, 4000, 0, 31, 0, ""), (6, 3000, 0, 30, 0, "")]
    keys = [
        "saving.public_electricity",
        "saving.public_electricity_estimated",
        "saving.public_water",
        "saving.metered_households",
    ]
    assert list(figures(keys, jinhui, Period.year(2026)).values()) == [7000, 0, None, 0]


@pytest.mark.parametrize("wrong", [
    dict(serves="building"), dict(household=None), dict(unit="m3"), dict(sort="water"), dict(digits=2), dict(ratio=0),
])  # fmt: skip
def test_a_meter_that_contradicts_itself_is_not_kept(wrong, home):
    right = {"code": "E1", "sort": "electricity", "serves": "household", "household": home, "unit": "kW.h", "day": DAY}
    with pytest.raises(ValidationError):
        Meter(**{**right, **wrong}).validate_constraints(exclude={"act", "community"})


@pytest.mark.parametrize("wrong", [
    dict(reading=None), dict(reading=-1), dict(start_reading=3), dict(sort="swap", start_reading=-1),
])  # fmt: skip
def test_a_reading_that_contradicts_itself_is_not_kept(wrong, meter):
    with pytest.raises(ValidationError):
        Reading(**{"meter": meter, "day": DAY, "sort": "read", "reading": 5, **wrong}).validate_constraints(
            exclude={"act"}
        )


def test_a_number_that_stands_already_is_asked_about_and_a_unit_is_filled_in(meter, jinhui):
    said = {
        "code": "E1",
        "sort": "water",
        "serves": "household",
        "household": "12-301",
        "ratio": "1",
        "day": "2026-05-03",
    }
    form = MeterForm(said, community=jinhui)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["unit"] == "m3"
    assert form.alike() == [meter]


def test_what_a_household_used_is_not_for_everybody(who, jinhui, meter):
    for kind in (Meter, Reading, Usage, MonthlyUse):
        assert not Rights().narrow(kind.objects.all()).exists()
        assert not Rights().clear(kind)


days = st.integers(0, 150).map(lambda n: date.fromordinal(date(2026, 1, 20).toordinal() + n))
numbers = st.integers(0, 99_000).map(Decimal)
steps = st.lists(
    st.tuples(st.sampled_from(list(Reading.Sort.values)), days, numbers, st.none() | numbers, st.sampled_from(["", "correct", "strike"])),
    max_size=8,
)  # fmt: skip


class Orders(TestCase):
    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(steps, st.randoms(use_true_random=False))
    def test_any_life_of_a_meter_entered_in_any_order_gives_the_same_months(self, life, random):
        found = []
        for code, order in (("1", life), ("2", random.sample(life, len(life)))):
            community = Community.objects.create(code=code, name=code)
            who = {"community": community, "by": "worker"}
            house = write(Building(code="1", day=DAY), **who)
            home = write(Household(code="1-1", building=house, day=DAY), **who)
            one = Meter(
                code="E", sort="electricity", serves="household", household=home, unit="kW.h", digits=5, day=DAY
            )
            write(one, **who)
            for sort, day, shown, start, what in order:
                breaks = sort in ("reset", "swap")
                kept = write(read(one, day, shown, sort, start_reading=start if breaks else None), **who)
                if what == "strike":
                    strike(kept, by="worker", why="twice")
                elif what == "correct":
                    correct(kept, by="worker", why="misread", reading=shown + 1)
            derive(community, today=TODAY, by="worker")
            found.append(told(community))
        assert found[0] == found[1]
        for _month, used, estimated, known_d, estimated_d, doubts in found[0]:
            assert (used is not None and used >= estimated >= 0) or (doubts and known_d + estimated_d == 0)


def test_staff_have_use_derived_and_see_what_is_in_doubt_and_residents_do_not(who, jinhui, meter, come_in, client):
    for day, shown in ((date(2026, 1, 1), 900), (date(2026, 2, 1), 4), (date(2026, 3, 1), 44)):
        write(read(meter, day, shown), **who)
    page = reverse("saving.meter.desk", args=[jinhui.code])
    assert client.get(page).status_code == 302
    come_in("worker")
    assert "还没有推算" in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    assert work_once()
    body = client.get(page).content.decode()
    assert "读数比上次小，又没有换表记录" in body
    assert "40 千瓦时" in body
    assert come_in("resident").get(page).status_code == 404
