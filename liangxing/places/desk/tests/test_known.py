"""Nothing is typed twice: what is known fills the next form, says where it comes from, and can be undone."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.ledger.models import Act
from liangxing.records.kinds import kinds
from liangxing.records.proposed import proposed

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def propose(jinhui, kind="activities.activity", **said):
    return proposed(kinds()[kind], jinhui, by="worker", **said)


def test_the_next_code_follows_the_last_of_its_row(jinhui, named):
    assert propose(jinhui).values["code"] == f"{localdate().year}-H{5 if localdate().year == 2026 else 1:02}"
    assert (
        propose(jinhui, "bookbar.loan").values["code"] == f"J{localdate().year}-{12 if localdate().year == 2026 else 1}"
    )
    assert propose(jinhui, "honours.honour").values["code"] == "RY-11"
    assert "code" not in propose(jinhui, "register.building").values  # a building's code is painted on its wall


def test_the_last_place_is_proposed_again_and_nothing_that_was_counted(jinhui, named, who, come_in, client):
    come_in("worker")
    form = {"code": "B1", "title": "大扫除", "day": "2026-01-05", "sort": "大扫除", "place": "WHGC", "attended": "31"}
    assert client.post(to("activities.activity.write"), form).status_code == 302
    page = client.get(to("activities.activity.write")).content.decode()
    assert "与“大扫除”相同" in page
    again = propose(jinhui)
    assert str(again.values["place"]) == "文化广场"
    assert "attended" not in again.values
    assert "place" not in proposed(kinds()["activities.activity"], jinhui, by="somebody").values


def test_the_same_again_copies_all_but_code_day_and_counts(jinhui, named, come_in, client):
    come_in("worker")
    told = propose(jinhui, again=named.activity).values
    assert (told["title"], told["sort"], told["day"]) == ("旧物换绿植", "campaign", localdate())
    assert "attended" not in told
    page = client.get(to("activities.activity.page", named.activity.pk)).content.decode()
    address = to("activities.activity.write") + f"?again={named.activity.pk}"
    assert f'href="{address}"' in page
    assert "旧物换绿植" in client.get(address).content.decode()
    assert client.get(to("activities.activity.write") + "?again=none").status_code == 404


def test_a_line_becomes_a_record_only_when_it_is_confirmed(named, come_in, client):
    come_in("worker")
    acts = Act.objects.count()
    page = client.get(to("desk.quick.write"), {"line": "6月5日 世界环境日宣传 文化广场 82人"}).content.decode()
    assert Act.objects.count() == acts
    form = dict(re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', page.partition('id="read"')[2]))
    form |= {"place": "WHGC"}
    assert (form["title"], form["attended"], form["sort"]) == ("世界环境日宣传", "82", "宣传")
    kept = client.post(to("activities.activity.write"), form)
    assert kept["Location"] == to("desk.desk")
    record = Activity.objects.get(title="世界环境日宣传")
    assert (record.attended, record.day.month, record.sort) == (82, 6, "publicity")
    desk = client.get(to("desk.desk")).content.decode()
    undo = to("activities.activity.page", record.pk) + "?strike=1"
    assert f"{undo}#why" in desk
    struck = client.get(undo).content.decode()
    assert re.search(r'<details open>.*?name="why"[^>]* autofocus', struck, re.S)


def test_the_preview_is_a_part_of_a_page_and_keeps_nothing(named, come_in, client):
    come_in("worker")
    acts = Act.objects.count()
    part = client.get(to("desk.preview.write"), {"line": "清理白色污染 120公斤"}).content.decode()
    assert "<html" not in part
    assert 'value="120"' in part
    assert Act.objects.count() == acts
    assert client.get(to("desk.preview.write")).content.decode().strip() == ""


def test_where_a_form_goes_back_to_is_never_another_host(named, come_in, client):
    come_in("worker")
    form = {"code": "B9", "title": "x", "day": str(date(2026, 1, 5)), "sort": "lesson", "then": "https://example.com/"}
    assert "example" not in client.post(to("activities.activity.write"), form)["Location"]


@pytest.mark.parametrize("role", ["building_head", "volunteer", "resident", "assessor"])
def test_a_line_is_for_those_who_write(role, jinhui, come_in, client):
    come_in(role)
    status = 200 if role == "building_head" else 404
    assert client.get(to("desk.quick.write"), {"line": "大扫除 3人"}).status_code == status
