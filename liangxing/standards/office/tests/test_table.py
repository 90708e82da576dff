"""An office's table: read as it is made, bound, looked at, kept in editions, given back the same."""

import io
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from liangxing.activities.models import Activity
from liangxing.evidence.models import Piece
from liangxing.ledger.models import Act
from liangxing.ledger.verify import verify
from liangxing.records.actions import write_many
from liangxing.standards.assess import assess, freeze, still_as_found
from liangxing.standards.book import FOREVER
from liangxing.standards.models import Edition, EditionClause, EditionTest
from liangxing.standards.office.draft import draft
from liangxing.standards.office.export import toml, xlsx
from liangxing.standards.office.keep import given, keep, known, withdraw
from liangxing.standards.office.matching import suggested
from liangxing.standards.office.table import read_table
from liangxing.standards.planning.plan import plan
from liangxing.standards.reading import books, parse
from liangxing.standards.shelf import shelf

INFO = [("发布单位：", "云溪街道办事处（虚构）"), ("文号：", "云街发〔2026〕3号"), ("出处：", "虚构的示例"), ("生效日期：", "2026-01-01"),
        ("等级：", "合格", 60, "Pass"), ("等级：", "优秀", "90分", "Excellent")]  # fmt: skip
HEADER = ["序号", "类别", "考核内容", "达标要求", "分值", "责任单位"]
ROWS = [
    ["一、宣传教育"],
    [1, "", "节能环保课堂", "每年不少于4次", 60, "社区居委会"],
    ["二、环境"],
    [2, "", "分类垃圾箱", "≥60个", "30分", ""],
    [3, "", "楼道整洁，群众满意", "", 10, ""],
    ["合计", "", "", "", 100, ""],
]


def table(tmp_path, rows=ROWS, *, header=HEADER, info=INFO, title="社区星级评定表（虚构）", name="星级.xlsx"):
    book = Workbook()
    sheet = book.active
    sheet.title = "评定表"
    sheet.append([title])
    sheet.merge_cells("A1:F1")
    for line in info:
        sheet.append(line)
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    file = tmp_path / name
    book.save(file)
    return file


def brought(file, jinhui, told=None):
    made = draft(read_table(file, file.name), told or {}, known(jinhui))
    return keep(made, file=file, name=file.name, community=jinhui, by="worker")


def test_a_table_is_read_as_offices_make_it(tmp_path, jinhui):
    made = draft(read_table(table(tmp_path), "星级.xlsx"), {}, {})
    assert (made.faults, made.missing, made.wrong) == ([], (), False)
    assert made.info["title"] == "社区星级评定表（虚构）"
    assert [(c.number, c.part, c.points, [(t.measure, t.rule, int(t.numbers[0])) for t in c.tests]) for c in made.clauses] == [
        ("1", "一、宣传教育", 60, [("activities.lessons", "at_least", 4)]),
        ("2", "二、环境", 30, [("environment.sorted_bins", "at_least", 60)]),
        ("3", "二、环境", 10, []),
    ]  # fmt: skip
    assert [(level.title["zh-hans"], level.at_least) for level in made.levels] == [("优秀", 90), ("合格", 60)]
    assert made.suggested == 2


@pytest.mark.parametrize(("rows", "place", "said"), [
    ([[1, "", "节能环保课堂", "≥4", "五分", ""]], ("评定表", 9, "E"), "五分"),
    ([[1, "", "节能环保课堂", "≥4", 0.5, ""]], ("评定表", 9, "E"), "0.5"),
    ([[1, "", "甲", "≥4", 1, ""], [1, "", "乙", "≥4", 1, ""]], ("评定表", 10, "A"), "9"),
    ([["", "", "节能环保课堂", "≥4", 1, ""]], ("评定表", 9, "A"), ""),
    ([[1, "", "长" * 1001, "≥4", 1, ""]], ("评定表", 9, "C"), "1000"),
])  # fmt: skip
def test_what_is_wrong_is_named_with_sheet_row_and_column(tmp_path, jinhui, rows, place, said):
    made = draft(read_table(table(tmp_path, rows), "星级.xlsx"), {}, {})
    assert [(f.sheet, f.row, f.column) for f in made.faults] == [place]
    assert said in str(made.faults[0])
    assert f"{place[2]}" in str(made.faults[0])
    assert made.wrong


@pytest.mark.parametrize(("measure", "asked", "said"), [
    ("register.households", "80%", "share"), ("safety.grid_share", "≥ 90", "80%"), ("register.households", "≥ 500平方米", "平方米"),
    ("register.households", "多多益善", "≥ 3"), ("no.figure", "≥ 3", "no.figure"),
])  # fmt: skip
def test_what_does_not_fit_its_figure_is_said(tmp_path, jinhui, measure, asked, said):
    from django.utils.translation import override

    with override("en"):
        made = draft(read_table(table(tmp_path), "星级.xlsx"), {"measure-0": measure, "asked-0": asked}, {})
    wrong = made.rows[0][1][0].wrong
    assert said in wrong
    assert made.wrong


def test_units_are_converted(tmp_path, jinhui):
    told = {"measure-0": "safety.funds", "asked-0": "超过 10 万元", "measure-1": "register.area", "asked-1": "≥ 60公顷"}
    tests = [c.tests[0] for c in draft(read_table(table(tmp_path), "x.xlsx"), told, {}).clauses[:2]]
    assert [(t.rule, t.numbers[0]) for t in tests] == [("more_than", 100000), ("at_least", pytest.approx(0.6))]


def test_it_is_assessed_planned_and_frozen_like_a_shipped_book(tmp_path, who, jinhui):
    edition = brought(table(tmp_path), jinhui)
    held = [
        Activity(code=str(n), title="课", sort="lesson", topics=",water,", attended=9, day=date(2026, 5, n + 1))
        for n in range(4)
    ]
    write_many(held, **who)
    found = assess(jinhui, edition.key, date(2026, 6, 1))
    assert found.counts() == {"met": 1, "unmet": 0, "unknown": 2}
    assert plan(jinhui, found, date(2026, 6, 1))[0].gap.judged.clause.number == "2"
    kept = freeze(found, **who)
    assert still_as_found(kept)
    assert Piece.objects.get(proves=edition.fact).name == "星级.xlsx"
    assert verify(jinhui) is None


def test_a_later_edition_ends_the_one_before_and_remembers_what_was_confirmed(tmp_path, jinhui):
    first = brought(table(tmp_path), jinhui, {"measure-1": "environment.sorted_bins", "asked-1": "≥ 50"})
    info = [("发布单位", "云溪街道办事处（虚构）"), ("出处", "虚构的示例"), ("生效日期", "2027-01-01")]
    later = table(tmp_path, [*ROWS[:4], [3, "", "新建口袋公园", "≥1处", 10, ""]], info=info, name="2027.xlsx")
    made = draft(read_table(later, "2027.xlsx"), {}, known(jinhui))
    assert [some[0].ground.value for _row, some, _clause in made.rows[:2]] == ["before", "before"]
    second = brought(later, jinhui)
    assert (first.code, first.edition + 1) == (second.code, second.edition)
    some = shelf(jinhui)
    assert (some[first.key].after, some[second.key].after) == (date(2027, 1, 1), FOREVER)
    assert some[first.key].in_force(date(2026, 12, 31))
    assert not assess(jinhui, first.key, date(2027, 1, 1)).judged


def test_the_same_table_again_keeps_nothing(tmp_path, jinhui):
    from liangxing.kernel.errors import Refused

    brought(table(tmp_path), jinhui)
    acts = Act.objects.count()
    with pytest.raises(Refused):
        brought(table(tmp_path), jinhui)
    assert (Act.objects.count(), Edition.objects.count()) == (acts, 1)


def test_what_was_brought_by_mistake_is_struck_whole(tmp_path, jinhui):
    edition = brought(table(tmp_path), jinhui)
    withdraw(edition, by="worker", why="wrong file")
    assert not any(kind.objects.known().exists() for kind in (Edition, EditionClause, EditionTest))
    assert edition.key not in shelf(jinhui)
    assert verify(jinhui) is None


def alike(book):
    """A book without what another way of keeping it may say otherwise: keys, and the keys of its parts."""
    clauses = tuple(replace(c, part=book.parts.get(c.part, {}).get("zh-hans", c.part)) for c in book.clauses)
    return replace(
        book, key="", clauses=clauses, parts={}, official=False, given=False, family="", points=None, note={}
    )


@pytest.mark.parametrize("key", sorted(books()))
def test_every_shipped_book_comes_back_from_toml_and_from_a_table(tmp_path, jinhui, key):
    book = books()[key]
    again = parse(toml(book), "x", key)
    assert again == replace(book, family=again.family)
    file = tmp_path / "x.xlsx"
    file.write_bytes(xlsx(book))
    read = draft(read_table(file, "x.xlsx"), {}, {})
    assert read.faults == []
    assert [b.wrong for _row, some, _clause in read.rows for b in some if b.wrong] == []
    made, wanted = alike(read.book("x", "x")), alike(book)
    for mine, theirs in zip(made.clauses, wanted.clauses, strict=True):
        assert replace(mine, needs={}) == replace(theirs, needs={})
    assert replace(made, clauses=()) == replace(wanted, clauses=())


def test_what_is_kept_is_given_back_the_same(tmp_path, jinhui):
    edition = brought(table(tmp_path), jinhui)
    book = given(jinhui)[edition.key]
    file = tmp_path / "again.xlsx"
    file.write_bytes(xlsx(book))
    again = draft(read_table(file, "again.xlsx"), {}, {}).book(edition.key, edition.code)
    assert again.clauses == book.clauses
    assert again.levels == book.levels
    assert len(parse(toml(book), "x", "x").clauses) == 3


def test_the_figure_is_among_those_suggested_for_most_clauses_of_the_shipped_books():
    asked = [c for book in books().values() for c in book.clauses if c.tests]
    found = [c for c in asked if {t.measure for t in c.tests} & {*suggested(c.text["zh-hans"])}]
    assert len(found) / len(asked) > 0.75


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_from_the_file_to_the_standard_by_the_pages(client, come_in, tmp_path, jinhui, language):
    client.cookies["django_language"] = language
    page = reverse("standards.new.import", args=[jinhui.code])
    assert client.get(page).status_code == 302  # the public is asked to sign in
    come_in("worker")
    assert client.get(page).status_code == 200
    sent = SimpleUploadedFile("星级.xlsx", table(tmp_path).read_bytes())
    looked = client.post(page, {"file": sent})
    assert looked.status_code == 200
    assert not Edition.objects.exists()
    told = {"digest": looked.context["digest"], "name": "星级.xlsx", "keep": "1"}
    assert client.post(page, told).status_code == 422  # the suggestions were not looked at
    kept = client.post(page, told | {"looked": "on", "measure-2": "", "asked-2": ""})
    key = Edition.objects.get().key
    assert kept["Location"] == reverse("standard.read", args=[jinhui.code, key])
    for route in (
        "standard.read",
        "standard.plan.read",
        "standard.whatif.read",
        "standard.compare.read",
        "standard.xlsx.read",
        "standard.toml.read",
    ):
        assert client.get(reverse(route, args=[jinhui.code, key])).status_code == 200, route
    for route in ("standards.read", "standards.blank.import", "desk.desk", "board.read"):
        assert client.get(reverse(route, args=[jinhui.code])).status_code == 200, route
    strike = reverse("standard.withdraw.strike", args=[jinhui.code, key])
    client.post(strike, {"why": ""})
    assert Edition.objects.known().exists()
    client.post(strike, {"why": "错"})
    assert not Edition.objects.known().exists()
    assert (
        client.post(reverse("standard.withdraw.strike", args=[jinhui.code, "two-oriented"]), {"why": "x"}).status_code
        == 404
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\x00" * 100])
def test_what_is_no_table_is_refused_in_words(client, come_in, jinhui, content):
    come_in("worker")
    page = reverse("standards.new.import", args=[jinhui.code])
    assert client.post(page, {"file": SimpleUploadedFile("a.xlsx", content)}).status_code in (200, 422)
    empty = io.BytesIO()
    Workbook().save(empty)
    answer = client.post(page, {"file": SimpleUploadedFile("a.xlsx", empty.getvalue())})
    assert answer.status_code == 422
    assert not Edition.objects.exists()


def test_two_editions_do_not_begin_on_one_day(tmp_path, jinhui):
    from liangxing.kernel.errors import Refused

    first = brought(table(tmp_path), jinhui)
    mended = table(tmp_path, ROWS[:4])
    with pytest.raises(Refused):
        brought(mended, jinhui)
    withdraw(first, by="worker", why="mended")
    assert brought(mended, jinhui).edition == 2


def test_a_table_too_long_for_one_page_is_refused_in_words(tmp_path, jinhui):
    from liangxing.kernel.errors import Refused

    long = [[n, "", "节能环保课堂", "≥4", 1, ""] for n in range(181)]
    with pytest.raises(Refused, match="181"):
        read_table(table(tmp_path, long), "x.xlsx")
