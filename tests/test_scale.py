"""Pages ask the database a fixed number of questions, however much is recorded; and nothing is counted twice."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.activities.models import Activity, SignIn
from liangxing.evidence.actions import attach
from liangxing.ledger.remember import until_next_act, until_told_of
from liangxing.measures.measure import MEASURES
from liangxing.records.actions import strike, write, write_many
from liangxing.records.kinds import kinds
from liangxing.register.models import Building
from tests import town

CODE = "430103001001"
MOST = 12  # questions of a list or of a figure's page


@pytest.fixture
def busy(jinhui, who):
    """A year with an activity a day, and somebody of one household at each."""
    lives = town.found(jinhui)
    days = [localdate() - timedelta(days=n) for n in range(365)]
    held = [Activity(code=f"T{n}", title="读书会", sort="lesson", attended=9, day=day) for n, day in enumerate(days)]
    write_many(held, **who)
    write_many([SignIn(activity=a, household=lives.home, day=a.day) for a in held], **who)
    return lives


def asked(client, address):
    with CaptureQueriesContext(connection) as questions:
        assert client.get(address).status_code in (200, 410), address  # gone: a kind without a list of its own
    return len(questions)


def test_a_list_asks_no_more_than_twelve_questions(busy, come_in):
    client = come_in("worker")
    lists = {kind.key: asked(client, reverse(kind.route("list"), args=[CODE])) for kind in kinds().values()}
    assert {key: n for key, n in lists.items() if n > MOST} == {}


def test_a_figure_asks_no_more_than_twelve_questions(busy, client):
    pages = {key: asked(client, reverse("figure.read", args=[CODE, key])) for key in MEASURES}
    assert {key: n for key, n in pages.items() if n > MOST} == {}


def test_what_was_counted_is_counted_again_only_when_something_was_kept(jinhui, who):
    counted = []

    @until_next_act
    def count(community, day):
        counted.append(day)
        return Activity.objects.known().filter(community=community, day=day).count()

    day = localdate()
    assert [count(jinhui, day), count(jinhui, day)] == [0, 0]
    assert len(counted) == 2  # a ledger without an entry has no head to be known by
    kept = write(Activity(code="1", title="课", sort="lesson", day=day), **who)
    assert [count(jinhui, day), count(jinhui, day), count(jinhui, day - timedelta(days=1))] == [1, 1, 0]
    assert len(counted) == 4
    strike(kept, by="worker", why="没有办成")
    assert count(jinhui, day) == 0


def test_an_act_changes_only_what_is_counted_of_its_kinds_and_evidence_what_it_proves(jinhui, who):
    counted = []

    @until_told_of(lambda kind: [kind])
    def count(community, kind):
        counted.append(kind)

    def ask():
        counted.clear()
        for kind in ("activities.activity", "register.building"):
            count(jinhui, kind)
        return counted

    lesson = write(Activity(code="1", title="课", sort="lesson", day=localdate()), **who)
    assert ask() == ["activities.activity", "register.building"]
    assert ask() == []
    write(Building(code="12", day=localdate()), **who)
    assert ask() == ["register.building"]
    attach(lesson, BytesIO(b"signed by all"), name="list.txt", sort="roster", by="worker")
    assert ask() == ["activities.activity"]
