"""Whether pledges are kept: asked of those whom the lot drew, told with bounds, and of nobody by name."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from liangxing.kernel.drawing import drawn
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.records.actions import strike, write, write_many
from liangxing.register.models import Building, Household
from liangxing.rooms.outreach.actions import note_answers
from liangxing.rooms.outreach.forms import PledgeAnswerForm, PledgeSampleForm
from liangxing.rooms.outreach.models import Call, Pledge, PledgeAnswer, PledgeSample
from liangxing.rooms.outreach.queries import drawn_of, holders_of, kept_of

DAY = date(2026, 5, 3)
CODE = "430103001001"


@pytest.fixture
def call(who):
    return write(Call(code="cooling", name="空调不低于26度", threshold_cel=26, day=DAY), **who)


@pytest.fixture
def pledged(who, call):
    """Forty households that have pledged, in two buildings."""
    houses = [write(Building(code=f"JQ-{n}", day=DAY), **who) for n in (1, 2)]
    homes = [Household(code=f"JQ-{n % 2 + 1}-{n:03}", building=houses[n % 2], day=DAY) for n in range(40)]
    write_many(homes, **who)
    given = [Pledge(household=home, call=call, day=DAY) for home in homes]
    write_many(given, **who)
    return given


@pytest.fixture
def sample(who, call, pledged):
    return write(PledgeSample(code="CY1", call=call, size=10, seed="2026", day=DAY), **who)


def test_whoever_has_the_list_and_the_seed_draws_the_same(sample, pledged, client):
    lines = client.get(reverse("outreach.lots.read", args=[CODE, sample.pk])).content.decode().split()
    assert drawn(lines, 10, "2026") == [str(p.fact) for p in drawn_of(sample)]
    assert len(lines) == 40


def test_who_pledges_or_takes_it_back_later_changes_nothing_of_what_was_drawn(sample, pledged, who, call, home):
    before = [p.fact for p in drawn_of(sample)]
    write(Pledge(household=home, call=call, day=DAY), **who)
    strike(pledged[0], by="worker", why="taken back")
    assert [p.fact for p in drawn_of(sample)] == before
    assert len(holders_of(sample)) == 40


def test_a_share_has_bounds_and_those_not_reached_widen_them(sample, jinhui):
    assert kept_of(sample).share is None
    homes = [p.household_id for p in drawn_of(sample)]
    said = dict.fromkeys(homes[:6], "kept") | dict.fromkeys(homes[6:8], "not-kept")
    assert note_answers(sample, said, day=DAY, by="worker") == 8
    assert note_answers(sample, said, day=DAY, by="worker") == 0
    assert note_answers(sample, {homes[8]: "not-reached", homes[0]: "not-kept"}, day=DAY, by="worker") == 2
    kept = kept_of(sample)
    assert (kept.kept, kept.not_kept, kept.not_reached, kept.waiting) == (5, 3, 1, 1)
    assert kept.share.value == 0.625
    assert kept.widest.low < kept.share.low < 0.625 < kept.share.high <= kept.widest.high
    keys = ["outreach.pledges_answered", "outreach.pledges_kept", "outreach.kept_share", "outreach.pledges_not_reached"]
    assert [float(v) for v in figures(keys, jinhui, Period.year(2026)).values()] == [8, 5, 0.625, 1]


def test_nobody_asks_whom_the_lot_did_not_draw(sample, pledged, jinhui):
    drawn_homes = {p.household_id for p in drawn_of(sample)}
    other = next(p.household for p in pledged if p.household_id not in drawn_homes)
    with pytest.raises(Refused):
        note_answers(sample, {other.fact: "kept"}, day=DAY, by="worker")
    said = {"sample": "CY1", "household": other.code, "answer": "kept", "day": "2026-05-04"}
    form = PledgeAnswerForm(said, community=jinhui)
    assert "household" in form.errors


def test_nobody_draws_until_it_pleases(sample, call, jinhui):
    said = {"code": "CY2", "call": "cooling", "size": "10", "day": "2026-05-04"}
    assert "CY1" in str(PledgeSampleForm(said, community=jinhui).errors["call"])
    note_answers(sample, {p.household_id: "kept" for p in drawn_of(sample)}, day=DAY, by="worker")
    form = PledgeSampleForm(said, community=jinhui)
    assert form.is_valid(), form.errors
    assert len(form.instance.seed) == 16


def test_staff_note_answers_and_nobody_else_sees_one(sample, come_in, client, jinhui, pledged, django_user_model):
    page, told = (reverse(f"outreach.pledgesample.{verb}", args=[CODE, sample.pk]) for verb in ("answer", "read"))
    first = drawn_of(sample)[0].household
    assert client.get(page).status_code == 302
    assert first.code not in client.get(told).content.decode()
    come_in("worker")
    assert first.code in client.get(page).content.decode()
    client.post(page, {f"answer-{first.fact}": "kept"})
    assert PledgeAnswer.objects.get().answer == "kept"
    assert "100.0%" in client.get(told).content.decode()
    come_in("grid", building=pledged[0].household.building)
    body = client.get(page).content.decode()
    assert "JQ-1-" in body
    assert "JQ-2-" not in body
    for role in ("resident", "committee"):
        come_in(role)
        assert client.get(page).status_code == 404, role
        assert client.get(reverse("outreach.pledgeanswer.list", args=[CODE])).status_code == 404, role


def test_the_day_of_the_sample_is_what_counts(who, call, pledged):
    late = write(PledgeSample(code="CY0", call=call, size=5, seed="a", day=DAY - timedelta(1)), **who)
    assert holders_of(late) == []
    assert kept_of(late).share is None
