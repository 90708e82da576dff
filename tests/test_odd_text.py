"""Names that are rare, and text that is odd: kept as it was typed where that is lawful, refused in words where not."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from liangxing.activities.models import Activity
from liangxing.evidence.models import Piece
from liangxing.records.models import Sending
from tests import town

HOME = "/430103001001/"
WRITE = HOME + "activities/activity/write/"
KEPT = {
    "rare": "𠮷野家·阿依古丽",
    "right to left": "مرحبا بكم",
    "both ways": "活动 \u202eabc\u202c 结束",
    "emoji": "👨‍👩‍👧‍👦 亲子活动 🇨🇳",
    "zero width": "零\u200b宽\u200d字\ufeff符",
    "combining": "e\u0301 é ｶﾞ",
    "markup": "<script>alert('1')</script> & \"引号\" {{ 7|add:7 }} {% now %}",
    "looks like SQL": "Robert'); DROP TABLE x;--",
    "private use": "\ue000\uf8ff",
}
REFUSED = {"NUL": "甲\0乙"}


def form(**said):
    return {"code": "B1", "title": "t", "day": "2026-01-05", "sort": "lesson", "once": uuid.uuid4().hex, **said}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_odd_text_is_kept_as_it_was_typed(text, jinhui, come_in, client):
    come_in("worker")
    kept = client.post(WRITE, form(title=text, note=text))
    assert kept.status_code == 302
    assert Activity.objects.get().title == text
    page = client.get(kept["Location"])
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    found = client.get(HOME + "activities/activity/", {"q": text[:6]})
    assert found.status_code == 200
    struck = client.post(kept["Location"], {"why": text, "once": uuid.uuid4().hex})
    assert struck.status_code == 302
    assert Activity.objects.get().struck_at


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("field", ["code", "title", "sort", "topics", "note", "day", "place"])
def test_what_no_database_keeps_is_refused_at_its_field(field, text, jinhui, come_in, client):
    come_in("worker")
    answer = client.post(WRITE, form(**{field: text}))
    assert answer.status_code == 422
    assert "还没有保存" in answer.content.decode()
    assert 'value="甲乙"' in answer.content.decode(), "what was written is still there, to be sent with one press"
    assert not Activity.objects.exists()
    assert not Sending.objects.exists()


def test_nul_where_no_form_looks_is_no_fault_of_the_page(jinhui, come_in, client):
    come_in("worker")
    lives = town.found(jinhui)
    page = f"{HOME}activities/activity/{lives.activity.pk}/"
    told = form(code="A1", day=str(lives.activity.day), sort="campaign")
    attach = f"{HOME}evidence/attach/activities.activity/{lives.activity.pk}/"
    file = SimpleUploadedFile("a\0b.jpg", town.picture("navy").read())
    answers = [
        client.post(page, {"why": "甲\0乙"}),
        client.post(page + "correct/", told | {"why": "甲\0乙"}),
        client.post(attach, {"file": file, "sort": "photo"}),
        client.post(attach, {"file": SimpleUploadedFile("b.jpg", town.picture("red").read()), "sort": "p\0"}),
        *[client.get(HOME + path) for path in (
            "activities/activity/?q=%00", "activities/activity/?sort=%00", "activities/activity/?page=%00",
            "figures/?known=%00", "figures/activities.attended/?by=%00", "activities/activity/write/?title=%00",
            "desk/?line=%00", "?pass=%00",
        )],
        client.get("/sign-in/?next=%00"),
        client.post("/sign-in/", {"username": "a\0", "password": "b\0"}),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == []
    assert not any("\0" in piece.name for piece in Piece.objects.all())


def test_a_name_that_is_no_utf_8_and_half_a_character_are_no_fault_of_the_page(jinhui, come_in, client):
    come_in("worker")
    for query in ("q=%ED%A0%80", "q=%FF%FE", "q=%F0%A0%AE"):
        assert client.get(f"{HOME}activities/activity/?{query}").status_code == 200
    sent = b"code=B1&title=%ED%A0%BD&day=2026-01-05&sort=lesson"
    answer = client.post(WRITE, sent, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (302, 422)
