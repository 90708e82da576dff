"""Open311 GeoReport v2 through its addresses: what programs read, what they may write, and how faults are told."""

import json
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.evidence.actions import attach
from liangxing.records.actions import end, strike, write
from liangxing.register import keys
from liangxing.register.keys import secret_hash
from liangxing.register.models import Building, Place, Post
from liangxing.register.roles import PROGRAM
from liangxing.rooms.environment.actions import answer, judge
from liangxing.rooms.environment.actions.looking import look_at_photo
from liangxing.rooms.environment.models import Problem, ProblemStep
from tests.town import shape

CODE = "430103001001"
ROOT = f"/{CODE}/open311/v2"
SECRET = "a-key-that-nobody-guesses"
TODAY = localdate()


@pytest.fixture
def key(who):
    return write(Post(code="program-1", role=PROGRAM, link=secret_hash(SECRET), day=TODAY), **who)


@pytest.fixture
def square(who):
    ring = [(-10, -10), (10, -10), (10, 10), (-10, 10)]
    write(Place(code="B", name="B", sort="boundary", geometry=shape("Polygon", *ring), day=TODAY), **who)
    return write(Place(code="GC", name="文化广场", sort="square", geometry=shape("Point", (0, 0)), day=TODAY), **who)


def post(client, form="json", **told):
    return client.post(f"{ROOT}/requests.{form}", {"api_key": SECRET, "service_code": "201", **told})


def faults(reply):
    return [(fault["code"], fault["description"]) for fault in reply.json()]


def test_services_are_told_in_both_forms_and_say_what_more_they_ask(client, jinhui):
    told = client.get(f"{ROOT}/services.json").json()
    lamp = next(one for one in told if one["service_code"] == "201")
    assert lamp["service_name"] == "路灯不亮"
    assert lamp["metadata"] is True
    xml = ElementTree.fromstring(client.get(f"{ROOT}/services.xml").content)
    assert [one.findtext("service_code") for one in xml] == [one["service_code"] for one in told]
    asked = client.get(f"{ROOT}/services/201.json").json()
    assert [one["code"] for one in asked["attributes"]] == ["pole", "fault"]
    assert ElementTree.fromstring(client.get(f"{ROOT}/services/201.xml").content)[1][1].findtext("code") == "fault"
    assert (
        client.get(f"{ROOT}/services/201.json", headers={"accept-language": "en"})
        .json()["attributes"][0]["description"]
        .startswith("Number")
    )


def test_discovery_names_the_endpoint(client, jinhui):
    told = client.get(f"/{CODE}/open311/discovery.json").json()
    assert told["endpoints"][0]["url"].endswith(ROOT)
    xml = ElementTree.fromstring(client.get(f"/{CODE}/open311/discovery.xml").content)
    assert [one.text for one in xml.iter("format")] == ["text/xml", "application/json"]


def test_a_request_with_a_key_becomes_a_report_and_is_read_again(client, key, square):
    (kept,) = post(client, description="灯不亮", lat="28.1102", long="112.9803", phone="13900001234").json()
    made = Problem.objects.known().get()
    assert (str(made.fact), made.source, made.act.actor) == (kept["service_request_id"], "open311", "key:program-1")
    for address in (f"requests/{made.fact}", f"tokens/{made.fact}"):
        assert client.get(f"{ROOT}/{address}.json").json()[0]["service_request_id"] == str(made.fact)
    (read,) = client.get(f"{ROOT}/requests.json").json()
    assert (read["lat"], read["long"], read["status"], read["description"]) == (28.1102, 112.9803, "open", "灯不亮")
    assert read["expected_datetime"][:10] == made.due_on.isoformat()
    everything = client.get(f"{ROOT}/requests.xml").content.decode()
    assert "13900001234" not in everything
    assert ElementTree.fromstring(everything)[0].findtext("service_request_id") == str(made.fact)


@pytest.mark.parametrize(("kind", "body"), [
    ("application/json", json.dumps({"api_key": SECRET, "service_code": "401", "address_id": "GC", "description": "坑"})),
    ("application/json; charset=gbk", json.dumps({"api_key": SECRET, "service_code": "401", "address_id": "GC",
                                                  "description": "坑"}, ensure_ascii=False).encode("gbk")),
    ("text/xml", f"<request><api_key>{SECRET}</api_key><service_code>401</service_code>"
                 "<address_id>GC</address_id><description>坑</description></request>"),
    ("text/xml", ('<?xml version="1.0" encoding="GBK"?>'
                  f"<service_requests><request><api_key>{SECRET}</api_key><service_code>401</service_code>"
                  "<address_id>GC</address_id><description>坑</description></request></service_requests>").encode("gbk")),
    ("application/x-www-form-urlencoded", f"api_key={SECRET}&service_code=401&address_id=GC&description=".encode()
                                          + b"%BF%D3"),
])  # fmt: skip
def test_it_is_read_in_any_form_and_in_other_letters(kind, body, client, key, square):
    reply = client.generic("POST", f"{ROOT}/requests.json", body, content_type=kind)
    assert reply.status_code == 200, reply.content.decode()
    made = Problem.objects.known().get()
    assert (made.text, made.place) == ("坑", square)


@pytest.mark.parametrize(("kind", "body"), [
    ("application/json", "{"), ("application/json", "[1]"), ("application/json", '{"lat": [1]}'),
    ("application/json", "[" * 100_000), ("application/json; charset=nothing", "{}"), ("text/xml", "<a>"),
    ("text/xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><description>&b;</description></a>'),
    ("text/xml", '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'), ("text/xml", b"\xff\xfe<"),
    ("application/x-www-form-urlencoded", b"description=%FF%FF%FF"),
])  # fmt: skip
@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_is_malformed_is_refused_in_the_form_that_was_asked_for(form, kind, body, client, key):
    reply = client.generic("POST", f"{ROOT}/requests.{form}", body, content_type=kind)
    assert reply.status_code == 400
    said = reply.json()[0] if form == "json" else {e.tag: e.text for e in ElementTree.fromstring(reply.content)[0]}
    assert (int(said["code"]), bool(said["description"])) == (400, True)
    assert not Problem.objects.exists()


@pytest.mark.parametrize(("told", "status", "words"), [
    (dict(api_key=""), 403, "api_key"), (dict(api_key="guess"), 403, "api_key"),
    (dict(service_code=""), 400, "service_code"), (dict(service_code="0"), 404, "service_code"),
    (dict(jurisdiction_id="elsewhere"), 404, "jurisdiction_id"), (dict(address_id=""), 400, "address_string"),
    (dict(address_id="nowhere"), 400, "address_id"), (dict(lat="28.11"), 400, "lat"), (dict(lat="x", long="1"), 400, "lat"),
    (dict(lat="nan", long="112.9"), 400, "lat"), (dict(lat="29.5", long="112.98"), 400, "153"),
    (dict(media_url="file:///etc/passwd"), 400, "media_url"), (dict(media_url="http://["), 400, "media_url"),
    (dict(description="长" * 4001), 400, "description"),
    ({"attribute[fault]": "explodes"}, 400, "fault"), ({"attribute[shoe]": "43"}, 400, "shoe"),
])  # fmt: skip
def test_what_is_wrong_is_said_with_the_status_of_the_protocol(told, status, words, client, key, square):
    reply = post(client, **{"address_id": "GC", **told})
    assert [(status, True)] == [(code, words in said) for code, said in faults(reply)], reply.content.decode()
    assert reply.status_code == status
    assert not Problem.objects.exists()


def test_a_picture_elsewhere_is_kept_as_given_and_told_to_nobody_else(client, key, square, come_in):
    address = "http://127.0.0.1:1/never-asked.jpg"
    assert post(client, address_id="GC", media_url=address).status_code == 200
    made = Problem.objects.known().get()
    assert made.media_url == address
    assert address not in client.get(f"{ROOT}/requests.json").content.decode()
    come_in("worker")
    page = client.get(reverse("hall.problem.answer", args=[CODE, made.fact])).content.decode()
    assert address in page


def test_a_withdrawn_key_opens_nothing_and_a_renamed_one_goes_on(client, key, square):
    from liangxing.records.actions import correct

    renamed = correct(key, by="worker", name="市民热线")
    assert post(client, address_id="GC").status_code == 200
    end(renamed, until=TODAY, by="worker")
    assert post(client, address_id="GC").status_code == 403


def test_a_key_is_not_used_too_fast(client, key, square, monkeypatch):
    monkeypatch.setattr("liangxing.places.open311.keys.FEW", 2)
    assert [post(client, address_id="GC").status_code for _ in range(3)] == [200, 200, 429]


def test_private_held_and_struck_reports_are_not_read(client, key, square, who):
    (noise,) = post(client, service_code="700", address_id="GC").json()
    (rude,) = post(client, address_id="GC", description="物业的人是白 痴").json()
    gone = write(Problem(code="x", sort="light", place=square, day=TODAY), **who)
    strike(gone, by="worker", why="x")
    assert Problem.objects.known().get(fact=rude["service_request_id"]).held == "waits"
    assert client.get(f"{ROOT}/requests.json").json() == []
    for number in (noise["service_request_id"], rude["service_request_id"], gone.fact, "nonsense"):
        assert client.get(f"{ROOT}/requests/{number}.json").status_code == 404


def test_requests_are_found_by_state_kind_and_day(client, who, jinhui):
    old = write(Problem(code="o", sort="light", day=TODAY.replace(year=TODAY.year - 1)), **who)
    done = write(Problem(code="d", sort="water", day=TODAY, until=TODAY), **who)
    open_one = write(Problem(code="n", sort="light", day=TODAY), **who)

    def found(**asked):
        return {one["service_request_id"] for one in client.get(f"{ROOT}/requests.json", asked).json()}

    assert found() == {str(done.fact), str(open_one.fact)}
    assert found(status="closed") == {str(done.fact)}
    assert found(status="open,closed", service_code="200,nothing") == {str(open_one.fact)}
    assert found(start_date=f"{old.day}T00:00:00Z", end_date=f"{old.day}T23:00:00+08:00") == {str(old.fact)}
    assert found(service_request_id=f"{old.fact},nonsense") == {str(old.fact)}
    assert len(found(page_size="1")) == len(found(page_size="1", page="2")) == 1
    for wrong in (dict(start_date="2020-01-01", end_date="2021-01-01"), dict(start_date="soon"), dict(status="lost"),
                  dict(page="0"), dict(page_size="1001"), dict(end_date="2026-02-30")):  # fmt: skip
        assert client.get(f"{ROOT}/requests.json", wrong).status_code == 400, wrong


def test_updates_tell_the_steps_and_a_key_adds_a_word_only_to_its_own(client, key, square, home, who):
    (kept,) = post(client, address_id="GC").json()
    mine = Problem.objects.known().get()
    said = {"api_key": SECRET, "service_request_id": kept["service_request_id"], "description": "还在闪"}
    assert client.post(f"{ROOT}/servicerequestupdates.json", said).status_code == 200
    other = write(Problem(code="z", sort="light", day=TODAY), **who)
    assert (
        client.post(f"{ROOT}/servicerequestupdates.json", {**said, "service_request_id": other.fact}).status_code == 404
    )
    assert client.post(f"{ROOT}/servicerequestupdates.json", {**said, "status": "closed"}).status_code == 403
    answer(mine, ProblemStep.State.FIXED, text="换了", post=None, day=TODAY, by="worker")
    assert client.post(f"{ROOT}/servicerequestupdates.json", said).status_code == 400
    judge(mine, home, settled=True, text="", posts=[], day=TODAY, by="home")
    told = client.get(f"{ROOT}/servicerequestupdates.json", {"service_request_id": str(mine.fact)}).json()
    assert [(one["status"], one["description"]) for one in told][:2] == [("open", "还在闪"), ("open", "换了")]
    assert told[-1]["status"] == "closed"
    assert client.get(f"{ROOT}/requests/{mine.fact}.json").json()[0]["status"] == "closed"


def test_a_photo_is_told_once_a_worker_has_shown_it(client, who, jinhui):
    made = write(Problem(code="p", sort="light", day=TODAY), **who)
    piece = attach(made, ContentFile(b"x"), name="a.jpg", sort="photo", by="worker")
    assert client.get(f"{ROOT}/requests.json").json()[0]["media_url"] is None
    look_at_photo(piece, shown=True, day=TODAY, by="worker")
    assert str(piece.fact) in client.get(f"{ROOT}/requests.json").json()[0]["media_url"]


def test_nothing_else_is_taken_and_nothing_else_is_there(client, jinhui):
    reply = client.delete(f"{ROOT}/requests.json")
    assert (reply.status_code, reply["Allow"]) == (405, "GET, POST")
    assert faults(client.get(f"{ROOT}/shoes.json"))[0][0] == 404
    assert client.get(f"{ROOT}/services.json", {"jurisdiction_id": "9"}).status_code == 404


def test_a_key_of_the_community_opens_this_door_until_it_is_ended(client, who, square, jinhui):
    secret = keys.make(jinhui, until=TODAY + timedelta(days=9), note="市民热线", by="secretary")
    write(Building(code="JQ-1", day=TODAY), **who)
    told = {"api_key": secret, "service_code": "302", "address_id": "JQ-1"}
    assert client.post(f"{ROOT}/requests.json", told).status_code == 200
    assert Problem.objects.get().act.actor.startswith("key:program-")
    keys.end(Post.objects.known().get(link=secret_hash(secret)), by="secretary")
    assert client.post(f"{ROOT}/requests.json", told).status_code == 403
