"""Our own papers keep the format that we check in others: every book, in Chinese, plain and by its shipped layout."""

from datetime import date

import pytest
from django.utils.translation import override

from liangxing.activities.models import Activity
from liangxing.records.actions import write as keep
from liangxing.reports.books import books
from liangxing.reports.format.lint import lint
from liangxing.reports.render.word import docx
from liangxing.reports.subject import subjects
from liangxing.reports.writing import write_shipped
from liangxing.rooms.governance.models import Opinion, OpinionMeeting
from tests import town

DAY = date(2026, 5, 20)


@pytest.fixture
def day(jinhui, who):
    """The day of the papers, in a community with something to write of."""
    found = town.found(jinhui)
    meeting = keep(Activity(code="2026-HY1", title="居民代表座谈会", sort="meeting", attended=64, day=DAY), **who)
    heard = keep(OpinionMeeting(code="YJ-1", sort="residents", activity=meeting, day=DAY), **who)
    keep(Opinion(code="YJ-1-1", meeting=heard, text="楼道灯不亮", raised_by="李某", day=DAY), **who)
    return found.activity.day


@pytest.mark.parametrize("key", books())
def test_every_book_keeps_every_rule(key, day, jinhui):
    book = books()[key]
    record = next((r for _kind, rows in subjects(book, jinhui, day) if (r := rows.first())), None)
    assert bool(book.of) == (record is not None)
    with override("zh-hans"):
        paper = docx(write_shipped(jinhui, key, day, record=record))
        assert [
            (f.rule.key, f.says, [p.words for p in f.places]) for f in lint(paper, "x.docx").findings if f.wrong
        ] == []
