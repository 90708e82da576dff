"""What the guided start keeps, refuses and leaves alone; who may go it."""

import pytest
from django.urls import reverse

from liangxing.kernel.errors import Refused
from liangxing.places.start import lines
from liangxing.places.start.steps import done, follows
from liangxing.register.models import Building, Estate, Post, Profile
from liangxing.register.tickets import find

CODE = "430103001001"
FOUND = {
    "code": CODE,
    "name": "金汇社区",
    "account": "secretary",
    "password": "two-good-words",
    "again": "two-good-words",
}


def to(key=""):
    return reverse("start.step.appoint", args=[CODE, key]) if key else reverse("start.appoint", args=[CODE])


@pytest.fixture
def founded(client, db):
    """A community that was just founded, with its secretary signed in."""
    assert client.post("/begin/", FOUND, headers={"host": "127.0.0.1"})["Location"] == to()
    client.defaults["HTTP_HOST"] = "127.0.0.1"
    return client


@pytest.mark.parametrize(("wrong", "field"), [
    ({"code": "430103001000"}, "code"), ({"code": "99"}, "code"), ({"again": "another-word"}, "again"),
    ({"password": "short", "again": "short"}, "again"), ({"account": "何静"}, "account"), ({"name": ""}, "name"),
])  # fmt: skip
def test_a_wrong_founding_founds_nothing(wrong, field, client, db):
    answer = client.post("/begin/", FOUND | wrong, headers={"host": "localhost"})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Post.objects.exists()


@pytest.mark.parametrize("asked", [
    {"headers": {"host": "testserver"}}, {"REMOTE_ADDR": "10.0.0.9", "headers": {"host": "127.0.0.1"}},
    {"headers": {"host": "127.0.0.1", "x-forwarded-for": "10.0.0.9"}},
])  # fmt: skip
def test_from_elsewhere_a_code_is_asked_for_and_nothing_is_founded(asked, client, db):
    answer = client.post("/begin/", FOUND, **asked)
    assert answer.status_code == 200
    assert "form" not in (answer.context or {})
    assert not Post.objects.exists()


def test_estates_and_buildings_are_kept_once_however_they_are_written(founded):
    row = {"estate-0": "金秋小区", "buildings-0": "1-3栋、5", "storeys-0": "7", "day": "2010-06-01"}
    pasted = {"pasted": "玉兰小区\t1至2\t18\n金秋小区,8号,6"}
    assert founded.post(to("ground"), {**row, **pasted})["Location"] == to("about")
    assert set(Building.objects.known().values_list("code", flat=True)) == {
        "JQ-1", "JQ-2", "JQ-3", "JQ-5", "YL-1", "YL-2", "JQ-8"}  # fmt: skip
    assert founded.post(to("ground"), row).status_code == 422, "nothing new"
    assert Estate.objects.known().count() == 2


@pytest.mark.parametrize("row", [
    {"estate-0": "", "buildings-0": "1", "day": "2010-06-01"}, {"estate-0": "甲小区", "buildings-0": "8-1", "day": "2010-06-01"},
    {"estate-0": "甲小区", "buildings-0": "1-999", "day": "2010-06-01"}, {"estate-0": "甲小区", "buildings-0": "1", "day": ""},
    {"estate-0": "甲小区", "buildings-0": "1", "storeys-0": "many", "day": "2010-06-01"},
])  # fmt: skip
def test_a_wrong_row_is_said_and_keeps_nothing(row, founded):
    answer = founded.post(to("ground"), row)
    assert answer.status_code == 422
    assert answer.context["refused"]
    assert row["buildings-0"] in answer.content.decode(), "what was written is still there"
    assert not Estate.objects.exists()


def test_colleagues_are_let_in_all_or_none(founded):
    good = {
        "c0-account": "worker",
        "c0-role": "worker",
        "c1-account": "li-grid",
        "c1-role": "grid",
        "c1-buildings": "X-1",
    }
    assert founded.post(to("people"), good).status_code == 422, "there is no such building"
    assert not Post.objects.filter(account="worker").exists()
    assert founded.post(to("people"), {**good, "c1-account": "", "c1-buildings": ""}).status_code == 302
    body = founded.get(reverse("register.card.read", args=[CODE])).content.decode()
    community = Post.objects.get(account="worker").community
    assert find(community, body.partition('class="code">')[2].partition("<")[0]).account == "worker"


def test_a_step_is_passed_over_and_what_is_next_is_said_until_nothing_is_left(founded):
    assert founded.post(to("about"), {"pass": "1"})["Location"] == to("ground")
    page = founded.get(to())
    assert page.context["next"].key == "ground"
    about = {
        "province": "湖南省",
        "subdistrict": "文源街道",
        "address": "新姚北路",
        "area_km2": "0.6",
        "day": "2010-06-01",
    }
    founded.post(to("about"), about)
    founded.post(to("about"), {**about, "area_km2": "0.7"})
    assert str(Profile.objects.known().get().area_km2) == "0.700", "told again, it is corrected"
    founded.post(to("calendar"), {"pasted": "2026.11.20\t世界厕所日宣传\t宣传\t62人"})
    community = Profile.objects.known().get().community
    assert done(community) == {"about", "calendar"}
    assert follows(community, ["ground"]).key == "people"
    assert to(follows(community).key) in founded.get(reverse("board.read", args=[CODE])).content.decode()


def test_numbers_of_buildings_are_read_as_people_write_them():
    assert lines.numbers("1-3栋，5号、A座") == ["1", "2", "3", "5", "A座"]
    with pytest.raises(Refused):
        lines.numbers("9-1")


@pytest.mark.parametrize("role", ["worker", "committee", "resident"])
def test_the_guided_start_is_the_secretarys(role, come_in, home):
    client = come_in(role, household=home)
    assert client.get(to()).status_code == 404
    assert client.post(to("ground"), {"estate-0": "x"}).status_code == 404
