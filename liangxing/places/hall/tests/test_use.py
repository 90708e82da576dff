"""What a household sees of its own use: its own alone, with doubts in words, and no comparison of fewer than fifteen."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate
from PIL import Image

from liangxing.evidence.models import Piece
from liangxing.records.actions import write, write_many
from liangxing.register.models import Household
from liangxing.rooms.saving.actions import derive
from liangxing.rooms.saving.models import Meter, MonthlyUse, Reading, SavedUse, SavingMeasure, Usage
from liangxing.rooms.saving.queries.home import last_months

CODE = "430103001001"
PAGE = "hall.use.own"


def metered(home, code, day, **who):
    said = {"sort": "electricity", "serves": "household", "unit": "kW.h", "digits": 5, "day": day}
    return write(Meter(code=code, household_id=home.fact, **said), **who)


@pytest.fixture
def two_years(lives, jinhui, who):
    """A meter of ours and one of theirs, each read on the first of every month for two years."""
    today = localdate()
    firsts = [*last_months(today, 25), today.replace(day=1)]
    meters = [
        metered(home, code, firsts[0], **who) for home, code in ((lives.ours, "D-ours"), (lives.theirs, "D-theirs"))
    ]
    for meter, kwh in zip(meters, (100, 777), strict=True):
        write_many(
            [Reading(meter_id=meter.fact, day=day, reading=1000 + n * kwh) for n, day in enumerate(firsts)], **who
        )
    derive(jinhui, today=today, by="worker")
    return meters


def body(client):
    answer = client.get(reverse(PAGE, args=[CODE]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_home_sees_its_own_use_and_never_a_neighbours(two_years, as_ours):
    told = body(as_ours)
    assert "D-ours" in told
    assert "3.29 千瓦时" in told, "1,200 kWh in 365 days"
    assert "D-theirs" not in told
    assert "25.5" not in told


@pytest.mark.parametrize("role", ["worker", "building_head", "volunteer"])
def test_nobody_else_opens_it(role, two_years, come_in, lives):
    client = come_in(role, building=lives.houses[0])
    assert client.get(reverse(PAGE, args=[CODE])).status_code == 404


def test_without_a_meter_it_says_what_to_do(as_ours):
    assert "还没有登记" in body(as_ours)


def test_a_month_in_doubt_says_why(two_years, as_ours, who, jinhui):
    low = last_months(localdate(), 2)[0] + timedelta(days=14)
    write(Reading(meter_id=two_years[0].fact, day=low, reading=3), **who)
    write(Reading(meter_id=two_years[0].fact, day=low + timedelta(days=1), reading=4), **who)
    derive(jinhui, today=localdate(), by="worker")
    assert "又没有换表记录" in body(as_ours)


def send(client, meter, shown, **more):
    return client.post(reverse(PAGE, args=[CODE]), {"meter": meter.fact, "reading": shown, **more})


def picture():
    kept = BytesIO()
    Image.new("RGB", (40, 30), "white").save(kept, "JPEG")
    return SimpleUploadedFile("register.jpg", kept.getvalue(), "image/jpeg")


def test_a_home_reads_its_meter_with_a_photo_once_and_mends_a_slip(two_years, as_ours):
    ours = two_years[0]
    assert send(as_ours, ours, "3601.5", photo=picture()).status_code == 302
    kept = Reading.objects.known().get(meter=ours.fact, day=localdate(), reading="3601.5")
    assert Piece.objects.get(proves=kept.fact).sort == "photo"
    assert send(as_ours, ours, "3602").status_code == 302
    assert Reading.objects.known().get(fact=kept.fact).reading == Decimal(3602)


@pytest.mark.parametrize(("shown", "says"), [("12", "小数点"), ("99000", "多了一位")])
def test_an_odd_number_is_asked_about_and_kept_when_it_is_right(shown, says, two_years, as_ours):
    ours = two_years[0]
    for reading in Reading.objects.filter(meter=ours.fact, day=localdate()):
        pytest.skip(f"today is the first of a month: {reading.day}")
    answer = send(as_ours, ours, shown)
    assert answer.status_code == 409
    assert says in answer.content.decode()
    assert send(as_ours, ours, shown, sure="on").status_code == 302


@pytest.mark.parametrize("shown", ["", "-4", "abc", "NaN", "1e400"])
def test_what_is_no_number_is_refused_in_words(shown, two_years, as_ours):
    answer = send(as_ours, two_years[0], shown)
    assert answer.status_code == 422
    assert "还没有保存" in answer.content.decode()


def test_a_neighbours_meter_takes_no_reading(two_years, as_ours):
    before = Reading.objects.count()
    assert send(as_ours, two_years[1], "5000").status_code == 404
    assert as_ours.post(reverse(PAGE, args=[CODE]), {"meter": "x", "reading": "1"}).status_code == 404
    assert Reading.objects.count() == before


def proof(home, meter, verdict="unproven", **more):
    day = localdate().replace(day=1, month=1)
    said = {"sort": "electricity", "unit": "kW.h", "occasion": "campaign", "began_on": day, "day": day, "basis": "x"}
    numbers = {} if verdict == "insufficient" else {"saved": 40, "saved_low": -15, "saved_high": 95}
    return SavedUse(
        meter_id=meter.fact,
        household_id=home.fact,
        verdict=verdict,
        method="means",
        group="g",
        **said,
        **{**numbers, **more},
    )


@pytest.mark.parametrize(("others", "says"), [(14, "只有 14 户"), (15, "15 户同类住户")])
def test_fewer_than_fifteen_homes_are_no_comparison(others, says, two_years, as_ours, lives, who):
    write(proof(lives.ours, two_years[0]), **who)
    homes = [Household(code=f"JQ-1-{n}", building=lives.houses[0], day=lives.ours.day) for n in range(others)]
    write_many(homes, **who)
    for n, home in enumerate(homes):
        meter = metered(home, f"D-{n}", home.day, **who)
        write(proof(home, meter), **who)
        write_many([MonthlyUse(meter_id=meter.fact, sort="electricity", serves="household", day=day, used_kwh=30 * n,
                               estimated_kwh=0, known_d=30, estimated_d=0, doubts="", doubted=False)
                    for day in last_months(localdate(), 12)], **who)  # fmt: skip
    assert says in body(as_ours)


@pytest.mark.parametrize(("verdict", "numbers", "says"), [
    ("saved", {"saved": 60, "saved_low": 20, "saved_high": 100}, "至少 20 千瓦时"),
    ("more", {"saved": -60, "saved_low": -100, "saved_high": -20}, "60 千瓦时"),
    ("unproven", {}, "-15 千瓦时"),
    ("insufficient", {"reasons": "baseline-short"}, "还看不出"),
    ("insufficient", {"reasons": "too-soon"}, "不足四周"),
])  # fmt: skip
def test_each_verdict_is_told_in_words(verdict, numbers, says, two_years, as_ours, lives, who):
    write(proof(lives.ours, two_years[0], verdict, **numbers), **who)
    assert says in body(as_ours)


def test_tips_are_of_what_a_home_lacks_with_source_and_status(two_years, as_ours, lives, who):
    told = body(as_ours)
    assert "LED" in told
    assert "没有核对过出处" in told
    write(SavingMeasure(household=lives.ours, sort="lamp", day=lives.ours.day), **who)
    assert "LED" not in body(as_ours)


def test_a_bill_that_differs_from_readings_and_prices_says_so(two_years, as_ours, who):
    first, after = last_months(localdate(), 2)[0], localdate().replace(day=1)
    write(Usage(meter_id=two_years[0].fact, day=first, until=after, used=260, amount_cny=999), **who)
    told = body(as_ours)
    assert "读数是另一个用量" in told
    assert "按价格算出来是另一个数" in told
