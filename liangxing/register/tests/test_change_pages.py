"""Something is wrong here: asked for by those who may not change it, answered by a second person, read by the first."""

import pytest
from django.urls import reverse

from conftest import DAY
from liangxing.records.actions import write
from liangxing.register.models import ChangeRequest, Estate, Post, Resident

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


@pytest.fixture
def resident(home, who):
    return write(Resident(code="R1", household=home, name="甲", phone="1", day=DAY), **who)


def as_somebody(client, users, who, role, **reach):
    """Sign in as another person."""
    client.force_login(users.objects.create_user(f"the-{role}"))
    write(Post(code=f"the-{role}", role=role, account=f"the-{role}", day=DAY, **reach), **who)
    return client


def form_of(client, record):
    """What the form for asking holds when it is opened."""
    page = client.get(to("register.change.propose", record._meta.label_lower, record.pk))
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def ask(client, record, *, why="the sign says so", **changes):
    address = to("register.change.propose", record._meta.label_lower, record.pk)
    return client.post(address, {**form_of(client, record), **changes, "why": why})


def test_a_resident_asks_for_their_household_and_reads_the_answer(resident, home, who, come_in, django_user_model):
    client = come_in("resident", household=home)
    assert "这里有错" in client.get(to("register.resident.page", resident.pk)).content.decode()
    assert ask(client, resident, phone="13900000000", why="").status_code == 422
    assert ask(client, resident).status_code == 422, "nothing was changed"
    assert ask(client, resident, phone="13900000000").status_code == 302
    assert Resident.objects.known().get().phone == "1"
    request = ChangeRequest.objects.known().get()
    assert request.changes == '{"phone":"13900000000"}'
    assert client.post(to("register.change.review", request.pk), {"accept": "1"}).status_code == 404
    as_somebody(client, django_user_model, who, "secretary")
    body = client.get(to("register.changes.propose")).content.decode()
    assert "13900000000" in body
    client.post(to("register.change.review", request.pk), {"decline": "1"})
    assert "等待答复" in client.get(to("register.changes.propose")).content.decode(), "a refusal needs its reason"
    client.post(to("register.change.review", request.pk), {"accept": "1", "words": "查过了"})
    assert Resident.objects.known().get().phone == "13900000000"
    client.force_login(django_user_model.objects.get(username="resident"))
    body = client.get(to("register.changes.propose")).content.decode()
    assert "已采纳" in body or "accepted" in body
    assert "查过了" in body


def test_nobody_answers_their_own_request_and_a_tick_taken_away_is_a_change(who, come_in):
    estate = write(Estate(code="JQ", name="Jinqiu", residential=True, day=DAY), **who)
    client = come_in("secretary")
    assert ask(client, estate, residential="").status_code == 302
    request = ChangeRequest.objects.known().get()
    assert request.changes == '{"residential":"false"}'
    client.post(to("register.change.review", request.pk), {"accept": "1"}, follow=True)
    assert Estate.objects.known().get().residential


@pytest.mark.parametrize(
    ("role", "kind"), [("volunteer", "resident"), ("enterprise", "resident"), ("public", "estate")]
)
def test_nobody_asks_about_what_they_do_not_see(role, kind, resident, home, who, come_in, client):
    if role != "public":
        come_in(role)
    estate = write(Estate(code="JQ", name="Jinqiu", day=DAY), **who)
    record = {"resident": resident, "estate": estate}[kind]
    answer = client.get(to("register.change.propose", f"register.{kind}", record.pk))
    assert answer.status_code == (302 if role == "public" else 404)
    post = write(Post(code="p", role="secretary", account="x", day=DAY), **who)
    assert client.get(to("register.change.propose", "register.post", post.pk)).status_code in (302, 404)


def test_others_requests_are_not_shown(resident, home, who, come_in, django_user_model):
    client = come_in("resident", household=home)
    ask(client, resident, phone="13900000000")
    as_somebody(client, django_user_model, who, "building_head", building=home.building)
    assert "13900000000" not in client.get(to("register.changes.propose")).content.decode()


def test_what_was_asked_about_somebody_is_erased_with_them(resident, home, come_in, jinhui):
    from liangxing.ledger.verify import verify
    from liangxing.register.changes import forget

    client = come_in("resident", household=home)
    ask(client, resident, name="乙")
    forget(resident, by="console", why="asked for")
    assert ChangeRequest.objects.known().get().changes == ""
    assert verify(jinhui) is None
    assert client.get(to("register.changes.propose")).status_code == 200
