"""The meter says what forms cost, and the bill can be sent; no person stands in either."""

import io
import re
from datetime import date
from html import unescape

import pytest
from docx import Document

from liangxing.ledger.acts import act, doing
from liangxing.records.actions import write
from liangxing.reports.admission.models import ByHand
from liangxing.reports.forms.models import Answer, Filling, Form, FormField


@pytest.fixture
def returned(who, jinhui):
    """Two departments that ask for the same; one form filled by hand first, then from records."""

    def form(code, title, asker, *cells):
        kept = write(Form(code=code, title=title, asked_by=asker, authority="2026 年 1 号", period="monthly",
                          day=date(2026, 1, 1)), **who)  # fmt: skip
        fields = [FormField(form=kept, sheet="表", cell=f"B{n}", label=label, source=source, key=key, day=kept.day)
                  for n, (label, source, key) in enumerate(cells, 1)]  # fmt: skip
        return kept, [write(field, **who) for field in fields]

    homes = ("总户数（户）", "measure", "register.households")
    monthly, cells = form("B1", "民政月报", "区民政局", homes, ("高龄老人（人）", "answer", ""))
    health, _cells = form("B2", "卫健月报", "区卫健局", homes, ("高龄老人：", "answer", ""))
    for month, minutes in ((1, 40), (2, None)):
        write(ByHand(form=monthly, first=date(2026, month, 1), after=date(2026, month + 1, 1), cells=2, minutes=minutes,
                     day=date(2026, month + 1, 3)), **who)  # fmt: skip
    write(ByHand(form=health, first=date(2026, 1, 1), after=date(2026, 2, 1), cells=2, minutes=20,
                 day=date(2026, 2, 5)), **who)  # fmt: skip
    about = {"form": monthly, "first": date(2026, 3, 1), "after": date(2026, 4, 1), "day": date(2026, 4, 2)}
    with act("form.fill", community=jinhui, by="worker"):
        write(Answer(**about, field=cells[1], value="31"), **who)
        for _again in range(2):  # looked over, and done once more: one return
            write(Filling(**about, known_at=doing().act.at, typing_s=120, by_itself=1, asked=1, confirmed=0, open=0,
                          rows=0), **who)  # fmt: skip


def page(client, jinhui, path="?month=2026-04"):
    return unescape(client.get(f"/{jinhui.code}/reports/burden/{path}").content.decode())


def test_the_meter_says_what_was_typed_and_what_was_asked_twice(returned, jinhui, come_in, client):
    come_in("worker")
    told = page(client, jinhui)
    rows = told.partition("同一事项，多表重复要")[2].partition("</table>")[0]
    assert "区民政局 3；区卫健局 1" in rows
    assert rows.count("<tr>") == 3  # the head, the households, and the old people under two labels
    before = told.partition("同一张表，手工填与由记录填")[2].partition("</table>")[0]
    assert re.findall(r'class="num"[^>]*>([^<]+)</td>', before) == ["40", "2", "50%"]
    assert "没有记下用时的，不当作 0" in told


def test_the_bill_is_a_paper_with_the_same_figures(returned, jinhui, come_in, client):
    come_in("worker")
    assert "社区填表负担情况" in page(client, jinhui, "bill/?month=2026-04")
    answer = client.get(f"/{jinhui.code}/reports/burden/bill/docx/?month=2026-04")
    paper = Document(io.BytesIO(answer.content))
    text = "\n".join(line.text for line in paper.paragraphs)
    assert "2 个单位要求填报 2 张表，社区报送 4 次，共 8 格" in text
    assert "用时 62 分钟" in text
    assert "另有 1 次没有记下用时" in text
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert {"区民政局 3；区卫健局 1", "高龄老人（人）"} <= {*cells}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_person_stands_in_it(language, returned, jinhui, come_in, client):
    come_in("secretary")
    client.cookies["django_language"] = language
    for path in ("?month=2026-04", "bill/?month=2026-04"):
        assert "worker" not in page(client, jinhui, path).partition('id="main"')[2]


def test_without_returns_it_says_what_comes_first(jinhui, come_in, client):
    come_in("worker")
    assert "没有报送过表格" in page(client, jinhui)
    assert client.get(f"/{jinhui.code}/reports/burden/bill/").status_code == 200
    assert client.get(f"/{jinhui.code}/reports/burden/?month=junk").status_code == 200
