"""Two that may be one are warned of and listed, put together by pages, and taken apart."""

import pytest
from django.urls import reverse

from conftest import DAY
from liangxing.records.actions import write
from liangxing.register.models import Building, Household, Merge, Organisation, Resident

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


@pytest.fixture
def two(home, who):
    """The same person written twice, and a third of the same name in another building."""
    there = write(Household(code="13-1", building=write(Building(code="13", day=DAY), **who), day=DAY), **who)
    one, other = (
        write(Resident(code=c, household=home, name=n, day=DAY), **who) for c, n in (("a", "甲"), ("b", " 甲"))
    )
    write(Resident(code="c", household=there, name="甲", day=DAY), **who)
    return one, other


def test_writing_what_is_there_warns_and_a_second_press_keeps_it(two, come_in):
    client = come_in("worker")
    sent = {"code": "d", "household": "12-301", "name": "甲", "day": "2026-05-03"}
    warned = client.post(to("register.resident.write"), sent)
    assert warned.status_code == 409
    assert to("register.resident.page", two[0].pk) in warned.content.decode()
    assert not Resident.objects.filter(code="d").exists()
    assert client.post(to("register.resident.write"), {**sent, "sure": "1"}).status_code == 302
    assert Resident.objects.filter(code="d").exists()
    elsewhere = {**sent, "code": "e", "name": "丁"}
    assert client.post(to("register.resident.write"), elsewhere).status_code == 302


def test_a_pair_is_put_together_with_its_counts_and_taken_apart(two, come_in):
    client, (one, other) = come_in("worker"), two
    body = client.get(to("register.duplicates.merge")).content.decode()
    assert body.count("<article") == 1
    decide = to("register.merge.merge", "register.resident", one.fact, other.fact)
    assert "2" in client.get(decide).content.decode()
    client.post(decide, {"stays": str(other.fact)})
    assert Resident.objects.known().count() == 3, "a merge needs its reason"
    client.post(decide, {"stays": str(other.fact), "why": "一个人"})
    assert set(Resident.objects.known().values_list("code", flat=True)) == {"b", "c"}
    told = Merge.objects.known().get()
    client.post(to("register.unmerge.merge", told.pk), {"why": "两个人"})
    assert Resident.objects.known().count() == 3
    client.post(decide, {"stays": "both", "why": "双胞胎"})
    assert "<article" not in client.get(to("register.duplicates.merge")).content.decode()


@pytest.mark.parametrize(("names", "pair"), [
    (("湖南湘牛环保有限公司", "湖南湘牛环保科技有限公司"), 1), (("湖南湘牛环保有限公司", "湖南 湘牛环保有限公司"), 1),
    (("文源小学", "文源街道卫生服务中心"), 0),
])  # fmt: skip
def test_organisations_that_sound_alike_are_a_pair(names, pair, who, come_in):
    for n, name in enumerate(names):
        write(Organisation(code=str(n), name=name, sort="enterprise", day=DAY), **who)
    assert come_in("worker").get(to("register.duplicates.merge")).content.decode().count("<article") == pair


@pytest.mark.parametrize("role", ["grid", "resident", "volunteer", "assessor"])
def test_duplicates_are_for_those_who_strike(role, two, come_in, home):
    client = come_in(role, building=home.building)
    assert client.get(to("register.duplicates.merge")).status_code == 404
    assert client.get(to("register.merge.merge", "register.resident", two[0].fact, two[1].fact)).status_code == 404
