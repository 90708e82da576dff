"""Waste from the bin to the weighbridge, drawn samples, appointments: through the doors that people use."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import correct, end, write, write_many
from liangxing.records.lines import State, read_lines
from liangxing.register.models import Household, Place
from liangxing.rooms.environment.actions.appointments import book, cancel, fetched
from liangxing.rooms.environment.actions.sampling import keep_looks
from liangxing.rooms.environment.forms import (
    CollectionPointForm,
    EmptyingForm,
    SamplingForm,
    SortedBinForm,
    WeighSlipForm,
)
from liangxing.rooms.environment.models import (
    Appointment,
    CollectionDay,
    Emptying,
    RecyclableSale,
    Sampling,
    SortedBin,
    WeighSlip,
)
from liangxing.rooms.environment.models.sampling import Result
from liangxing.rooms.environment.queries.sampling import digest_of, drawn_by, newest

DAY = date(2026, 10, 6)
HERE = ["430103001001"]


@pytest.fixture
def road(who):
    return write(Place(code="r", name="Magnolia Road", sort="road", day=date(2020, 1, 1)), **who)


@pytest.fixture
def bins(who, road):
    new = {"road": road, "edition": "2019", "waste_class": "kitchen", "day": date(2020, 6, 1)}
    some = [SortedBin(code=f"B-{n:02}", volume_l=240, **new) for n in range(20)]
    write_many(some, **who)
    return some


def line(form, community, **row):
    with override("en"):
        (read,) = read_lines(form, [row], community=community)
        return " ".join(words for told in read.errors.values() for words in told) if read.state is State.BAD else ""


@pytest.mark.parametrize(("row", "words"), [
    ({}, ""),
    ({"mass_kg": "40000"}, "weighbridge slip"), ({"mass_kg": "-3"}, "not negative"),
    ({"mass_kg": "241"}, "240 kg"), ({"day": "2999-01-01"}, "not come yet"),
    ({"day": "2020-05-31"}, "stands there since"), ({"bin": "B-19"}, "taken away"),
    ({"bin": "B-77"}, "There is no sorted bin"), ({"bin": ""}, "which bin or which collection point"),
    ({"waste_class": "compostable"}, "is called “kitchen waste”"), ({"waste_class": "bulky"}, "by appointment"),
    ({"waste_class": "gold"}, "is no class of GB/T 19095-2019"),
    ({"waste_class": "compostable", "day": "2019-11-30"}, "stands there since"),
])  # fmt: skip
def test_a_weight_that_cannot_be_is_refused_and_says_what_to_do(row, words, bins, jinhui):
    end(bins[-1], until=date(2026, 9, 1), by="worker")
    right = {"day": str(DAY), "bin": "B-00", "waste_class": "kitchen", "mass_kg": "52.5", "turn": "1"}
    told = line(EmptyingForm, jinhui, **right | row)
    assert words in told if words else not told


@pytest.mark.parametrize(("row", "words"), [
    ({}, ""), ({"mass_kg": "3.25"}, "write 3250"), ({"mass_kg": "50000"}, "more than a lorry"), ({"mass_kg": "0"}, "weighs something"),
    ({"gross_kg": "9000", "tare_kg": "6000"}, "Gross less empty is 3000"), ({"waste_class": ""}, ""),
    ({"day": "2013-05-01", "waste_class": "compostable"}, ""), ({"waste_class": "combustible"}, "called “residual waste”"),
])  # fmt: skip
def test_a_slip_that_cannot_be_is_refused(row, words, jinhui):
    right = {"code": "S-1", "day": str(DAY), "waste_class": "kitchen", "mass_kg": "3250"}
    told = line(WeighSlipForm, jinhui, **right | row)
    assert words in told if words else not told


def test_a_place_outside_the_community_and_a_class_of_another_edition_are_refused(who, jinhui, road):
    square = {"type": "Polygon", "coordinates": [[[112.98, 28.11], [112.99, 28.11], [112.99, 28.12], [112.98, 28.12],
              [112.98, 28.11]]]}  # fmt: skip
    write(Place(code="b", name="b", sort="boundary", geometry=json.dumps(square), day=DAY), **who)
    spot = '{"type": "Point", "coordinates": [%s, %s]}'
    right = {"code": "P-1", "name": "gate", "day": str(DAY)}
    assert line(CollectionPointForm, jinhui, **right, geometry=spot % (112.985, 28.115)) == ""
    assert "outside the community" in line(CollectionPointForm, jinhui, **right, geometry=spot % (28.115, 112.985))
    marked = {"code": "B", "road": "r", "edition": "2008", "day": "2013-01-01", "waste_class": "kitchen"}
    assert "compostable" in line(SortedBinForm, jinhui, **marked)


def test_a_slip_told_twice_is_asked_about_and_named_in_the_balance(come_in, who, jinhui, bins):
    client = come_in("worker")
    write(Emptying(day=DAY, bin=bins[0], waste_class="kitchen", mass_kg=80), **who)
    told = {"code": "S-1", "day": DAY, "waste_class": "kitchen", "mass_kg": "100", "vehicle": "A-1"}
    write(WeighSlip(**told), **who)
    page = reverse("environment.weighslip.write", args=HERE)
    again = client.post(page, told | {"code": "S-2"})
    assert again.status_code == 409
    assert client.post(page, told | {"code": "S-2", "sure": "1"}).status_code == 302
    balance = client.get(
        reverse("environment.waste.desk", args=HERE), {"month": "2026-10"}, headers={"Accept-Language": "en"}
    )
    words = balance.content.decode()
    assert "S-1" in words
    assert "may be one and the same" in words
    assert ">80<" in words.replace(".00", "")
    assert "60.0%" in words  # 120 of 200 kg on slips were not weighed at bins
    assert "never weighed" in words


def test_shares_say_what_they_are_of_and_what_is_unknown(client, who, jinhui):
    masses = {"recyclable": 300, "kitchen": 500, "residual": 200, "": 50}
    write_many([WeighSlip(code=of or "x", day=DAY, waste_class=of, mass_kg=m) for of, m in masses.items()], **who)
    write(RecyclableSale(code="1", day=DAY, mass_kg=280, amount_cny=420, spent_on="books for the book bar"), **who)
    month = Period.month(2026, 10)
    assert figure("environment.recycled_share", jinhui, month) == Decimal("0.3")
    assert figure("environment.waste_mass", jinhui, month) == 1050
    assert figure("environment.hazardous_mass", jinhui, month) == 0
    assert figure("environment.recycled_share", jinhui, Period.month(2026, 9)) is None
    page = client.get(
        reverse("environment.waste.read", args=HERE), {"month": "2026-10"}, headers={"Accept-Language": "en"}
    )
    words = page.content.decode()
    for said in ("October 2026", "30.0%", "50 kg came on slips", "420", "books for the book bar", "GB/T 19095-2019"):
        assert said in words, said
    assert client.get(reverse("environment.waste.read", args=HERE), {"month": "2026-13"}).status_code == 200
    assert (
        "No slip of this month"
        in client.get(
            reverse("environment.waste.read", args=HERE), {"month": "2026-09"}, headers={"Accept-Language": "en"}
        ).content.decode()
    )


def test_a_sample_is_drawn_again_by_whoever_has_its_list(who, jinhui, bins):
    assert "no sample of 21" in line(SamplingForm, jinhui, code="C-1", about="bins", size="21", seed="", day=str(DAY))
    (read,) = read_lines(
        SamplingForm, [{"code": "C-1", "about": "bins", "size": "8", "seed": "20261006", "day": str(DAY)}],
        community=jinhui,
    )  # fmt: skip
    drawn = write(read.record, **who)
    assert (drawn.listed, drawn.list_digest) == (20, digest_of(f"B-{n:02}" for n in range(20)))
    codes = [look.one.code for look in drawn_by(drawn).looks]
    assert len(set(codes)) == 8
    end(bins[3], until=DAY + timedelta(days=2), by="worker")
    write(SortedBin(code="B-99", road=bins[0].road, edition="2019", day=date(2020, 6, 1)), **who)  # told late
    for again in (drawn_by(drawn), drawn_by(correct(drawn, by="worker", note="rain on the day"))):
        assert [look.one.code for look in again.looks] == codes
        assert again.same


def test_the_share_of_a_sample_has_bounds_and_no_look_counts_twice(who, jinhui, bins):
    codes = [one.code for one in bins]
    drawn = write(
        Sampling(code="C-1", about="bins", seed="s", size=10, listed=20, list_digest=digest_of(codes), day=DAY), **who
    )
    told = drawn_by(drawn)
    facts = [look.one.fact for look in told.looks]
    found = dict.fromkeys(facts[:7], (Result.GOOD, None)) | dict.fromkeys(facts[7:9], (Result.BAD, 30))
    found[facts[9]] = (Result.UNSEEN, None)
    assert keep_looks(drawn, found, day=DAY, by="w") == 10
    assert keep_looks(drawn, found, day=DAY, by="w") == 0
    with pytest.raises(Refused):
        keep_looks(drawn, {bins[0].road_id: (Result.GOOD, None)}, day=DAY, by="w")
    with pytest.raises(Refused):
        keep_looks(drawn, found, day=DAY - timedelta(days=1), by="w")
    seen = newest(jinhui, "bins", DAY)
    assert (seen.bad, seen.seen, seen.unseen, seen.open) == (2, 9, 1, 0)
    assert seen.share_bad.low <= 2 / 9 <= seen.share_bad.high
    assert seen.share_bad.low >= 2 / 20  # two of twenty are known to be bad
    assert figure("environment.contamination_share", jinhui, Period.year(2026)) == Decimal(2) / 9


def test_the_sheet_is_blind_and_the_draw_is_told_late(come_in, client, who, jinhui, bins):
    drawn = write(
        Sampling(code="C-9", about="bins", seed="s", size=3, listed=20, day=localdate(),
                 list_digest=digest_of(one.code for one in bins)), **who,
    )  # fmt: skip
    page = reverse("environment.sampling.read", args=[*HERE, drawn.pk])
    first = drawn_by(drawn).looks[0].one
    outside = client.get(page).content.decode()
    assert drawn.list_digest in outside
    assert '<ol class="list">' not in outside
    sheet = reverse("environment.sampling.desk", args=[*HERE, drawn.pk])
    assert client.get(sheet).status_code == 302
    worker = come_in("worker")
    shown = worker.get(sheet).content.decode()
    assert first.code in shown
    sent = worker.post(sheet, {f"result-{first.fact}": "bad", f"percent-{first.fact}": "40%", "result-x": "good"})
    assert sent.status_code == 302
    assert drawn_by(drawn).looks[0].check.foreign_percent == 40


@pytest.fixture
def day(who):
    return write(CollectionDay(code="D-1", sort="bulky", slots=2, day=localdate() + timedelta(days=3)), **who)


def test_there_are_no_more_appointments_than_places(who, home, day, jinhui):
    today = localdate()
    homes = [home, *(write(Household(code=f"h{n}", day=DAY, building=home.building), **who) for n in range(2))]
    told = {"item": "sofa", "pieces": 1, "today": today, "by": "w"}
    first, second = (book(day, one, **told) for one in homes[:2])
    with pytest.raises(Refused):
        book(day, homes[2], **told)
    assert book(day, homes[0], **told | {"item": "bed"}).fact == first.fact  # changed, and no second place taken
    cancel(second, by="w")
    third = book(day, homes[2], **told)
    with pytest.raises(Refused):
        book(day, homes[1], **told)
    with pytest.raises(Refused):
        fetched(third, day, mass_kg=None, today=today, by="w")
    over = write(CollectionDay(code="D-0", sort="bulky", slots=9, day=today - timedelta(days=1)), **who)
    with pytest.raises(Refused):
        book(over, home, **told)


def test_a_household_books_in_the_hall_and_the_desk_says_that_it_was_fetched(
    come_in, client, django_user_model, who, home, day
):
    ours = come_in("resident", household=home)
    page = reverse("hall.fetching.own", args=HERE)
    assert ours.post(page, {"day": day.fact, "item": "", "pieces": "1"}).status_code == 422
    assert ours.post(page, {"day": day.fact, "item": "old sofa", "pieces": "2"}).status_code == 302
    assert "old sofa" in ours.get(page).content.decode()
    client.logout()
    assert client.get(page).status_code == 302
    public = client.get(reverse("environment.appointment.list", args=HERE))
    assert public.status_code == 302
    kept = Appointment.objects.known().get()
    worker = come_in("worker")
    desk = reverse("environment.collectionday.desk", args=[*HERE, day.pk])
    assert "old sofa" in worker.get(desk).content.decode()
    worker.post(desk, {"appointment": kept.pk, "mass_kg": "35.5"})
    assert Appointment.objects.known().get().state == "booked"  # its day has not come
    assert worker.post(desk, {"appointment": "no id"}).status_code == 404
    worker.post(desk, {"appointment": kept.pk, "cancel": "1"})
    assert Appointment.objects.known().get().state == "cancelled"


def test_what_goes_where_answers_everybody(client, jinhui):
    page = reverse("environment.sorting.read", args=HERE)
    found = client.get(page, {"q": "<充电宝>"}).content.decode()
    assert "&lt;充电宝&gt;" in found
    assert "有害垃圾" in client.get(page, {"q": "充电宝"}).content.decode()
    assert client.get(page, {"q": "x" * 90}).status_code == 200
