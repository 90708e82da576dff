"""A form that comes twice is done once, and what was written is never lost on the way."""

import io
import uuid

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liangxing.activities.models import Activity
from liangxing.evidence.models import Piece
from liangxing.ledger.models import Entry
from liangxing.records import once
from liangxing.records.models import Sending
from tests import town

HOME = "/430103001001/"
WRITE = HOME + "activities/activity/write/"


def form(code="B1", key=None, **more):
    told = {"code": code, "title": "大扫除", "day": "2026-01-05", "sort": "大扫除", **more}
    return told | {"once": key or uuid.uuid4().hex}


def shown_key(page):
    """The key of the last form on a page."""
    return page.content.decode().rpartition('name="once" value="')[2].partition('"')[0]


def test_every_form_that_writes_carries_a_key_of_its_own(jinhui, come_in, client):
    come_in("worker")
    page = client.get(WRITE)
    assert once.KEY.fullmatch(shown_key(page))
    assert shown_key(page) != shown_key(client.get(WRITE))


def test_the_same_form_again_gives_the_first_answer_and_writes_nothing(jinhui, come_in, client):
    come_in("worker")
    told = form()
    first = client.post(WRITE, told)
    again = client.post(WRITE, told, follow=True)
    assert again.redirect_chain == [(first["Location"], 302)]
    assert "没有重复记录" in again.content.decode()
    assert Activity.objects.count() == 1


def test_a_form_with_errors_uses_its_key_not_up(jinhui, come_in, client):
    come_in("worker")
    key = uuid.uuid4().hex
    assert client.post(WRITE, form("", key)).status_code == 422
    assert client.post(WRITE, form("B1", key)).status_code == 302
    assert Activity.objects.count() == 1


def test_gone_back_and_written_otherwise_it_is_asked_and_not_dropped(jinhui, come_in, client):
    come_in("worker")
    key = uuid.uuid4().hex
    kept = client.post(WRITE, form("B1", key))
    asked = client.post(WRITE, form("B2", key, title="<b>另一场</b>"))
    assert asked.status_code == 409
    assert kept["Location"] in asked.content.decode()
    assert "&lt;b&gt;另一场&lt;/b&gt;" in asked.content.decode()
    assert Activity.objects.count() == 1
    assert client.post(WRITE, form("B2", shown_key(asked))).status_code == 302
    assert Activity.objects.count() == 2


def test_one_persons_key_is_not_anothers(jinhui, come_in, client):
    come_in("worker")
    key = uuid.uuid4().hex
    client.post(WRITE, form("B1", key))
    other = Client()
    come_in("secretary", browser=other)
    assert other.post(WRITE, form("B2", key)).status_code == 302
    assert Activity.objects.count() == 2


def test_a_photo_sent_twice_is_attached_once(jinhui, come_in, client):
    come_in("worker")
    lives = town.found(jinhui)
    address = f"{HOME}evidence/attach/activities.activity/{lives.activity.pk}/"
    before, key = Piece.objects.count(), uuid.uuid4().hex
    for _ in range(2):
        file = SimpleUploadedFile("new.jpg", town.picture("navy").read())
        assert client.post(address, {"file": file, "sort": "photo", "once": key}).status_code == 302
    assert Piece.objects.count() == before + 1
    other = SimpleUploadedFile("new.jpg", town.picture("red").read())
    assert client.post(address, {"file": other, "sort": "photo", "once": key}).status_code == 409


def test_keys_are_forgotten_after_thirty_days(jinhui, come_in, client):
    come_in("worker")
    client.post(WRITE, form())
    old = Sending.objects.get()
    Sending.objects.update(at=now() - once.KEPT * 2)
    once._forget("00")
    assert not Sending.objects.filter(pk=old.pk).exists()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=8))
def test_whatever_is_sent_again_each_key_writes_once(sent, jinhui, come_in, client):
    """Four forms, sent and sent again in any order, some of them first with an error."""
    if not User.objects.exists():
        come_in("worker")
    start, run = Activity.objects.count(), uuid.uuid4().hex
    done = set()
    for n, wrong in sent:
        key = f"{run}-{n}"
        answer = client.post(WRITE, form("" if wrong else key[-12:], key))
        if wrong:
            assert answer.status_code == (409 if n in done else 422)
        else:
            assert answer.status_code == 302
            done.add(n)
    assert Activity.objects.count() - start == len(done)


def test_what_was_written_signed_out_is_there_after_signing_in(jinhui, come_in, client):
    come_in("worker")
    told = form("B1", shown_key(client.get(WRITE)))
    account = client.session["_auth_user_id"]
    client.cookies.pop("sessionid")
    photo = SimpleUploadedFile("a.jpg", town.picture().read())
    sent = client.post(WRITE, told | {"photo": photo})
    assert sent["Location"].startswith("/sign-in/")
    client.force_login(User.objects.get(pk=account))
    page = client.get(WRITE).content.decode()
    assert 'value="大扫除"' in page
    assert "a.jpg" in page
    assert Entry.objects.filter(kind="activities.activity").count() == 0
    assert 'value="大扫除"' not in client.get(WRITE).content.decode()


def test_what_one_person_wrote_signed_out_is_shown_to_nobody_else(jinhui, come_in, client):
    come_in("worker")
    told = form("B1", shown_key(client.get(WRITE)))
    client.cookies.pop("sessionid")
    client.post(WRITE, told)
    come_in("secretary")
    assert 'value="大扫除"' not in client.get(WRITE).content.decode()


def test_a_form_opened_before_signing_in_elsewhere_is_sent_with_one_press(jinhui, come_in):
    strict = Client(enforce_csrf_checks=True)
    come_in("worker", browser=strict)
    strict.get(WRITE)
    told = form() | {"csrfmiddlewaretoken": "a" * 64}
    stale = strict.post(WRITE, told, headers={"origin": "http://testserver"})
    assert stale.status_code == 403
    assert 'value="大扫除"' in stale.content.decode()
    token = stale.content.decode().rpartition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    again = strict.post(WRITE, told | {"csrfmiddlewaretoken": token}, headers={"origin": "http://testserver"})
    assert again.status_code == 302
    for origin in ("https://elsewhere.example", "null"):
        foreign = strict.post(WRITE, told, headers={"origin": origin})
        assert foreign.status_code == 403
        assert 'value="大扫除"' not in foreign.content.decode()


def test_an_outbox_hears_where_its_form_led(jinhui, come_in, client):
    come_in("worker")
    told = form()
    first = client.post(WRITE, told, headers={"outbox": "later"}).json()
    assert client.post(WRITE, told, headers={"outbox": "later"}).json()["to"] == first["to"]
    assert "已经记下" in first["said"][0]
    assert "已经记下" not in client.get(first["to"]).content.decode()
    assert client.post(WRITE, form(""), headers={"outbox": "later"}).status_code == 422
    client.logout()
    ended = client.post(WRITE, told, headers={"outbox": "later"})
    assert (ended.status_code, ended.json()["sign_in"].partition("?")[0]) == (401, "/sign-in/")
    assert "written" not in client.session


def test_an_import_is_looked_at_as_often_as_one_likes(jinhui, come_in, client):
    come_in("worker")
    for _ in range(2):
        table = io.BytesIO("编号,名称,日期\n1,a,2026-01-01\n".encode())
        table.name = "a.csv"
        assert client.post(HOME + "import/", {"files": table, "once": "k" * 32}).status_code == 200


def test_the_second_of_two_workers_is_told_what_the_first_changed(jinhui, come_in, client):
    come_in("worker")
    lives = town.found(jinhui)
    address = f"{HOME}activities/activity/{lives.activity.pk}/correct/"
    told = form("A1", title="旧物换绿植", day=str(lives.activity.day), sort="campaign", why="漏数")
    assert client.post(address, told | {"attended": "66"}).status_code == 302
    told["once"] = uuid.uuid4().hex
    second = client.post(address, told | {"attended": "67", "note": "我的话"})
    page = second.content.decode()
    assert second.status_code == 409
    seen, now_says = page.partition('id="meanwhile"')[2].partition("参加人数")[2].split("<td")[1:3]
    assert "65" in seen
    assert "<strong>66</strong>" in now_says
    assert 'value="67"' in page
    assert "我的话" in page
    standing = Activity.objects.known().get(fact=lives.activity.fact)
    assert standing.attended == 66
    onward = f"{HOME}activities/activity/{standing.pk}/correct/"
    assert f'action="{onward}"' in page
    assert client.get(address)["Location"] == onward
    assert client.post(onward, told | {"attended": "67", "once": shown_key(second)}).status_code == 302
    assert Activity.objects.known().get(fact=lives.activity.fact).attended == 67


def test_what_was_struck_meanwhile_is_not_brought_back_by_correcting_it(jinhui, come_in, client):
    come_in("worker")
    lives = town.found(jinhui)
    told = form("A2", title="x", day=str(lives.struck.day), sort="campaign", why="w")
    refused = client.post(f"{HOME}activities/activity/{lives.struck.pk}/correct/", told)
    assert refused.status_code == 409
    assert "已经被划去" in refused.content.decode()
