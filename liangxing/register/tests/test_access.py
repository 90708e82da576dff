"""Accounts are made, let in by a card, and ended; nobody gives themselves a post; guessing is slowed."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import DAY
from liangxing.records.actions import write
from liangxing.register import tickets
from liangxing.register.models import Attempt, Building, Household, Post, Ticket

CODE = "430103001001"
NEW = {"account": "li-grid", "role": "grid", "buildings": "12", "day": "2026-05-03", "name": "甲"}
PASSWORD = "two-good-words"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def code_on(client):
    """The code that the card shows, read from its page."""
    body = client.get(to("register.card.read")).content.decode()
    return re.search(r'class="code">([^<]+)<', body)[1]


def choose(client, code, **more):
    sent = {"code": code, "new_password1": PASSWORD, "new_password2": PASSWORD, **more}
    return client.post(to("register.welcome.read"), sent)


def test_a_secretary_makes_an_account_and_its_holder_comes_in_by_the_card(home, come_in, client):
    secretary = come_in("secretary")
    assert secretary.post(to("register.access.new.appoint"), NEW)["Location"] == to("register.card.read")
    code = code_on(secretary)
    assert secretary.get(to("register.card.read")).status_code == 410, "a card is shown once"
    secretary.logout()
    assert choose(client, code.replace("-", " ").upper()).status_code == 302
    assert client.get(to("register.household.write")).status_code == 200
    assert client.get(to("register.access.appoint")).status_code == 404
    assert Post.objects.known().get(account="li-grid").building_id == home.building_id
    client.logout()
    assert choose(client, code).status_code == 422, "a card works once"
    assert client.post("/sign-in/", {"username": "li-grid", "password": PASSWORD}).status_code == 302


def test_an_ended_post_opens_nothing_and_the_last_keeper_stays(home, come_in, client):
    secretary = come_in("secretary")
    secretary.post(to("register.access.new.appoint"), NEW)
    post = Post.objects.known().get(account="li-grid")
    secretary.post(to("register.access.end.appoint", post.pk), {"why": "moved"})
    assert Post.objects.known().get(account="li-grid").until is not None
    mine = Post.objects.known().get(account="secretary")
    body = secretary.post(to("register.access.end.appoint", mine.pk), follow=True).content.decode()
    assert 'role="status"' in body
    assert Post.objects.known().get(account="secretary").until is None


@pytest.mark.parametrize(("wrong", "field"), [
    ({"account": "李四"}, "account"), ({"buildings": "99"}, "buildings"), ({"buildings": ""}, "buildings"),
    ({"role": "public"}, "role"), ({"role": "enterprise"}, "organisation"), ({"role": "resident"}, "household"),
    ({"until": "2020-01-01"}, "until"),
])  # fmt: skip
def test_a_wrong_post_is_refused_beside_its_field(wrong, field, home, come_in):
    answer = come_in("secretary").post(to("register.access.new.appoint"), {**NEW, **wrong})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Post.objects.filter(account="li-grid").exists()


@pytest.mark.parametrize("role", ["committee", "worker", "grid", "building_head", "enterprise", "resident"])
def test_nobody_but_a_secretary_writes_a_post_by_hand_or_by_import(role, home, come_in, jinhui):
    client = come_in(role, building=home.building)
    assert client.get(to("register.post.write")).status_code == 404
    sent = {"code": "x", "role": "secretary", "account": role, "building": "12", "day": "2026-05-03"}
    assert client.post(to("register.post.write"), sent).status_code == 404
    table = SimpleUploadedFile("posts.csv", f"编号,岗位,用户名,任职日期\nx,书记,{role},2026-05-03\n".encode())
    answer = client.post(to("workbook.import"), {"files": table})
    assert answer.status_code in (404, 200)
    assert not Post.objects.filter(code="x").exists()
    if answer.status_code == 200:
        assert answer.context["read"]["counts"] == {}


def test_a_household_is_invited_and_its_guest_sees_it_and_nothing_else(home, who, come_in, client):
    house = write(Building(code="13", day=DAY), **who)
    other = write(Household(code="13-101", building=house, day=DAY), **who)
    grid = come_in("grid", building=home.building)
    assert grid.post(to("register.invite"), {"household": other.code}).status_code == 422
    grid.post(to("register.invite"), {"household": home.code})
    code = code_on(grid)
    grid.logout()
    assert "home-" in client.get(to("register.welcome.read") + f"?code={code}").content.decode()
    assert choose(client, code, account="grid").status_code == 422, "somebody else's name"
    assert choose(client, code, account="home-abc").status_code == 302
    post = Post.objects.known().get(account="home-abc")
    assert (post.role, post.household_id) == ("resident", home.fact)


def test_a_new_card_voids_the_old_one_and_another_communitys_account_is_out_of_reach(home, who, come_in, jinhui):
    from liangxing.kernel.errors import Refused
    from liangxing.ledger.models import Community
    from liangxing.register.accounts import card

    secretary = come_in("secretary")
    first = tickets.issue(jinhui, by="secretary", account="secretary")
    secretary.post(to("register.access.password.appoint"), {"account": "secretary"})
    assert tickets.find(jinhui, first) is None
    assert Ticket.objects.count() == 2
    there = Community.objects.create(code="430103001002", name="b")
    write(Post(code="s", role="secretary", account="other", day=DAY), community=there, by="other")
    write(Post(code="t", role="worker", account="other", day=DAY), **who)
    with pytest.raises(Refused):
        card(jinhui, "other", by="secretary")


def test_guessing_is_slowed_and_said_in_plain_words(jinhui, client, django_user_model):
    django_user_model.objects.create_user("worker", password=PASSWORD)
    for _guess in range(5):
        body = client.post("/sign-in/", {"username": "worker", "password": "ｗrong"}).content.decode()
        assert "全角" in body
    assert "1 分钟" in client.post("/sign-in/", {"username": "worker", "password": PASSWORD}).content.decode()
    Attempt.objects.all().delete()
    assert client.post("/sign-in/", {"username": "worker", "password": PASSWORD}).status_code == 302
    assert Attempt.objects.count() == 0
    for _guess in range(5):
        client.get(to("register.welcome.read") + "?code=aaaa-bbbb-cccc")
    assert client.get(to("register.welcome.read") + "?code=x").status_code == 429


def test_a_user_changes_their_own_password(jinhui, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("worker", password=PASSWORD))
    sent = {"old_password": PASSWORD, "new_password1": "another-word", "new_password2": "another-word"}
    assert client.post("/password/", sent).status_code == 302
    client.logout()
    assert client.post("/sign-in/", {"username": "worker", "password": "another-word"}).status_code == 302
