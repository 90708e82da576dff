"""The desk of today: what asks for something, who waits, and that each line leads to the form that settles it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.records.actions import write
from liangxing.records.kinds import kinds
from liangxing.records.tables.columns import columns_of
from liangxing.register.changes import propose
from liangxing.register.models import Building, Household, Organisation
from liangxing.rooms.bookbar.models import Book, Loan
from liangxing.rooms.enterprises.models import Request
from liangxing.rooms.governance.models import Opinion, Reply
from liangxing.rooms.honours.models import Honour
from liangxing.rooms.safety.models import Hazard, Resource
from liangxing.standards.reading import books

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def lines(client):
    """Every line of the desk: its words, and where it leads."""
    body = client.get(to("desk.desk")).content.decode()
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a>', body.partition('id="main"')[2])
    return {unescape(words): unescape(address) for address, words in found}


@pytest.fixture
def asks(who):
    """One record of each sort that asks for something, and beside it one that does not."""
    today = localdate()

    def keep(kind, **said):
        return write(kind(**{"day": today - timedelta(days=400), **said}), **who)

    soon, later = today + timedelta(days=9), today + timedelta(days=200)
    firm = keep(Organisation, code="Q1", name="湘牛环保", sort="enterprise")
    house = keep(Building, code="9")
    home = keep(Household, code="9-101", building=house)
    keep(Resource, code="R1", name="急救箱", sort="medical", pieces=3, until=soon)
    keep(Resource, code="R2", name="发电机", sort="power", pieces=1, until=later)
    keep(Honour, code="H1", name="文明社区", level="city", field="civility", until=soon)
    keep(Hazard, code="Z1", sort="wire")
    keep(Hazard, code="Z2", sort="wall", planned=True)
    keep(Activity, code="A1", title="夜校", sort="lesson", day=today)
    keep(Activity, code="A2", title="晨练", sort="sport", attended=12, day=today)
    book = keep(Book, code="B1", title="城市与水")
    keep(Loan, code="J1", book=book, household=home, day=today - timedelta(days=40))
    keep(Loan, code="J0", book=keep(Book, code="B0", title="早已丢了"), household=home)
    answered = keep(Opinion, code="Y1", text="路灯不亮")
    keep(Reply, opinion=answered, text="修好了", settled=True)
    keep(Opinion, code="Y2", text="车位不够")
    keep(Request, code="S1", organisation=firm, subject="招聘会摊位")
    return keep


def test_each_thing_leads_to_the_form_that_settles_it(asks, come_in, client):
    come_in("worker")
    found = lines(client)
    resource = Resource.objects.get(code="R1")
    assert found["急救箱"] == to("safety.resource.correct", resource.pk)
    assert found["车位不够"] == to("governance.reply.write") + "?opinion=Y2"
    request = Request.objects.get(code="S1")
    assert found["招聘会摊位"] == to("enterprises.request.correct", request.pk) + f"?until={localdate()}"
    assert found["城市与水"] == to("bookbar.return.write") + "?loan=J1"
    assert {"文明社区", "夜校"} <= found.keys()
    assert not {"发电机", "路灯不亮", "晨练", "wall", "早已丢了"} & found.keys()
    for address in found.values():
        assert client.get(address).status_code == 200, address


def test_the_form_that_settles_it_is_filled_and_says_so(asks, come_in, client):
    come_in("worker")
    found = lines(client)
    reply = client.get(found["车位不够"]).content.decode()
    assert re.search(r'<option value="[^"]+" selected>Y2|value="Y2"', reply)
    ends = client.get(found["招聘会摊位"]).content.decode()
    assert f'name="until" value="{localdate()}" class="filled"' in ends


def test_what_was_settled_leaves_the_desk(asks, come_in, client):
    come_in("worker")
    kept = client.post(to("governance.reply.write"), {"opinion": "Y2", "text": "已增设", "day": str(localdate())})
    assert kept.status_code == 302
    assert "车位不够" not in lines(client)


def test_only_what_a_post_reaches_is_on_its_desk(asks, who, come_in, client):
    other = asks(Building, code="10")
    mine = asks(Household, code="10-101", building=other)
    asks(Loan, code="J2", book=asks(Book, code="B2", title="邻里故事"), household=mine)
    come_in("grid", building=other)
    found = lines(client)
    assert "车位不够" not in found  # who raised an opinion is not theirs to see
    assert "急救箱" in found


def test_the_public_and_residents_have_no_desk(jinhui, come_in, client):
    assert client.get(to("desk.desk")).status_code == 302
    come_in("resident")
    assert client.get(to("desk.desk")).status_code == 404


def test_what_the_next_assessment_lacks_leads_to_a_form_that_opens(jinhui, come_in, client):
    come_in("worker")
    for words, address in lines(client).items():
        answer = client.get(address)
        assert answer.status_code == 200, (words, address)
    body = client.get(to("desk.desk")).content.decode()
    today = localdate()
    in_force = [book for book in books().values() if book.first <= today < book.after]
    assert body.count("<details") == len(in_force)


def test_what_an_import_sent_back_stays_on_the_desk_of_who_sent_it(jinhui, come_in, client):
    come_in("worker")
    known = columns_of(kinds()["register.place"])
    header = ",".join(known.heading(name) for name in ("code", "name", "sort", "day"))
    wrong = SimpleUploadedFile("签到.csv", f"{header}\nX,没有日期,road,6月31日\nY,有日期,road,2026-06-30\n".encode())
    page = client.post(to("workbook.import"), {"files": wrong, "kind": "register.place"}).content.decode()
    sent = dict(re.findall(r'<input type="hidden" name="(kind|file|name)" value="([^"]*)"', page))
    client.post(to("workbook.import"), {**sent, "keep": "1"})
    address = lines(client)["签到.csv"]
    assert client.get(address).content[:2] == b"PK"


def test_a_change_that_was_asked_for_waits_for_somebody_else(who, come_in, client):
    record = write(Building(code="9", day=localdate()), **who)
    propose(record, {"storeys": "6"}, by="worker", why="数错了")
    come_in("committee")
    assert lines(client)["等人复核的更改"] == to("register.changes.propose")
    come_in("worker")
    assert "等人复核的更改" not in lines(client)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_nobody_is_counted_or_ranked(language, asks, come_in, client):
    come_in("worker")
    client.cookies["django_language"] = language
    assert "worker" not in re.sub(r"<form.*?</form>", "", client.get(to("desk.desk")).content.decode(), flags=re.S)
