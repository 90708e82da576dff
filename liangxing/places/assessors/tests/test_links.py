"""A link opens a report, its claims and what proves them, until its end; and nothing else."""

import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.evidence.actions import attach
from liangxing.measures.measure import MEASURES
from liangxing.places.assessors.links import end, links, make
from liangxing.records.actions import write
from liangxing.register.models import LinkUse, Post
from liangxing.rooms.environment.models import SortedBin
from tests import town

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


@pytest.fixture
def lives(jinhui):
    return town.found(jinhui)


@pytest.fixture
def day():
    return localdate() - timedelta(days=1)


@pytest.fixture
def enter(lives, jinhui, day, client):
    """Come by a link, signed in as nobody."""
    secret = make(jinhui, "report:creation", day, until=localdate() + timedelta(days=7), by="secretary")
    arrived = client.get(to("assessors.read"), {"pass": secret})
    assert (arrived.status_code, arrived["Location"]) == (302, to("assessors.read")), "the secret leaves the address"
    return client


def test_a_link_opens_the_report_its_figures_their_rows_and_their_papers(enter, lives, day):
    client, row = enter, SortedBin.objects.known().first()
    paper = attach(row, io.BytesIO(b"%PDF-1.4 x"), name="p.pdf", sort="document", by="worker")
    opened = client.get(to("evidence.piece.read", paper.pk))
    assert opened.status_code == 200
    opened.close()
    pages = [to("assessors.read"), to("report.read", "creation") + f"?day={day}",
             to("report.docx.read", "creation") + f"?day={day}", to("figure.read", "environment.sorted_bins"),
             to("figure.read", "register.residents"), to("environment.sortedbin.page", row.pk),
             to("figure.proof.read", row.pk)]  # fmt: skip
    for address in pages:
        answer = client.get(address)
        assert answer.status_code == 200, address
        if address.endswith("/"):
            assert "秘而不宣" not in answer.content.decode()


def test_a_link_opens_nothing_else(enter, lives, day, jinhui):
    client = enter
    late = write(
        SortedBin(code="late", road_id=SortedBin.objects.first().road_id, edition="2019", day=localdate()),
        community=jinhui,
        by="worker",
    )
    names = io.BytesIO(b"%PDF-1.4 y")
    paper = attach(late, names, name="late.pdf", sort="document", by="worker")
    said = {measure for measure, _period in json.loads(links(jinhui).get().opens)["claims"]}
    unsaid = next(key for key, m in MEASURES.items() if not said & {key, *(side.key for side in m.counted)}
                  and not any(key in {s.key for s in MEASURES[claimed].counted} for claimed in said))  # fmt: skip
    for address in [
        to("board.read"), to("rooms.read"), to("figures.read"), to("reports.read"), to("standards.read"),
        to("report.read", "creation"), to("report.read", "creation") + "?day=2020-01-01",
        to("environment.sortedbin.list"), to("register.resident.list"), to("register.household.list"),
        to("figure.read", unsaid), to("casework.case.page", lives.case.pk), to("report.check"),
        to("environment.sortedbin.page", late.pk), to("evidence.piece.read", paper.pk),
        to("environment.sortedbin.export", "csv"), to("assessors.links.appoint"), to("register.access.appoint"),
    ]:  # fmt: skip
        assert client.get(address).status_code == 404, address
    assert client.post(to("report.read", "creation") + f"?day={day}").status_code == 404


def test_a_link_ends_at_once_and_by_itself_and_counts_its_use(enter, jinhui, day):
    (post,) = links(jinhui)
    assert LinkUse.objects.get(link=post.fact).visits == 1
    ended = end(post, by="secretary")
    assert ended.opens == post.opens
    assert "已经到期" in enter.get(to("assessors.read")).content.decode()
    assert enter.get(to("board.read")).status_code == 200, "whoever has no link is the public again"


def test_a_link_that_says_nothing_opens_nothing(lives, who, client):
    from hashlib import sha256

    write(Post(code="x", role="assessor", link=sha256(b"s").hexdigest(), day=localdate()), **who)
    assert client.get(to("register.resident.list"), {"pass": "s"}).status_code == 302


def test_a_secretary_makes_a_link_on_a_page_and_it_is_shown_once(lives, come_in, day):
    client = come_in("secretary")
    sent = {"chosen": "standard:two-oriented", "day": day, "until": localdate() + timedelta(days=3), "note": "考评组"}
    assert client.post(to("assessors.links.appoint"), sent).status_code == 302
    assert "pass=" in client.get(to("assessors.links.appoint")).content.decode()
    body = client.get(to("assessors.links.appoint")).content.decode()
    assert "pass=" not in body
    assert "考评组" in body
    sent["until"] = localdate()
    assert client.post(to("assessors.links.appoint"), sent).status_code == 422
    client.logout()
    secret = make(lives.home.community, "standard:two-oriented", day, until=sent["until"] + timedelta(1), by="s")
    client.get(to("assessors.read"), {"pass": secret})
    assert client.get(to("standard.read", "two-oriented") + f"?day={day}").status_code == 200
    assert client.get(to("report.read", "creation") + f"?day={day}").status_code == 404
