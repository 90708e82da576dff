"""Rows copied from a spreadsheet, with a header or without, become records in one act, or come back with reasons."""

import re

import pytest
from django.urls import reverse

from liangxing.activities.models import Activity
from liangxing.evidence.models import Piece
from liangxing.ledger.models import Act

PASTE = reverse("desk.paste.import", args=["430103001001"])
A = "activities.activity"
HEADED = "活动编号\t活动内容\t活动时间\t活动类型\t活动地点\t参加人数(人)\r\nT1\t节水宣传\t2026.5.1\t宣传\t文化广场\t40\r\nT2\t楼道清理\t2026年5月2日\t大扫除\t玉兰路\t12\r\n"
BARE = "T3\t节电课堂\t2026.5.3\t课堂\t文化广场\t31\nT4\t旧物交换\t2026-05-04\t主题活动\t玉兰路\t55\n"


@pytest.fixture
def desk(named, come_in, client):
    come_in("worker")
    return client


def hidden(page):
    """What the page would send back when it is kept."""
    found = re.findall(r'<input type="hidden" name="(kind|file|name)" value="([^"]*)"', page)
    return {**dict(found), "keep": "1"}


def chosen(page):
    """What the page proposes for each column."""
    return [
        (re.findall(r'<option value="([^"]+)" selected', select) or ["-"])[0]
        for select in re.findall(r'<select id="column.*?</select>', page, re.S)
    ]


def test_rows_with_a_header_are_looked_at_and_kept_in_one_act(desk):
    acts = Act.objects.count()
    page = desk.post(PASTE, {"kind": A, "rows": HEADED}).content.decode()
    assert Act.objects.count() == acts
    assert re.search(r"class=\"tag ok\">2 ", page)
    kept = desk.post(PASTE, hidden(page))
    assert kept.status_code in (200, 302)
    assert Act.objects.count() == acts + 1
    assert set(Activity.objects.known().filter(code__startswith="T").values_list("title", "attended")) == {
        ("节水宣传", 40), ("楼道清理", 12),
    }  # fmt: skip
    assert Piece.objects.filter(proves=Act.objects.latest("at").pk).count() == 1


def test_rows_without_a_header_are_named_column_by_column(desk):
    page = desk.post(PASTE, {"kind": A, "rows": BARE}).content.decode()
    columns = chosen(page)
    assert columns == ["code", "title", "day", "sort", "place", "attended"]
    assert not Activity.objects.filter(code="T3").exists()
    page = desk.post(PASTE, {"kind": A, "rows": BARE, "column": columns}).content.decode()
    desk.post(PASTE, hidden(page))
    assert Activity.objects.known().get(code="T4").title == "旧物交换"


def test_a_column_may_be_left_out(desk):
    columns = ["code", "title", "day", "sort", "-", "attended"]
    page = desk.post(PASTE, {"kind": A, "rows": BARE, "column": columns}).content.decode()
    desk.post(PASTE, hidden(page))
    assert Activity.objects.known().get(code="T3").place is None


def test_a_wrong_line_stays_out_and_says_why(desk):
    page = desk.post(PASTE, {"kind": A, "rows": HEADED.replace("玉兰路", "没有这条路")}).content.decode()
    assert "没有这条路" in page
    desk.post(PASTE, hidden(page))
    assert list(Activity.objects.known().filter(code__startswith="T").values_list("code", flat=True)) == ["T1"]


@pytest.mark.parametrize("rows", ["", "\n\n", "\t\t\n"])
def test_nothing_pasted_is_said(rows, desk):
    assert desk.post(PASTE, {"kind": A, "rows": rows}).status_code == 422


@pytest.mark.parametrize("rows", ['"', 'a\t"b\nc', "=1+1\t2", "<b>\t<script>", "𠮷\t·", "a" * 9999, "\0\t\0"])
def test_whatever_is_pasted_is_no_fault(rows, desk):
    page = desk.post(PASTE, {"kind": A, "rows": rows})
    assert page.status_code in (200, 422)
    assert "<script>" not in page.content.decode().partition("<main")[2]


def test_only_who_may_import_may_paste(named, come_in, client):
    come_in("grid")
    assert client.get(PASTE).status_code == 404
