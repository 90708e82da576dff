"""What the search finds, and what it must never find."""

import html
import re
from datetime import date

import pytest
from click.testing import CliRunner
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from liangxing.activities.models import Activity
from liangxing.places.search import index, views
from liangxing.places.search.models import Line, Mark
from liangxing.places.search.words import Asked, fold, index_words
from liangxing.records.actions import correct, erase, strike, write
from liangxing.register.models import Household, Organisation, Place, Resident
from liangxing.rooms.casework.models import Case
from liangxing.rooms.elections.models import Seat
from liangxing.rooms.honours.models import Alias, Honour
from liangxing.site.cli import main

DAY = date(2026, 5, 3)


@pytest.fixture
def ask(client, jinhui):
    """The page that a question gives, as text without tags, its marks as ``[ ]``; or the whole answer."""

    def asking(q, raw=False, **also):
        answer = client.get(reverse("search.read", args=[jinhui.code]), {"q": q, **also})
        assert answer.status_code == 200
        body = answer.content.decode()
        if raw:
            return body
        body = re.sub(r"<(style|script|header|footer).*?</\1>", " ", body, flags=re.S)
        body = body.replace("<mark>", "[").replace("</mark>", "]")
        return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))

    return asking


@pytest.fixture
def square(who):
    """A place and what was held there."""
    place = write(Place(code="GC", name="文化广场", sort="square", day=DAY), **who)
    return write(
        Activity(code="1", title="爱绿护绿 Planting TREES", sort="campaign", topics=",green,", place=place, day=DAY),
        **who,
    )


@pytest.mark.parametrize(("q", "marked"), [
    ("护绿", "[护绿]"),  # two characters, which trigrams never find
    ("绿", "爱[绿]护[绿]"),
    ("愛綠護綠", "[爱绿护绿]"),  # traditional finds simplified
    ("planting", "[Planting]"),
    ("ＴＲＥＥＳ", "[TREES]"),
    ("tre", "[TRE]ES"),
    ("广场", "文化[广场]"),  # the place of an activity is found with it
    ("主题活动", "[主题活动]"),  # a choice by its word, and not by its key
    ("护绿 广场", "[护绿]"),
])  # fmt: skip
def test_words_are_found_and_marked(q, marked, square, ask):
    found = ask(q)
    assert "爱绿护绿" in found.replace("[", "").replace("]", "")
    assert marked in found


@pytest.mark.parametrize("q", ["绿爱", "护广", "rees", "护绿 不在", "文绿"])
def test_what_does_not_stand_together_is_not_found(q, square, ask):
    assert "没有找到" in ask(q)


def test_traditional_records_are_found_by_simplified_words(who, ask):
    write(Place(code="1", name="環境廣場", sort="square", day=DAY), **who)
    assert "[環境]廣場" in ask("环境")


@pytest.mark.parametrize(
    "q",
    ["", " ", "，。", '" OR 1', "NEAR(a b)", "a*b -c", "'; DROP TABLE", "𠮷野家", "مرحبا", "👍", "x" * 900, "的 " * 90],
)
def test_any_question_gets_a_page(q, square, ask):
    assert "搜索" in ask(q)


def test_a_rare_character_is_found(who, ask):
    write(Place(code="1", name="𠮷野·广场", sort="square", day=DAY), **who)
    assert "[𠮷]野" in ask("𠮷")
    assert "[𠮷野]" in ask("𠮷野")


def test_what_the_program_itself_says_is_found_in_both_languages(jinhui, ask):
    found = ask("垃圾箱")
    assert "指标" in found
    assert "[垃圾箱]" in found
    assert "figures/environment.sorted_bins/" in ask("sorted bins", raw=True)
    assert "条款" in ask("大扫除")
    assert "standards/" in ask("两型", raw=True)


def test_an_honour_is_found_by_its_other_name(who, ask):
    honour = write(Honour(code="1", name="综合减灾示范社区", level="nation", field="safety", day=DAY), **who)
    write(Alias(honour=honour, name="防灾模范", day=DAY), **who)
    assert "综合减灾示范社区" in ask("防灾模范")


def test_a_correction_takes_the_place_of_what_it_corrects_and_a_strike_leaves_nothing(square, who, ask):
    ask("护绿")
    new = correct(square, by="worker", why="w", title="清捡行动")
    assert "没有找到" in ask("护绿")
    assert "[清捡]行动" in ask("清捡")
    strike(new, by="worker", why="w")
    assert "没有找到" in ask("清捡")


def test_nothing_of_a_person_or_a_home_comes_into_the_index(who, home, jinhui, square, ask):
    write(Resident(code="R-777", household=home, name="秘而不宣", phone="13800000000", day=DAY), **who)
    write(Seat(name="隐姓埋名", duty="head", day=DAY), **who)
    write(Case(code="C-98765", household=home, sort="elderly", day=DAY), **who)
    write(Organisation(code="O", name="某公司", contact="某联系人", sort="enterprise", day=DAY), **who)
    write(Place(code="P", name="小院", sort="square", note="某人的备注", day=DAY), **who)
    ask("小院")
    kept = " ".join(Line.objects.values_list("words", flat=True)) + " ".join(
        Line.objects.values_list("name", flat=True)
    )
    for word in (
        "秘而不宣",
        "13800000000",
        "隐姓埋名",
        "某公司",
        "某联系人",
        "某人的备注",
        "R-777",
        "C-98765",
        home.code,
    ):
        assert "没有找到" in ask(word), word
        assert index_words(word) not in kept, word
    assert not Line.objects.filter(kind__in=["register.household", "register.resident", "casework.case"]).exists()
    assert Household.objects.known().exists()
    assert Line.objects.filter(kind="register.place").count() == 2


def test_after_an_erasure_the_index_is_read_again(who, square, ask):
    place = write(Place(code="2", name="小亭", sort="square", day=DAY), **who)
    ask("小亭")
    erase(place, "note", by="worker", why="w")
    assert "[小亭]" in ask("小亭")


def test_a_large_import_is_read_in_parts_and_it_is_said(jinhui, square, monkeypatch, ask):
    monkeypatch.setattr(views, "catch_up", lambda community: index.catch_up(community, 1))
    assert "还有 1 条新记录没有编入搜索" in ask("护绿")
    assert "[护绿]" in ask("护绿")
    assert Mark.objects.get().seq == 2


def test_made_anew_the_index_says_the_same(who, jinhui, square):
    index.catch_up(jinhui)
    kept = set(Line.objects.values_list("record", "name", "words"))
    Line.objects.all().delete()
    told = CliRunner().invoke(main, ["reindex", "--json"])
    assert told.exit_code == 0, told.output
    assert '"lines": 2' in told.output
    assert set(Line.objects.values_list("record", "name", "words")) == kept
    assert index.catch_up(jinhui) == 0


def test_another_way_of_reading_reads_anew(who, jinhui, square, monkeypatch):
    index.catch_up(jinhui)
    Line.objects.update(name="old")
    monkeypatch.setattr(index, "WAY", index.WAY + 1)
    index.catch_up(jinhui)
    assert not Line.objects.filter(name="old").exists()


def test_results_come_by_kind_and_in_pages(who, jinhui, ask):
    for n in range(25):
        write(Place(code=f"P{n}", name=f"石榴园{n}", sort="square", day=DAY), **who)
    first = ask("石榴园")
    assert "找到 25 条" in first
    assert "第 1 页" in first
    second = ask("石榴园", page="2")
    assert second.count("[石榴园]") == 5
    assert "地点 25" in ask("石榴园", sort="register.place")
    assert "找到 25 条" in ask("石榴园", sort="no.such")


def test_a_page_asks_the_database_a_few_times(who, square, ask, django_assert_max_num_queries):
    ask("绿")
    with django_assert_max_num_queries(12):
        ask("绿")


@given(st.text(max_size=30))
def test_every_run_of_a_text_is_found_in_it_and_marked(text):
    for run in Asked.read(text).runs:
        assert Asked((run,)).within(fold(text))
        assert set(index_words(run).split()) <= set(index_words(text).split())
