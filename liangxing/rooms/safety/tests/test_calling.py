"""Who is called in a round, what counts of what is told, and what comes back by other ways."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate, now

from liangxing.kernel.errors import Refused
from liangxing.records.actions import write
from liangxing.register.models import Building, Household, Post
from liangxing.rooms.safety.actions.calling import begin, believed, finish, tell
from liangxing.rooms.safety.channels import channels
from liangxing.rooms.safety.models import Alert, HomeCall, Pairing, Vulnerable
from liangxing.rooms.safety.queries.calling import tree

DAY = date(2026, 1, 5)


@pytest.fixture
def estate(who):
    """Two buildings of three homes, a grid worker for both, a head for the first, a helper beside one home of the second."""
    houses = [write(Building(code=f"B{n}", day=DAY), **who) for n in (1, 2)]
    homes = [
        write(Household(code=f"B{h}-{n}01", building=houses[h - 1], day=DAY), **who) for h in (1, 2) for n in (1, 2, 3)
    ]
    grid = [
        write(Post(code=f"g{n}", role="grid", account="grid", building=h, day=DAY), **who) for n, h in enumerate(houses)
    ]
    head = write(Post(code="h1", role="building_head", account="building_head", building=houses[0], day=DAY), **who)
    helper = write(Post(code="v1", role="volunteer", account="volunteer", day=DAY), **who)
    weak = write(Vulnerable(code="RQ1", household=homes[4], day=DAY), **who)
    write(Pairing(vulnerable=weak, helper=helper, day=DAY), **who)
    return {"houses": houses, "homes": homes, "grid": grid, "head": head, "helper": helper}


@pytest.fixture
def called(jinhui):
    return begin(
        "暴雨",
        community=jinhui,
        by="secretary",
        now=now() - timedelta(minutes=25),
        alert=None,
        exercise=True,
        rise_min=10,
    )


def page(name, jinhui, called, *args):
    return reverse(f"safety.{name}", args=[jinhui.code, called.fact, *args])


def test_everybody_is_in_the_tree_once_and_nothing_is_known_at_first(estate, called):
    found = tree(called, localdate())
    assert found.sums() == {"reached": 0, "answered": 0, "nobody": 0, "untold": 6, "homes": 6}
    assert {caller.code for caller in found.callers.values()} == {"g0", "g1", "h1", "v1"}
    assert [house.code for house in found.silent_houses()] == ["B1", "B2"]


def test_the_tree_is_read_in_the_same_few_queries_however_many_there_are(
    estate, called, who, django_assert_max_num_queries
):
    for n in range(4, 60):
        write(Household(code=f"B2-{n}01", building=estate["houses"][1], day=DAY), **who)
    with django_assert_max_num_queries(10):
        assert tree(called, localdate()).sums()["homes"] == 62


def test_a_caller_sees_whom_they_call_and_nobody_else(estate, called, jinhui, client, django_user_model):
    seen = {}
    for account in ("grid", "building_head", "volunteer"):
        client.force_login(django_user_model.objects.create_user(account))
        body = client.get(page("calling.call", jinhui, called)).content.decode()
        seen[account] = [home.code for home in estate["homes"] if f">{home.code}<" in body]
    assert seen["grid"] == [home.code for home in estate["homes"]]
    assert seen["building_head"] == ["B1-101", "B1-201", "B1-301"]
    assert seen["volunteer"] == ["B2-201"]


def test_nobody_tells_of_a_home_that_is_not_theirs(estate, called, jinhui, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("building_head"))
    for home, status in ((estate["homes"][0], 302), (estate["homes"][4], 404)):
        answer = client.post(page("calltell.call", jinhui, called), {"tell": f"home:{home.fact}:answered"})
        assert answer.status_code == status
    assert HomeCall.objects.count() == 1


def test_residents_and_the_public_see_no_round(estate, called, jinhui, come_in, client):
    assert client.get(page("calling.call", jinhui, called)).status_code == 302
    assert (
        come_in("resident", household=estate["homes"][0]).get(page("calling.call", jinhui, called)).status_code == 404
    )


def test_one_tap_tells_of_all_that_are_left_and_changes_nobody_else(estate, called, jinhui, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("building_head"))
    first = estate["homes"][0].fact
    for told in (f"home:{first}:answered", f"rest:{estate['houses'][0].fact}:reached"):
        client.post(page("calltell.call", jinhui, called), {"tell": told})
    found = tree(called, localdate())
    assert [state for _fact, _code, state in found.houses[0].homes] == ["answered", "reached", "reached"]
    assert found.sums()["untold"] == 3


def test_told_again_the_later_hour_counts_and_not_the_later_arrival(estate, called, who):
    home, began = estate["homes"][0].fact, called.began_at
    tell(called, homes={home: "answered"}, channel="page", told_at=began + timedelta(minutes=9), by="w", now=now())
    tell(called, homes={home: "nobody"}, channel="paper", told_at=began + timedelta(minutes=4), by="w", now=now())
    assert HomeCall.objects.known().get().state == "answered"
    assert tell(called, homes={home: "answered"}, channel="page", by="w", now=now()) == 0


@pytest.mark.parametrize(("minutes", "kept"), [(-60, False), (5, True), (85, False), (26, True), (None, False)])
def test_a_clock_that_cannot_be_right_is_not_believed(called, minutes, kept):
    at = None if minutes is None else called.began_at + timedelta(minutes=minutes)
    arrival = called.began_at + timedelta(minutes=25)
    assert (believed(at, called, arrival) != arrival) is (kept and minutes < 25)


def test_silence_goes_up_to_the_grid_and_then_to_the_desk(estate, called):
    def risen(minutes):
        at = called.began_at + timedelta(minutes=minutes)
        return {r.caller.code: r.taker.code if r.taker else "desk" for r in tree(called, localdate()).risen(at)}

    assert risen(9) == {}
    assert risen(10)["h1"] == "g0"
    assert risen(20) == dict.fromkeys(("g0", "g1", "h1", "v1"), "desk")
    tell(called, posts={estate["head"].fact: "answered"}, channel="page", by="w", now=now())
    assert "h1" not in risen(20)


def test_a_list_that_was_ticked_on_paper_is_typed_in_and_wrong_lines_are_named(estate, called, jinhui, come_in):
    lines = "a B1-101 B1-201、B2-101\nn B2-301\nx what\na B9-901"
    answer = come_in("worker").post(page("callback.call", jinhui, called, "paper"), {"lines": lines}, follow=True)
    found = tree(called, localdate())
    assert found.sums() == {"reached": 3, "answered": 3, "nobody": 1, "untold": 2, "homes": 6}
    body = answer.content.decode()
    assert "B9-901" in body
    assert "4" in body


def test_the_gateways_file_goes_out_and_what_it_brings_back_is_read(estate, called, jinhui, come_in):
    client = come_in("worker")
    told = [
        json.loads(line)
        for line in client.get(page("callout.warn", jinhui, called, "telephone")).content.decode().splitlines()
    ]
    assert told[0]["format"] == "liangxing-telephone-outbox/1"
    assert {line["code"] for line in told[1:]} == {"g0", "g1", "h1", "v1"}
    assert all(line["to"] == "" for line in told[1:])
    assert "B1-101" not in json.dumps(told)
    good = {"code": "h1", "state": "answered", "at": called.began_at.isoformat()}
    back = json.dumps(good) + '\nnonsense\n{"code": "g0", "state": "loud"}'
    client.post(
        page("callback.call", jinhui, called, "telephone"), {"file": SimpleUploadedFile("a.jsonl", back.encode())}
    )
    assert [c.code for c in tree(called, localdate()).callers.values() if c.state == "answered"] == ["h1"]


def test_a_round_that_is_over_takes_no_more(estate, called):
    over = finish(called, by="secretary")
    with pytest.raises(Refused):
        tell(over, homes={estate["homes"][0].fact: "answered"}, channel="page", by="w", now=now())


def test_a_round_for_an_exercise_is_one_whatever_was_ticked(jinhui, who):
    alert = write(
        Alert(
            identifier="i",
            sender="s",
            sent_at=now(),
            status="Exercise",
            message="Alert",
            reach="here",
            way="file",
            xml="<a/>",
            day=localdate(),
        ),
        **who,
    )
    assert begin("x", community=jinhui, by="s", now=now(), alert=alert, exercise=False, rise_min=10).exercise


def test_every_channel_is_found_by_its_folder():
    assert set(channels()) == {"page", "paper", "telephone"}


def test_the_leader_sees_all_and_the_lists_print(estate, called, jinhui, come_in):
    client = come_in("secretary")
    body = client.get(page("calling.call", jinhui, called)).content.decode()
    assert body.count('<i class="dunno"></i>') == 7  # six homes, and the legend
    assert client.get(page("callpaper.call", jinhui, called)).content.decode().count("☐") == 18
