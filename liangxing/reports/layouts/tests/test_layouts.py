"""A layout is filled with what the report knows, is checked before, and can never run anything."""

from datetime import date

import pytest
from django.utils.translation import override

from liangxing.activities.models import Activity
from liangxing.kernel.errors import Refused
from liangxing.records.actions import write as keep
from liangxing.reports.books import books
from liangxing.reports.format.lint import lint
from liangxing.reports.layouts.actions import adopt, standing, take_back, versions
from liangxing.reports.layouts.check import check
from liangxing.reports.layouts.fields import Fields
from liangxing.reports.layouts.shipped import shipped
from liangxing.reports.layouts.use import printed
from liangxing.reports.render.word import docx
from liangxing.reports.sent.actions import Letter, send
from liangxing.reports.sent.living import living, statements
from liangxing.reports.subject import subjects
from liangxing.reports.writing import write, write_shipped
from liangxing.rooms.governance.models import Opinion, OpinionMeeting
from tests import town

from .making import lines, typed, with_part

LANGUAGES = ["zh-hans", "en"]


@pytest.fixture
def lives(jinhui, who):
    """A community with a little of everything, a meeting and an opinion too."""
    found, day = town.found(jinhui), date(2026, 5, 20)
    meeting = keep(Activity(code="2026-HY1", title="居民代表座谈会", sort="meeting", attended=64, day=day), **who)
    heard = keep(OpinionMeeting(code="YJ-1", sort="residents", activity=meeting, day=day), **who)
    keep(Opinion(code="YJ-1-1", meeting=heard, text="楼道灯不亮", raised_by="李某", day=day), **who)
    return found


@pytest.fixture
def ground(lives, jinhui):
    """A report, and its fields."""
    with override("zh-hans"):
        document = write_shipped(jinhui, "creation", lives.activity.day)
        yield document, Fields(document)


@pytest.fixture
def bare(jinhui):
    """The fields of a report of a community that has recorded nothing yet."""
    with override("zh-hans"):
        yield Fields(write_shipped(jinhui, "creation", date(2026, 5, 3)))


def faults(content, fields, name="x.docx"):
    return [(fault.says, fault.todo) for fault in check(content, name, fields).faults]


def of(book, community, day):
    """The record that *book* is shown with; ``None`` for a book of the whole community."""
    return next((r for _kind, rows in subjects(book, community, day) if (r := rows.first())), None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", books())
def test_the_shipped_layout_has_no_fault_and_comes_out_as_the_paper_itself(key, language, lives, jinhui):
    day = lives.activity.day
    record = of(books()[key], jinhui, day)
    if books()[key].of and record is None:
        pytest.fail(f"the ground of tests has no record for {key}")
    with override(language):
        document = write_shipped(jinhui, key, day, language=language, record=record)
        layout = shipped(document)
        checked = check(layout, "x.docx", Fields(document))
        filled = printed(layout, "x.docx", document, jinhui, record=record)
        assert checked.faults == ()
        assert checked.fields >= 3
        assert lines(filled.content) == lines(docx(document))
        assert filled.document.stated == document.stated
        assert "{{" not in "".join(lines(filled.content))


def test_a_figure_is_stated_under_any_of_its_names_with_period_and_manner(ground, jinhui):
    document, _fields = ground
    layout = typed(
        "共{{分类垃圾箱}}。",
        "{{Sorted bins}}",
        "{{environment.sorted_bins|以上}}",
        "{{活动｜2012}}",
    )
    filled = printed(layout, "x.docx", document, jinhui)
    first, second, third, fourth = lines(filled.content)
    assert (first, second, third) == ("共60个。", "60个", "60余个")
    added = filled.document.stated[len(document.stated) :]
    assert [str(s.claim.period) for s in added if s.claim.measure == "activities.held"] == ["2012-01-01..2012-12-31"]
    assert fourth in [s.shown for s in added]


def test_what_word_cut_into_pieces_is_one_field_again(ground, jinhui):
    document, fields = ground
    layout = typed("{{标题}}", runs=["共{", "{分类", "垃圾箱}", "}，好。"])
    checked = check(layout, "x.docx", fields)
    assert (checked.faults, checked.mended) == ((), 1)
    assert lines(printed(layout, "x.docx", document, jinhui).content)[1] == "共60个，好。"


def test_braces_of_a_chinese_keyboard_are_braces(ground, jinhui):
    document, _fields = ground
    assert lines(printed(typed("｛｛社区名称｝｝"), "x.docx", document, jinhui).content) == ["金汇社区"]


def test_a_list_comes_in_a_line_around_paragraphs_and_along_the_rows_of_a_table(ground, lives, jinhui):
    document, fields = ground
    opened, closed = "{{每条 environment.works}}", "{{完}}"
    layout = typed(
        f"有：{opened}{{{{名称}}}}{{{{隔 、}}}}{closed}。",
        opened,
        "改造：{{名称}}",
        closed,
        table=(f"{opened}{{{{名称}}}}", f"{{{{day}}}}{closed}"),
    )
    assert check(layout, "x.docx", fields).faults == ()
    told = lines(printed(layout, "x.docx", document, jinhui).content)
    assert told[:2] == ["有：铁栏杆改造。", "改造：铁栏杆改造"]
    assert told[2] == "铁栏杆改造"


WRONG = [
    ("{{分类垃圾桶箱}}", "没有“分类垃圾桶箱”这个字段", "分类垃圾箱"),
    ("{{没有这样的东西嘛}}", "没有“没有这样的东西嘛”这个字段", "字段表"),
    ("{{标题}}社区有垃圾箱60个。", "“60”是写死的数字", "{{原样 60}}"),
    ("{{标题}}社区有三个小区。", "“三个”是写死的数字", "{{原样 三个}}"),
    ("{{每条 environment.works}}{{名称}}", "列表打开了，没有结束", "{{完}}"),
    ("{{名称}}{{完}}", "“完”不在任何列表里", "列表"),
    ("{{标题", "字段没有写完", "}}"),
    ("{{标题}}和{{正文}}", "给出整段文字", "独占一段"),
    ("{{分类垃圾箱|去年冬天}}", "“去年冬天”没有意义", "时期"),
    ("没有字段的版式。", "没有任何字段", "自带版式"),
    ("{{标题}}{% for x in y %}", "模板语言的命令", "字段"),
    ("{{标题}}{# note #}", "模板语言的命令", "字段"),
    ("{{标题.__class__.__mro__}}", "是命令", "名称"),
    ("{{cycler.__init__.__globals__.os.popen('id').read()}}", "是命令", "名称"),
    ("{{''.__class__}}", "是命令", "名称"),
    ("{{每条 casework.cases}}{{完}}", "没有“casework.cases”这个字段", ""),
]


@pytest.mark.parametrize(("text", "says", "todo"), WRONG, ids=[text[:24] for text, _says, _todo in WRONG])
def test_what_is_wrong_is_named_with_what_to_do(text, says, todo, bare):
    found = faults(typed(text), bare)
    assert any(says in said and todo in done for said, done in found), found


@pytest.mark.parametrize(
    "text", ["{{标题.__class__}}", "{{cycler.__init__.__globals__}}", "{{document.blocks}}", "{{run}}"]
)
def test_a_name_that_is_none_gives_nothing_even_when_it_is_filled_unchecked(text, ground, jinhui):
    document, _fields = ground
    assert lines(printed(typed("{{社区名称}}" + text + "。"), "x.docx", document, jinhui).content) == ["金汇社区。"]


@pytest.mark.parametrize(
    "text", ["一、{{标题}}", "（一）{{标题}}", "1.{{标题}}", "{{标题}}电话{{原样 82345678}}", "{{标题}}一心一意"]
)
def test_numbers_of_headings_and_those_said_to_be_no_figure_are_not_bare(text, bare):
    assert faults(typed(text), bare) == []


def test_personal_columns_are_no_fields(bare):
    found = faults(typed("{{每条 register.residents}}{{姓名}}{{完}}"), bare)
    assert [said for said, _todo in found] == ["没有“姓名”这个字段。"]


def relation(text):
    link = '<Relationship Id="rId99" Type="http://x/image" Target="https://elsewhere.example/a.png" TargetMode="External"/>'
    return text.replace("</Relationships>", link + "</Relationships>")


def fetching(text):
    return text.replace("<w:sectPr", '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://x "/></w:p><w:sectPr', 1)


GOOD = typed("{{标题}}")
BODY = "word/document.xml"
REFUSED = [
    (with_part(GOOD, "word/vbaProject.bin", "x"), "x.docx", "宏"),
    (GOOD, "x.docm", "宏"),
    (with_part(GOOD, "word/embeddings/oleObject1.bin", "x"), "x.docx", "嵌有对象"),
    (with_part(GOOD, "word/_rels/document.xml.rels", "", relation), "x.docx", "elsewhere.example"),
    (with_part(GOOD, BODY, "", fetching), "x.docx", "INCLUDEPICTURE"),
    (
        with_part(GOOD, BODY, "", lambda t: t.replace("<w:sectPr", "<w:p><w:r><w:object/></w:r></w:p><w:sectPr", 1)),
        "x.docx",
        "对象",
    ),
    (b"%PDF-1.7", "x.pdf", "PDF"),
]


@pytest.mark.parametrize(("content", "name", "words"), REFUSED, ids=[words for _c, _n, words in REFUSED])
def test_macros_objects_and_links_to_elsewhere_are_refused_in_words(content, name, words, bare):
    with pytest.raises(Refused, match=words):
        check(content, name, bare)


def test_a_layout_in_use_prints_the_report_and_its_figures_are_sent_and_recalled_as_any(ground, lives, who, jinhui):
    document, _fields = ground
    told = {"book": "creation", "language": "zh-hans", **who}
    adopt(typed("{{标题}}", "去年活动{{活动|2012}}。"), "本单位.docx", **told)
    again = write(jinhui, "creation", document.day)
    assert lines(docx(again))[0] == document.title
    assert len(again.stated) == len(document.stated) + 1
    dispatch = send(Letter.of(again), to="文源街道", day=document.day, **who)
    kept = living(jinhui, statements(jinhui, dispatch=dispatch.fact))
    assert len(kept) == len(again.stated)
    assert all(each.holds for each in kept)
    assert write(jinhui, "creation", document.day, language="en").paper == b""


def test_each_version_stays_and_the_shipped_one_comes_back(who, jinhui):
    told = {"book": "creation", "language": "zh-hans", **who}
    first = adopt(typed("{{标题}}"), "一.docx", **told)
    assert adopt(typed("{{标题}}"), "一.docx", **told).sha256 == first.sha256
    second = adopt(typed("{{标题}}", "{{正文}}"), "二.docx", **told)
    assert standing(jinhui, "creation", "zh-hans") == second
    assert standing(jinhui, "creation", "zh-hans", first.recorded_at) == first
    take_back(second, by="worker")
    assert standing(jinhui, "creation", "zh-hans") is None
    assert [each.name for each in versions(jinhui, "creation", "zh-hans")] == ["二.docx", "一.docx"]
    adopt(typed("{{标题}}"), "三.docx", **told)
    assert standing(jinhui, "creation", "zh-hans").name == "三.docx"


def test_a_layout_whose_file_is_gone_does_not_stop_the_report(ground, who, jinhui, data_folder):
    layout = adopt(typed("{{标题}}"), "一.docx", book="creation", language="zh-hans", **who)
    (data_folder / "evidence" / layout.sha256[:2] / layout.sha256).unlink()
    assert write(jinhui, "creation", ground[0].day).paper == b""


def test_our_own_paper_by_the_shipped_layout_keeps_the_format(ground, jinhui):
    document, _fields = ground
    before = {f.rule.key for f in lint(docx(document), "x.docx").findings}
    filled = printed(shipped(document), "x.docx", document, jinhui)
    assert {f.rule.key for f in lint(filled.content, "x.docx").findings} == before


def test_nothing_of_what_was_typed_is_lost(ground, jinhui):
    layout = typed("第一句。{{社区名称}}第二句。", "不变的一段。", table=("甲", "{{社区名称}}"))
    told = lines(printed(layout, "x.docx", ground[0], jinhui).content)
    assert told == ["第一句。金汇社区第二句。", "不变的一段。", "甲", "金汇社区"]
