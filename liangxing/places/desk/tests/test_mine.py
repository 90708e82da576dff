"""What somebody did lately can be taken back, by them, with a reason, and nothing of it is lost."""

from io import BytesIO

import pytest
from django.urls import reverse

from liangxing.activities.models import Activity
from liangxing.evidence.actions import attach
from liangxing.evidence.models import Piece
from liangxing.ledger.models import Act, Entry
from liangxing.ledger.verify import verify
from liangxing.records.actions import correct, strike, write, write_many
from liangxing.rooms.environment.models import Clearance

from .conftest import LONG_AGO

CODE = "430103001001"
MINE = reverse("desk.mine.desk", args=[CODE])


def last():
    return Act.objects.latest("at")


def take_back(client, act, why="记错了"):
    return client.post(reverse("desk.mine.strike", args=[CODE, act.pk]), {"why": why}, follow=True)


@pytest.fixture
def activity(come_in, who):
    """An activity that the worker has just kept."""
    come_in("worker")
    return write(Activity(code="A1", title="旧物换绿植", sort="campaign", attended=71, day=LONG_AGO), **who)


def stands():
    return list(Activity.objects.known().values_list("title", "attended"))


def test_what_was_kept_is_struck(activity, jinhui, client):
    act = last()
    assert "旧物换绿植" in client.get(MINE).content.decode()
    assert "已经收回" in take_back(client, act).content.decode()
    assert stands() == []
    assert last().why == "记错了"
    assert verify(jinhui) is None


def test_what_was_corrected_is_told_as_it_was(activity, client):
    correct(activity, by="worker", why="数错了", attended=65)
    take_back(client, last())
    assert stands() == [("旧物换绿植", 71)]


def test_what_was_struck_is_told_again(activity, client):
    strike(activity, by="worker", why="x")
    take_back(client, last())
    assert stands() == [("旧物换绿植", 71)]
    take_back(client, last())  # and the undoing itself can be undone
    assert stands() == []


def test_many_lines_of_one_act_go_together(come_in, who, client):
    come_in("worker")
    write_many([Clearance(code=f"Q{n}", mass_kg=n + 1, day=LONG_AGO) for n in range(40)], **who)
    act = last()
    page = client.get(MINE).content.decode()
    assert "共 40 条" in page
    take_back(client, act)
    assert not Clearance.objects.known().exists()
    assert Entry.objects.filter(act=last()).count() == 40


def test_without_a_reason_nothing_is_taken_back(activity, client):
    assert "请写理由" in take_back(client, last(), why=" ").content.decode()
    assert len(stands()) == 1


def test_what_somebody_changed_since_is_left_alone(activity, client):
    act = last()
    correct(activity, by="secretary", why="又数了一遍", attended=70)
    assert "已被更正或划去" in take_back(client, act).content.decode()
    assert stands() == [("旧物换绿植", 70)]


def test_nobody_takes_back_what_another_did(activity, who, client):
    write(Activity(code="A2", title="夜校", sort="lesson", day=LONG_AGO), community=who["community"], by="secretary")
    assert take_back(client, last()).status_code == 404
    assert "夜校" not in client.get(MINE).content.decode()


def test_who_may_not_strike_is_offered_no_undo(come_in, who, client):
    come_in("grid")
    write(Activity(code="A3", title="晨练", sort="sport", day=LONG_AGO), community=who["community"], by="grid")
    page = client.get(MINE).content.decode()
    assert "晨练" in page
    assert "<details" not in page.partition('class="list did"')[2].partition("</ul>")[0]
    assert take_back(client, last()).status_code == 404


def test_evidence_that_was_attached_is_taken_off_again(activity, client):
    piece = attach(activity, BytesIO(b"x"), name="签到表.pdf", sort="roster", by="worker")
    assert "签到表.pdf" in client.get(MINE).content.decode()
    take_back(client, last())
    assert not Piece.objects.known().filter(pk=piece.pk).exists()
    assert len(stands()) == 1
