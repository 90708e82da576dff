"""Programs read what their key may see, write through the forms of people, and hear what is wrong in words."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.ledger.verify import verify
from liangxing.records.actions import strike
from liangxing.records.kinds import kinds
from liangxing.register import keys
from liangxing.register.models import Building, Household

AT = "/430103001001/api"
HOUSE = {"code": "21", "day": "2026-05-03"}
BUILDING, HOUSEHOLD = f"{AT}/records/register.building/", f"{AT}/records/register.household/"


@pytest.fixture
def key(jinhui):
    secret = keys.make(jinhui, until=localdate() + timedelta(days=9), note="street office", by="secretary")
    return {"HTTP_AUTHORIZATION": f"Bearer {secret}", "HTTP_ACCEPT_LANGUAGE": "en"}


def send(client, address, said, method="post", **more):
    text = said if isinstance(said, str | bytes) else json.dumps(said)
    return getattr(client, method)(address, text, content_type="application/json", **more)


def test_what_a_program_writes_is_a_record_like_any_other_under_its_own_name(client, key, jinhui):
    answer = send(client, BUILDING, HOUSE, **key)
    assert answer.status_code == 201
    record = Building.objects.known().get(code="21")
    assert answer["Location"] == f"{BUILDING}{record.pk}/"
    assert record.act.actor == "key:program-1"
    assert client.get(answer["Location"]).json() == answer.json()
    assert answer.json()["fields"]["day"] == "2026-05-03"
    assert answer.json()["entry"] > 0
    assert verify(jinhui) is None


def test_a_sending_that_comes_again_writes_nothing_new_and_another_content_is_refused(client, key):
    once = {**key, "HTTP_IDEMPOTENCY_KEY": "from-the-street-7"}
    first, again = send(client, BUILDING, HOUSE, **once), send(client, BUILDING, HOUSE, **once)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert send(client, BUILDING, {**HOUSE, "code": "22"}, **once).status_code == 409
    assert list(Building.objects.known().values_list("code", flat=True)) == ["21"]


def test_what_was_refused_may_be_sent_again_under_the_same_key(client, key):
    once = {**key, "HTTP_IDEMPOTENCY_KEY": "from-the-street-8"}
    assert send(client, BUILDING, {"code": "21"}, **once).status_code == 422
    assert send(client, BUILDING, HOUSE, **once).status_code == 201


def test_a_correction_keeps_what_it_does_not_name_and_says_why(client, key):
    made = send(client, BUILDING, {**HOUSE, "note": "by the gate"}, **key)
    refused = send(client, made["Location"], {"day": "2026-05-04"}, "patch", **key)
    assert refused.json()["errors"] == {"why": ["Say why."]}
    said = send(client, made["Location"], {"day": "2026-05-04", "why": "read again"}, "patch", **key)
    assert said.status_code == 200
    assert said.json()["fact"] == made.json()["fact"]
    assert (said.json()["fields"]["day"], said.json()["fields"]["note"]) == ("2026-05-04", "by the gate")
    late = send(client, made["Location"], {"day": "2026-05-05", "why": "late"}, "patch", **key)
    assert late.status_code == 409


def test_a_reference_is_a_code_or_the_fact_that_was_read(client, key):
    house = send(client, BUILDING, HOUSE, **key).json()
    by_code = send(client, HOUSEHOLD, {"code": "21-1", "day": "2026-05-03", "building": "21"}, **key)
    fact = {"fact": house["fact"], "name": "21"}
    by_fact = send(client, HOUSEHOLD, {"code": "21-2", "day": "2026-05-03", "building": fact}, **key)
    assert (by_code.status_code, by_fact.status_code) == (201, 201)
    assert set(Household.objects.values_list("building", flat=True)) == {Building.objects.get().pk}


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ("{", 400, "This is no JSON"),
        (b"\xff{}", 400, "This is no JSON"),
        ("[1]", 400, "one JSON object"),
        ('{"code": NaN}', 400, "This is no JSON"),
        ("[" * 100_000, 400, "This is no JSON"),
        ('{"code": "' + "x" * (1 << 20) + '"}', 413, "larger than one record"),
        ({"code": "21", "day": "soon"}, 422, "valid date"),
        ({"code": "21", "day": "2026-05-03", "colour": "red"}, 422, "There is no such field."),
        ({"code": ["21"], "day": "2026-05-03"}, 422, "One value is meant"),
        ({"code": "2\0001", "day": "2026-05-03"}, 422, "Null characters"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words_and_nothing_is_written(client, key, said, status, words):
    answer = send(client, BUILDING, said, **key)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert words in answer.content.decode()
    assert not Building.objects.exists()


def test_writing_takes_a_key_that_stands(client, come_in, key, jinhui):
    assert send(client, BUILDING, HOUSE)["WWW-Authenticate"].startswith("Bearer")
    assert send(client, BUILDING, HOUSE, HTTP_AUTHORIZATION="Bearer made-up-by-somebody").status_code == 401
    come_in("worker")
    assert send(client, BUILDING, HOUSE).status_code == 401  # a browser sends its cookie by itself, and no key
    keys.end(keys.keys(jinhui).get(), by="secretary")
    assert send(client, BUILDING, HOUSE, **key).status_code == 401
    assert not Building.objects.exists()


def test_names_are_covered_and_what_is_confidential_is_not_there(client, key, home):
    for kind in kinds().values():
        answer = client.get(f"{AT}/records/{kind.key}/", **key)
        assert answer.status_code == (404 if kind.model.confidential else 200), kind.key
        for record in answer.json().get("records", []):
            assert not set(record["fields"]) & set(kind.model.personal), kind.key
    assert send(client, f"{AT}/records/casework.case/", {}, **key).status_code == 404


def test_a_list_is_told_in_pages_and_narrowed(client, key, who, monkeypatch):
    monkeypatch.setattr("liangxing.places.api.records.PAGE", 2)
    for code in ("21", "22", "23"):
        send(client, BUILDING, {**HOUSE, "code": code}, **key)
    first = client.get(BUILDING).json()
    assert (first["count"], len(first["records"])) == (3, 2)
    assert len(client.get(first["next"]).json()["records"]) == 1
    strike(Building.objects.get(code="22"), by="worker", why="there is none")
    assert client.get(BUILDING, {"q": "2"}).json()["count"] == 2
    assert client.get(BUILDING, {"page": "9"}).status_code == 404
    assert client.get(BUILDING, {"first": "soon"}).status_code == 400


def test_a_figure_tells_its_records_and_what_is_unknown_is_null(client, key):
    send(client, BUILDING, HOUSE, **key)
    told = {f["key"]: f for f in client.get(f"{AT}/figures/").json()["figures"]}
    assert told["register.buildings"]["value"] == "1"
    assert told["environment.works"]["value"] is None
    assert client.get(f"{AT}/figures/register.buildings/", {"day": "2026-05-02"}).json()["rows"] == 0
    [record] = client.get(f"{AT}/figures/register.buildings/records/").json()["records"]
    assert record["fields"]["code"] == "21"
    share = client.get(f"{AT}/figures/safety.grid_share/").json()
    assert [side["key"] for side in share["of"]] == ["safety.buildings_in_grid", "register.buildings"]
    assert client.get(f"{AT}/figures/", {"day": "soon"}).status_code == 400
    assert client.get(f"{AT}/figures/nothing.here/").status_code == 404
    assert client.delete(BUILDING)["Allow"] == "HEAD, GET, POST"


def test_the_description_names_every_kind_that_the_visitor_sees(client, key):
    told = client.get(f"{AT}/openapi.json", **key).json()
    seen = {kind.key for kind in kinds().values() if not kind.model.confidential}
    assert {path.split("/")[2] for path in told["paths"] if path.startswith("/records/")} == seen
    assert told["servers"] == [{"url": AT}]
    assert told["components"]["schemas"]["register.building"]["required"] == ["code", "day"]


def test_the_secretary_gives_a_key_and_takes_it_back(client, come_in, jinhui):
    assert come_in("worker").get(reverse("api.keys.appoint", args=[jinhui.code])).status_code == 404
    come_in("secretary")
    page = reverse("api.keys.appoint", args=[jinhui.code])
    assert client.post(page, {"note": "street office", "until": "2020-01-01"}).status_code == 422
    client.post(page, {"note": "street office", "until": localdate() + timedelta(days=9)})
    secret = client.session["key"]
    assert secret in client.get(page).content.decode()
    assert secret not in client.get(page).content.decode()
    header = {"HTTP_AUTHORIZATION": f"Bearer {secret}"}
    assert send(client, BUILDING, HOUSE, **header).status_code == 201
    client.post(reverse("api.end.appoint", args=[jinhui.code, keys.keys(jinhui).get().pk]))
    assert send(client, BUILDING, {**HOUSE, "code": "22"}, **header).status_code == 401
