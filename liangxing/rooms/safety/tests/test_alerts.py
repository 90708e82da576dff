"""Alerts on their way in, through the pages, and out again."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import now

from liangxing.records.actions import write
from liangxing.register.door import secret_hash
from liangxing.register.models import Place, Post
from liangxing.register.roles import PROGRAM
from liangxing.rooms.safety.actions.warnings import composed, take, take_all
from liangxing.rooms.safety.cap.faults import Wrong
from liangxing.rooms.safety.cap.message import Area, Info
from liangxing.rooms.safety.cap.reading import read
from liangxing.rooms.safety.cap.writing import written
from liangxing.rooms.safety.models import Alert
from liangxing.rooms.safety.queries.warnings import alerts, standing
from tests.town import shape

HERE = (("GB/T 2260", "430103"),)


def info(**changes):
    told = {"categories": ("Met",), "event": "暴雨橙色预警", "urgency": "Expected", "severity": "Severe",
            "certainty": "Likely", "language": "zh-CN", "responses": ("Avoid",), "instruction": "不去地下车库",
            "expires": now().replace(microsecond=0) + timedelta(hours=3), "areas": (Area("本区", geocodes=HERE),)}  # fmt: skip
    return Info(**{**told, **changes})


@pytest.fixture
def made(jinhui):
    """A message of another sender, as if it came from outside."""

    def make(kind="Alert", *others, sender="qxj@example.gov.cn", status="Actual", at=None, infos=None, note="演练说明"):
        from dataclasses import replace

        told = composed(jinhui, kind, status, (info(),) if infos is None else infos, at or now())
        return replace(told, sender=sender, note=note, references=tuple(str(other.name) for other in others))

    return make


@pytest.fixture
def bring(jinhui):
    def one(message, way="file", at=None):
        return take(written(message), way=way, community=jinhui, by="worker", now=at or now())

    return one


def events(community, at=None):
    return [seen.alert.event for seen in standing(community, at or now())]


def test_an_alert_stands_until_it_is_cancelled_by_its_sender(jinhui, made, bring):
    first = made()
    bring(first)
    assert events(jinhui) == ["暴雨橙色预警"]
    bring(made("Cancel", first, sender="other@example.org", infos=()))
    assert events(jinhui) == ["暴雨橙色预警"]
    bring(made("Cancel", first, infos=()))
    assert events(jinhui) == []


def test_the_same_alert_twice_is_kept_once(jinhui, made, bring):
    message = made()
    assert not bring(message).again
    assert bring(message).again
    assert Alert.objects.count() == 1


def test_a_cancellation_of_what_never_came_is_kept_and_said(jinhui, made, bring):
    bring(made("Cancel", made(), infos=()))
    (seen,) = alerts(jinhui, now())
    assert [fault.key for fault in seen.said()] == ["unknown"]


def test_an_alert_for_another_area_is_kept_and_told_to_nobody_here(jinhui, made, bring):
    bring(made(infos=(info(areas=(Area("北京", geocodes=(("x", "110000"),)),)),)))
    (seen,) = alerts(jinhui, now())
    assert (seen.alert.reach, events(jinhui), [fault.key for fault in seen.said()]) == ("elsewhere", [], ["elsewhere"])


def test_an_area_drawn_over_the_boundary_is_ours(jinhui, who, made, bring):
    line = shape("Polygon", (0, 0), (4, 0), (4, 4), (0, 4))
    write(Place(code="jx", name="边界", sort="boundary", geometry=line, day=now().date() - timedelta(days=9)), **who)
    for told, reach in (
        ("28.1,112.9 28.2,112.9 28.1,113.1 28.1,112.9", "here"),
        ("30,112 31,112 31,113 30,112", "elsewhere"),
    ):
        drawn = made(infos=(info(areas=(Area("红圈", (told,)),)),))
        assert bring(drawn).alert.reach == reach


def test_a_clock_that_is_an_hour_fast_is_said_and_the_warning_stands(jinhui, made, bring):
    bring(made(at=now() + timedelta(hours=1)))
    (seen,) = standing(jinhui, now())
    assert seen.said()[0].key == "future"
    assert seen.said()[0].values["minutes"] in (59, 60)


def test_what_came_in_another_encoding_is_kept_readable(jinhui, made):
    told = written(made()).decode().replace("UTF-8", "GB18030").encode("gb18030")
    alert = take(told, way="file", community=jinhui, by="worker", now=now()).alert
    assert read(alert.xml.encode()).infos[0].event == "暴雨橙色预警"


def test_a_feed_brings_what_came_along_and_says_what_did_not(jinhui, made):
    one, two = made(), made()
    inside = written(two).decode().partition("?>")[2]
    feed = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://x.example/a/one.xml"/></entry>'
        f'<entry><link href="lost.xml"/></entry><entry><content type="text/xml">{inside}</content></entry></feed>'
    )
    files = [("feed.atom", feed.encode()), ("one.xml", written(one)), ("bad.xml", b"<a/>")]
    came = {c.name: c for c in take_all(files, way="file", community=jinhui, by="worker", now=now())}
    assert {name for name, c in came.items() if c.taken} == {"one.xml", "feed.atom#3"}
    assert "did not come along" in str(came["lost.xml"].refused)
    assert isinstance(came["bad.xml"].refused, Wrong)
    assert Alert.objects.filter(way="feed").count() == 2


def test_a_program_hands_an_alert_in_by_its_key(jinhui, who, client, made):
    address = reverse("safety.alertin.read", args=[jinhui.code])
    key = "a-key-of-this-community-0123456789"
    write(Post(code="program-9", role=PROGRAM, link=secret_hash(key), day=now().date() - timedelta(days=1)), **who)

    def send(data, key=key):
        return client.post(
            address, data, content_type="application/cap+xml", headers={"Authorization": f"Bearer {key}"}
        )

    message = written(made())
    assert send(message, "x" * 40).status_code == 401
    assert send(message).status_code == 201
    assert Alert.objects.get().act.actor == "key:program-9"
    assert send(message).json()["again"] is True
    assert send(b"<a/>").status_code == 422
    assert send(b" " * 20_000_000).status_code == 413
    assert Alert.objects.count() == 1


def test_an_alert_is_written_updated_cancelled_and_read_by_everybody(jinhui, come_in, client):
    come_in("secretary")
    form = {"status": "Exercise", "category": "Met", "event_zh": "演练：暴雨", "event_en": "Drill: rainstorm", "severity": "Severe",
            "urgency": "Immediate", "certainty": "Likely", "response": "Shelter", "instruction_zh": "回到家里", "instruction_en": "Go home",
            "expires": (now() + timedelta(hours=11)).strftime("%Y-%m-%dT%H:%M")}  # fmt: skip
    answer = client.post(reverse("safety.alertform.warn", args=[jinhui.code]), form, follow=True)
    assert answer.status_code == 200, answer.content.decode()[-3000:]
    first = Alert.objects.get()
    xml = client.get(reverse("safety.alertfile.read", args=[jinhui.code, first.fact])).content
    assert written(read(xml)) == xml
    client.post(reverse("safety.alertagain.warn", args=[jinhui.code, first.fact]), {**form, "severity": "Extreme"})
    assert [seen.alert.severity for seen in standing(jinhui, now())] == ["Extreme"]
    client.logout()
    page = client.get(
        reverse("safety.alerts.read", args=[jinhui.code]), headers={"Accept-Language": "en"}
    ).content.decode()
    assert "Drill: rainstorm" in page
    assert "EXERCISE" in page
    assert "extraordinary danger" in page
    feed = client.get(reverse("safety.alertfeed.read", args=[jinhui.code])).content.decode()
    assert "urn:oasis" not in feed
    assert feed.count("<entry>") == 1
    client.login(username="secretary")
    second = Alert.objects.get(message="Update")
    assert client.get(reverse("safety.alertend.warn", args=[jinhui.code, second.fact])).status_code == 302


def test_what_is_no_alert_is_answered_for_file_by_file(jinhui, come_in, made):
    files = [SimpleUploadedFile("a.xml", written(made())), SimpleUploadedFile("b.xml", b"<!DOCTYPE a><a/>")]
    page = come_in("worker").post(reverse("safety.alertfiles.warn", args=[jinhui.code]), {"files": files}, follow=True)
    assert page.status_code == 200
    assert Alert.objects.count() == 1
    assert "b.xml" in page.content.decode()


@pytest.mark.parametrize("role", ["committee", "grid", "resident", "volunteer", "building_head"])
def test_only_those_on_duty_send_alerts_out(role, jinhui, come_in):
    assert come_in(role).get(reverse("safety.alertform.warn", args=[jinhui.code])).status_code == 404
