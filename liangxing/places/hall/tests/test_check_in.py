"""Checking in by thousands: counted once, the newest counts, nobody is locked out, and nobody learns about whom."""

from datetime import timedelta
from threading import Thread
from time import sleep

import pytest
from django.urls import reverse
from django.utils.timezone import now

from liangxing.places.hall import codes
from liangxing.places.hall.pace import Pace
from liangxing.places.hall.tests.test_doing import CODE
from liangxing.records.together import Together
from liangxing.register.models import Attempt
from liangxing.rooms.safety.models import Asking, CheckIn, Trust


def shelter(lives):
    code = codes.signature("check-in", lives.storm.fact)
    return reverse("hall.shelter.scan", args=[CODE, lives.storm.fact, code])


def ours(lives):
    return CheckIn.objects.known().get(household=lives.ours.fact)


def test_what_a_stranger_said_is_marked_and_the_household_puts_it_right(lives, client, as_ours):
    client.post(shelter(lives), {"flat": " jq-1-101 ", "state": "help", "need": "医生", "told_by": "neighbour"})
    told = ours(lives)
    assert (told.told_by, told.need, told.act.actor) == ("neighbour", "医生", "code-at-shelter")
    page = reverse("hall.safe.checkin", args=[CODE])
    assert "由邻居于" in as_ours.get(page).content.decode()
    as_ours.post(page, {"emergency": lives.storm.fact, "state": "safe", "need": "医生"})
    assert (ours(lives).told_by, ours(lives).state, ours(lives).need) == ("self", "safe", "")
    assert CheckIn.objects.filter(household=lives.ours.fact).count() == 2


def test_the_same_sending_counts_once_even_after_another(lives, client):
    page, key = shelter(lives), "a" * 32
    for state, once in (("help", key), ("safe", "b" * 32), ("help", key)):
        answer = client.post(page, {"flat": "JQ-1-101", "state": state, "once": once})
        assert answer["Location"].endswith(f"?kept={state}")
    assert ours(lives).state == "safe"


@pytest.mark.parametrize(("off", "kept"), [(timedelta(seconds=20), False), (timedelta(hours=-1), True)])
def test_the_servers_clock_counts_and_the_devices_is_kept_as_told(off, kept, lives, client):
    device = now() + off
    client.post(shelter(lives), {"flat": "JQ-1-101", "state": "safe", "told_at": str(int(device.timestamp() * 1000))})
    told = ours(lives)
    assert abs(told.recorded_at - now()) < timedelta(minutes=1)
    assert (told.told_at is not None) is kept
    assert not kept or abs(told.told_at - device) < timedelta(seconds=1)


@pytest.mark.parametrize("told_at", ["9" * 14, "0", "-5", "9" * 90, "noon"])
def test_a_device_that_tells_a_senseless_time_is_heard_all_the_same(told_at, lives, client):
    assert client.post(shelter(lives), {"flat": "JQ-1-101", "state": "safe", "told_at": told_at}).status_code == 302


def test_whoever_checks_in_whole_streets_is_slowed_and_never_locked_out():
    pace = Pace(at_once=200, each_second=4)
    said = [pace.wait_s("a", moment=n / 1000) for n in range(10_000)]
    assert said[:200] == [0] * 200
    assert 200 < said.count(0) < 260
    assert max(said) == 1
    assert pace.wait_s("b", moment=10.0) == 0, "another device does not wait"
    assert pace.wait_s("a", moment=12.0) == 0, "nor does the first, a second later"


def test_a_form_that_comes_too_fast_is_shown_again_with_what_was_written(lives, client, monkeypatch):
    from liangxing.places.hall import shelter_door

    monkeypatch.setattr(shelter_door, "PACE", Pace(at_once=0))
    answer = client.post(shelter(lives), {"flat": "JQ-1-101", "state": "safe", "place": "操场北门"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert 'value="操场北门"' in answer.content.decode()


def test_the_page_at_the_shelter_is_the_same_for_whoever_is_signed_in(lives, client, as_ours):
    assert client.get(shelter(lives)).content == as_ours.get(shelter(lives)).content
    assert b"csrf" not in as_ours.get(shelter(lives)).content


@pytest.mark.parametrize(("body", "sort"), [
    (b"--x\r\nbroken", "multipart/form-data; boundary=x"), (b"\xff\xfe=1", "application/x-www-form-urlencoded"),
    ("&".join(f"f{n}=1" for n in range(2000)).encode(), "application/x-www-form-urlencoded"), (b"{}", "application/json"),
])  # fmt: skip
def test_what_cannot_be_read_is_answered_and_nothing_is_kept(body, sort, lives, client):
    before = CheckIn.objects.count()
    assert client.post(shelter(lives), body, content_type=sort).status_code in (400, 422)
    assert CheckIn.objects.count() == before


def test_a_forged_code_is_heard_by_nobody(lives, client):
    page = reverse("hall.shelter.scan", args=[CODE, lives.storm.fact, "A" * 43])
    before = CheckIn.objects.count()
    assert client.post(page, {"flat": "JQ-1-101", "state": "safe"}).status_code == 404
    elsewhere = shelter(lives).replace(CODE, "430199999999")
    assert client.post(elsewhere, {"flat": "JQ-1-101", "state": "safe"}).status_code == 404
    assert CheckIn.objects.count() == before


def test_when_it_is_over_that_is_said_and_nothing_is_kept(lives, client):
    from liangxing.records.actions import end

    end(lives.storm, until=lives.storm.day, by="worker")
    answer = client.post(shelter(lives), {"flat": "JQ-1-101", "state": "safe"})
    assert answer.status_code == 422
    assert "已经结束" in answer.content.decode()
    assert not CheckIn.objects.filter(household=lives.ours.fact).exists()


def test_a_worker_tells_door_by_door_those_who_need_help_first(lives, client, come_in):
    come_in("worker")
    page = reverse("hall.checklist.count", args=[CODE, lives.storm.fact, lives.houses[1].fact])
    assert "地下车库里" in client.get(page).content.decode()
    client.post(page, {"household": lives.theirs.fact, "state": "safe"})
    told = CheckIn.objects.known().get(household=lives.theirs.fact)
    assert (told.state, told.told_by) == ("safe", "worker")


def test_households_are_counted_by_the_building_in_which_they_live_now(lives, jinhui, who):
    from liangxing.records.actions import correct
    from liangxing.rooms.safety.queries import homes_of, told_in

    correct(lives.theirs, by="worker", building_id=lives.houses[0].fact)
    counts = {c.building.code: c for c in homes_of(jinhui, lives.storm.day).counts(told_in(lives.storm))}
    assert set(counts) == {"JQ-1"}
    assert (counts["JQ-1"].households, counts["JQ-1"].help, counts["JQ-1"].silent) == (2, 1, 1)


def test_the_live_part_is_small_and_says_the_same(lives, client, come_in):
    come_in("worker")
    page = reverse("hall.emergency.count", args=[CODE, lives.storm.fact])
    whole, live = client.get(page).content.decode(), client.get(page + "?part=live").content.decode()
    assert "<html" in whole
    assert "<html" not in live
    for part in (whole, live):
        assert "JQ-2-101" in part
        assert "地下车库里" in part


def ask(client, lives, **said):
    said = {"about": "JQ-2-101", "asker": "外地的女儿", **said}
    return client.post(reverse("hall.seeker.read", args=[CODE, lives.storm.fact]), said).content.decode()


def test_a_seeker_learns_nothing_but_by_the_agreed_word(lives, client, as_ours):
    as_ours.post(reverse("hall.trust.own", args=[CODE]), {"name": "女儿", "word": "桂花 糕8"})
    assert "桂花" not in Trust.objects.get().word
    as_ours.logout()
    passed = ask(client, lives)
    assert "已转交" in passed
    for about, word in (("JQ-1-101", "别的词语"), ("JQ-9-999", "桂花糕8"), ("JQ-2-101", "桂花糕8")):
        answer = ask(client, lives, about=about, word=word)
        assert "已转交" in answer
        assert "还没有这户" not in answer
    assert "还没有这户的消息" in ask(client, lives, about="jq-1-101", word="桂花糕8", asker="")
    client.post(shelter(lives), {"flat": "JQ-1-101", "state": "help", "place": "屋顶水箱旁"})
    told = ask(client, lives, about="JQ-1-101", word="桂花糕8")
    assert "已求助" in told or "求助" in told
    assert "屋顶水箱旁" not in told
    assert Asking.objects.known().count() == 6


def test_wrong_words_are_slowed_and_the_question_goes_to_people_all_the_same(lives, client, as_ours, come_in):
    as_ours.post(reverse("hall.trust.own", args=[CODE]), {"name": "女儿", "word": "桂花糕8"})
    as_ours.logout()
    for n in range(8):
        assert "已转交" in ask(client, lives, about="JQ-1-101", word=f"猜猜看{n}")
    assert "已转交" in ask(client, lives, about="JQ-1-101", word="桂花糕8"), "the word is not looked at now"
    assert Attempt.objects.exists()
    come_in("worker")
    queue = reverse("hall.seekers.answer", args=[CODE])
    assert client.get(queue).content.decode().count("外地的女儿") == 9
    first = Asking.objects.known().filter(outcome="waiting").first()
    client.post(queue, {"asking": first.fact, "outcome": "answered"})
    assert client.get(queue).content.decode().count("外地的女儿") == 8


def test_what_many_threads_ask_is_kept_by_few_and_answered_to_each_its_own():
    kept = []

    def keep(some):
        while not kept and len(together._waiting) < 29:
            sleep(0.001)  # all the others come while the first is kept
        kept.append(list(some))
        if 13 in some:
            raise ValueError(13)
        return [n * 2 for n in some]

    together, answers = Together(keep), {}

    def one(n):
        try:
            answers[n] = together.ask(n)
        except ValueError as failure:
            answers[n] = failure

    threads = [Thread(target=one, args=[n]) for n in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert isinstance(answers.pop(13), ValueError)
    assert answers == {n: n * 2 for n in range(30) if n != 13}
    assert [len(some) for some in kept[:2]] == [1, 29]
