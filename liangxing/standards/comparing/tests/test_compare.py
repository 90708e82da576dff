"""Two editions side by side: what was added, removed, reworded, asked otherwise; and nothing said that was not read."""

from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse

from liangxing.records.actions import write
from liangxing.rooms.safety.models import Fund
from liangxing.standards.book import Clause
from liangxing.standards.book import Test as Asked
from liangxing.standards.comparing.compare import Change, Side, changes, compare, pieces
from liangxing.standards.comparing.pairs import Way, pairs
from liangxing.standards.reading import books

DAY = date(2026, 6, 1)


def clause(number, text, at_least=1, points=2, measure="activities.lessons", **more):
    told = dict(part="", source="s", status="read", evidence=(), first=date(2020, 1, 1), after=date(2030, 1, 1),
                needs={}, effort_min=None)  # fmt: skip
    test = Asked(measure, "at_least", (Fraction(at_least),), "year")
    return Clause(number=number, text={"zh-hans": text, "en": text}, tests=(test,), points=points, **{**told, **more})


LESSON = clause("1", "每年节能课堂不少于一次")


@pytest.mark.parametrize(("new", "found"), [
    (clause("1", "每年节能课堂不少于一次"), {Change.SAME}),
    (clause("1", "每年节能环保课堂不少于一次"), {Change.TEXT}),
    (clause("1", "每年节能课堂不少于一次", at_least=4), {Change.ASKED}),
    (clause("1", "每年节能课堂不少于一次", points=3), {Change.POINTS}),
    (clause("1", "每年节能课堂不少于一次", points=None), {Change.SAME}),  # points that were not seen are no change
    (clause("1", "每年节能课堂不少于四次", at_least=4, points=5), {Change.TEXT, Change.ASKED, Change.POINTS}),
])  # fmt: skip
def test_each_sort_of_change_is_told_from_the_others(new, found):
    assert {*changes((LESSON, new, Way.NUMBER))} == found


def test_a_row_put_in_between_does_not_make_every_clause_after_it_new():
    older = [LESSON, clause("2", "分类垃圾箱不少于六十个", measure="environment.sorted_bins")]
    newer = [clause("1", "每季度公布社区经费收支", measure="governance.disclosed"), clause("2", LESSON.text["en"]),
             clause("3", "分类垃圾箱不少于六十个", measure="environment.sorted_bins")]  # fmt: skip
    told = [(old and old.number, new and new.number, way) for old, new, way in pairs(older, newer)]
    assert told == [(None, "1", None), ("1", "2", Way.LIKENESS), ("2", "3", Way.LIKENESS)]


def test_a_clause_that_the_later_edition_names_is_the_one():
    newer = [clause("7", "完全不同的文字", measure="environment.sorted_bins", follows=("1",))]
    assert [(old.number, way) for old, _new, way in pairs([LESSON], newer)] == [("1", Way.SAID)]


def test_what_one_edition_lacks_is_removed_only_if_the_other_was_read_to_its_end(jinhui):
    older, newer = (
        Side(books()[f"disaster-reduction-{year}"], day) for year, day in ((2013, date(2017, 1, 1)), (2020, DAY))
    )
    found = compare(jinhui, older, newer, DAY)
    assert not newer.whole
    assert found.counts()["removed"] == found.counts()["added"] == 0
    assert found.unsure > 8


def test_a_finding_changes_with_the_edition(who, jinhui):
    write(Fund(code="1", amount_cny="30000", day=date(2026, 3, 1)), **who)
    older, newer = (
        Side(books()[f"disaster-reduction-{year}"], day) for year, day in ((2013, date(2017, 1, 1)), (2020, DAY))
    )
    changed = {(r.before.clause.number, r.after.clause.number): (r.before.finding.value, r.after.finding.value)
               for r in compare(jinhui, older, newer, DAY).different}  # fmt: skip
    assert changed[("3.1.3", "1.4")] == ("met", "unmet")


def test_texts_with_little_in_common_stand_whole():
    assert pieces("甲乙丙丁戊", "完全不同的文字") == [("del", "甲乙丙丁戊"), ("ins", "完全不同的文字")]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_compares_editions_days_and_other_standards(client, jinhui, language):
    client.cookies["django_language"] = language
    page = reverse("standard.compare.read", args=[jinhui.code, "disaster-reduction-2020"])
    for query in ("", "?with=two-oriented", "?with=disaster-reduction-2020&text=2021-01-01", "?with=nothing&text=x"):
        assert client.get(page + query).status_code == 200
    assert "2011/2013" in client.get(page).content.decode()
    assert client.get(reverse("standard.compare.read", args=[jinhui.code, "nothing"])).status_code == 404
