"""Hazards on their way, stores counted, shelters by area, and who may know who needs help."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write
from liangxing.records.due import DUE
from liangxing.records.models import Look
from liangxing.register.models import Place, Post
from liangxing.rooms.safety.actions.before import count_stores, step
from liangxing.rooms.safety.forms import RiskAssessmentForm
from liangxing.rooms.safety.models import (
    Consent,
    Hazard,
    HazardStep,
    Pairing,
    Resource,
    RiskAssessment,
    Shelter,
    StockTake,
    Vulnerable,
)
from liangxing.rooms.safety.queries.care import cared
from liangxing.rooms.safety.queries.hazards import ways
from liangxing.rooms.safety.queries.riskmap import risk_map
from liangxing.rooms.safety.queries.space import holds, spaces
from tests.town import shape

DAY = date(2026, 3, 2)


@pytest.fixture
def posts(who):
    return [write(Post(code=code, role="grid", day=DAY), **who) for code in ("one", "other")]


@pytest.fixture
def hazard(who):
    return write(Hazard(code="YH", sort="fire", day=DAY), **who)


def asks(jinhui):
    return [way.asks for way in ways(jinhui, localdate())]


def test_a_hazard_is_rated_assigned_dealt_with_and_rechecked_by_another(hazard, posts, jinhui, who):
    from liangxing.records.actions import correct

    assert asks(jinhui) == ["rate"]
    hazard = correct(hazard, by="w", level="high")
    assert asks(jinhui) == ["assign"]
    hazard = correct(hazard, by="w", assigned_id=posts[0].fact)
    assert asks(jinhui) == ["close"]
    step(hazard, "closed", post=posts[0], day=localdate(), by="w")
    assert asks(jinhui) == ["recheck"]
    now_closed = Hazard.objects.known().get()
    with pytest.raises(Refused):
        step(now_closed, "confirmed", post=posts[0], day=localdate(), by="w")
    step(now_closed, "confirmed", post=posts[1], day=localdate(), by="w")
    assert asks(jinhui) == [""]
    year = Period.year(localdate().year)
    assert figure("safety.confirmed_share", jinhui, year) == 1
    assert figure("safety.hazards", jinhui, year) in (0, None)


def test_what_a_recheck_finds_still_there_stands_again(hazard, posts, jinhui):
    step(hazard, "closed", post=posts[0], day=localdate(), by="w")
    step(Hazard.objects.known().get(), "reopened", post=posts[1], day=localdate(), by="w")
    assert Hazard.objects.known().get().until is None
    with pytest.raises(Refused):
        step(Hazard.objects.known().get(), "confirmed", post=posts[1], day=localdate(), by="w")


def test_nothing_is_rechecked_that_nobody_dealt_with(hazard, posts):
    with pytest.raises(Refused):
        step(hazard, "confirmed", post=posts[1], day=localdate(), by="w")


def test_a_difference_in_a_count_is_explained_and_corrects_the_book(who, jinhui):
    stores = [write(Resource(code=c, name=c, sort="fire", pieces=10, day=DAY), **who) for c in "ab"]
    with pytest.raises(Refused, match="b"):
        count_stores([(stores[0], 10, ""), (stores[1], 7, "")], day=localdate(), **who)
    assert StockTake.objects.count() == 0
    count_stores([(stores[0], 10, ""), (stores[1], 7, "three used in the drill")], day=localdate(), **who)
    assert sorted(Resource.objects.known().values_list("pieces", flat=True)) == [7, 10]
    assert figure("safety.stock_taken", jinhui, Period.year(localdate().year)) == 2


def test_a_shelter_holds_by_its_area_and_what_is_from_memory_says_so(who):
    shelter = write(Shelter(code="s", name="s", area_m2="6660", capacity=14000, day=DAY), **who)
    found = holds(shelter, localdate())
    assert (found.people, found.too_many) == (13320, True)
    assert all(space.source and space.status in ("read", "unverified") for space in spaces())
    assert holds(write(Shelter(code="t", name="t", day=DAY), **who), localdate()).people is None


def test_the_next_assessment_is_asked_for_half_a_year_later(who, jinhui):
    today = localdate()
    write(RiskAssessment(code="1", day=today - timedelta(200), next_on=today - timedelta(17)), **who)
    rows = RiskAssessment.objects.known()
    asked = DUE["safety.riskassessment.assess_again"].rows
    assert asked(rows, today).count() == 1
    form = RiskAssessmentForm({"code": "2", "day": today.isoformat()}, community=jinhui)
    assert form.is_valid(), form.errors
    assert timedelta(180) < form.cleaned_data["next_on"] - today < timedelta(185)
    write(form.save(commit=False), **who)
    assert asked(RiskAssessment.objects.known(), today).count() == 0


def test_what_is_missing_for_each_person_is_shown(who, jinhui, home, posts):
    person = write(Vulnerable(code="v", household=home, day=DAY), **who)
    rows = Vulnerable.objects.known()
    assert cared(rows, jinhui, localdate())[0].gaps == ("consent", "helper", "card")
    write(Consent(vulnerable=person, day=DAY, until=localdate()), **who)
    write(Pairing(vulnerable=person, helper=posts[0], day=DAY), **who)
    assert cared(rows, jinhui, localdate())[0].gaps == ("consent", "card")  # a consent that is over is none


def test_every_look_is_kept_and_the_household_may_ask(who, jinhui, home, come_in, client, django_user_model):
    person = write(Vulnerable(code="v", household=home, day=DAY), **who)
    come_in("worker")
    for address in (reverse("safety.care.desk", args=[jinhui.code]), reverse("safety.vulnerable.list", args=[jinhui.code]),
                    reverse("safety.vulnerable.page", args=[jinhui.code, person.pk]),
                    reverse("safety.vulnerable.export", args=[jinhui.code, "csv"])):  # fmt: skip
        assert client.get(address).status_code == 200
    assert list(Look.objects.values_list("by", "fact")) == [("worker", person.fact)] * 4
    client.logout()
    body = come_in("resident", household=home).get(reverse("hall.looks.own", args=[jinhui.code])).content.decode()
    assert body.count("worker") >= 4
    with pytest.raises(Refused):
        Look.objects.first().save()


@pytest.mark.parametrize(
    ("role", "status"), [("secretary", 200), ("worker", 200), ("committee", 404), ("volunteer", 404)]
)
def test_who_needs_help_is_shown_to_whom_it_concerns(role, status, jinhui, come_in):
    assert come_in(role).get(reverse("safety.care.desk", args=[jinhui.code])).status_code == status


def test_the_risk_map_says_in_words_what_it_draws(who, jinhui, client):
    place = write(
        Place(code="p", name="一号路", sort="road", geometry=shape("LineString", (0, 0), (4, 2)), day=DAY), **who
    )
    write(Hazard(code="YH-1", sort="fire", level="major", place=place, day=DAY), **who)
    write(Hazard(code="YH-2", sort="flood", day=DAY), **who)
    found = risk_map(jinhui, localdate())
    assert [(spot.record.code, spot.at is not None) for spot in found.hazards] == [("YH-1", True), ("YH-2", False)]
    body = client.get(reverse("safety.riskmap.read", args=[jinhui.code])).content.decode()
    assert "YH-1" in body
    assert "YH-2" in body
    assert body.count('class="risk ') == 1


def test_the_pages_of_what_is_done_before_open_and_keep(who, jinhui, hazard, posts, come_in, client):
    store = write(Resource(code="a", name="a", sort="fire", pieces=3, day=DAY), **who)
    write(Shelter(code="s", name="s", area_m2="100", capacity=20, day=DAY), **who)
    come_in("worker")
    assert client.get(reverse("safety.before.desk", args=[jinhui.code])).status_code == 200
    page = reverse("safety.stores.write", args=[jinhui.code])
    assert client.post(page, {f"n-{store.fact}": "2"}).status_code == 422
    assert client.post(page, {f"n-{store.fact}": "2", f"why-{store.fact}": "x"}).status_code == 302
    one = reverse("safety.onhazard.write", args=[jinhui.code, hazard.pk])
    assert client.get(one).status_code == 200
    assert client.post(one, {"step": "closed", "post": str(posts[0].fact)}).status_code == 302
    assert HazardStep.objects.count() == 1
