"""Each rule finds what breaks it, and nothing in a document that keeps them all."""

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from liangxing.reports.format.lint import lint
from liangxing.reports.format.rules import rules

from .paper import SENTENCE, Paper


def found(paper):
    """The rules that find something in *paper*, with the findings of each."""
    told = {}
    for finding in lint(paper.content(), "通知.docx").findings:
        told.setdefault(finding.rule.key, []).append(finding)
    return told


def margins(paper):
    paper.section.left_margin = Mm(31.7)


def no_grid(paper):
    paper.grid.set(qn("w:linePitch"), "312")
    for name in ("body", "third", "more", "annex_body"):
        paper.line[name].paragraph_format.line_spacing = Pt(30)


def wide(paper):
    paper.grid.set(qn("w:type"), "lines")


def coloured(paper):
    paper.line["body"].runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


def no_title(paper):
    for name in ("number", "title", "blank"):
        paper.without(name)
    paper.say("addressee", "各居民小组的同志们，大家好。")


def styled_heading(paper):
    paper.line["first"].style = paper.docx.styles["Heading 1"]
    paper.line["first"].paragraph_format.space_before = Pt(0)
    paper.say("first", "打牢基础")


def spaced(paper):
    paper.line["body"].paragraph_format.line_spacing = 1.5


def no_page_number(paper):
    for line in (paper.odd, paper.even):
        line._p.getparent().remove(line._p)


def small_number(paper):
    for run in paper.odd._p.iter(qn("w:sz")):
        run.set(qn("w:val"), "18")


def no_dashes(paper):
    for line in (paper.odd, paper.even):
        for run in line.runs:
            run._r.getparent().remove(run._r)


def one_side(paper):
    paper.docx.settings.odd_and_even_pages_header_footer = False


def left_on_odd(paper):
    paper.odd.alignment = None


def low_number(paper):
    paper.section.footer_distance = Mm(12)


def same_page(paper):
    paper.line["annex"].paragraph_format.page_break_before = False


def annex_in_body_font(paper):
    paper.font("annex", "仿宋")


def changed(paper):
    inserted = OxmlElement("w:ins")
    run = paper.line["body"].runs[0]._r
    run.addprevious(inserted)
    inserted.append(run)


def commented(paper):
    paper.docx.add_comment(paper.line["body"].runs[0], "再看一下", author="甲")


def far_from_the_right(paper):
    paper.line["date"].paragraph_format.right_indent = Pt(0)


def say(name, text):
    return lambda paper: paper.say(name, text)


def font(name, face):
    return lambda paper: paper.font(name, face)


def size(name, points):
    return lambda paper: paper.size(name, points)


def indent(name, characters):
    return lambda paper: paper.indent(name, characters)


PLANTED = [
    ("paper-size", lambda paper: setattr(paper.section, "page_height", Mm(279)), ""),
    ("margins", margins, ""),
    ("lines-a-page", no_grid, ""),
    ("characters-a-line", wide, ""),
    ("body-font", font("body", "宋体"), SENTENCE[:4]),
    ("body-size", size("more", 14), SENTENCE[:4]),
    ("text-black", coloured, SENTENCE[:4]),
    ("document-number", say("number", "文源街办[2026]05号"), "文源街办"),
    ("document-number", say("number", "文源街办〔26〕第5号"), "文源街办"),
    ("title-font", font("title", "黑体"), "关于开展"),
    ("title-size", size("title", 20), "关于开展"),
    ("title-place", indent("title", 2), "关于开展"),
    ("title-there", no_title, ""),
    ("addressee-form", say("addressee", "各居民小组:"), "各居民小"),
    ("addressee-form", indent("addressee", 2), "各居民小"),
    ("level-fonts", font("first", "仿宋"), "一、打牢"),
    ("level-fonts", font("second", "黑体"), "（一）成"),
    ("level-fonts", font("third", "宋体"), "1.明确"),
    ("level-fonts", font("fourth", "楷体"), "（1）书"),
    ("level-sizes", size("second", 15), "（一）成"),
    ("level-numbers", say("first", "一．打牢基础"), "一．打牢"),
    ("level-numbers", say("second", "(一)成立小组"), "(一)成"),
    ("level-numbers", say("third", "1、明确分工。"), "1、明确"),
    ("level-numbers", say("fourth", "①书记任组长。"), "①书记任"),
    ("level-numbers", styled_heading, "打牢基础"),
    ("level-order", say("next", "三、做出特色"), "三、做出"),
    ("level-order", say("first", "（一）打牢基础"), "（一）打"),
    ("first-line", indent("body", 0), SENTENCE[:4]),
    ("first-line", indent("body", 4), SENTENCE[:4]),
    ("line-spacing", spaced, SENTENCE[:4]),
    ("annex-note-form", indent("note", 0), "附件：任"),
    ("annex-note-form", say("note", "附件:任务分工表"), "附件:任"),
    ("annex-note-form", say("note", "附件：任务分工表。"), "附件：任"),
    ("signature-place", far_from_the_right, "2026"),
    ("date-form", say("date", "2026年05月03日"), "2026"),
    ("date-form", say("date", "二〇二六年五月三日"), "二〇二六"),
    ("blank-page", say("more", "（此页无正文）"), "（此页无"),
    ("annex-form", same_page, "附件"),
    ("annex-form", indent("annex", 2), "附件"),
    ("annex-form", annex_in_body_font, "附件"),
    ("annex-form", say("annex", "附件："), "附件："),
    ("imprint-size", size("copies", 16), "抄送：文"),
    ("imprint-form", say("copies", "抄送：文源街道办事处"), "抄送：文"),
    ("imprint-form", say("printed", "金汇社区居民委员会　　2026年05月04日印发"), "金汇社区"),
    ("page-number-there", no_page_number, ""),
    ("page-number-font", small_number, ""),
    ("page-number-dashes", no_dashes, ""),
    ("page-number-sides", one_side, ""),
    ("page-number-sides", left_on_odd, ""),
    ("page-number-place", low_number, ""),
    ("full-width-signs", say("body", "社区现有分类垃圾箱,停车位(地上)有所增加."), "社区现有"),
    ("unfinished", changed, ""),
    ("unfinished", commented, ""),
]


def test_a_document_that_keeps_every_rule_has_no_finding():
    linted = lint(Paper().content(), "通知.docx")
    assert [(f.rule.key, f.says, f.places) for f in linted.findings] == []
    assert linted.good
    assert linted.asked == len(rules())


@pytest.mark.parametrize(("key", "spoil", "words"), PLANTED, ids=[f"{n}-{p[0]}" for n, p in enumerate(PLANTED)])
def test_a_planted_defect_is_found_by_its_rule_at_its_place(key, spoil, words):
    paper = Paper()
    spoil(paper)
    told = found(paper)
    assert key in told, sorted(told)
    if words:
        assert any(place.words.startswith(words) for each in told[key] for place in each.places)
        assert all(place.paragraph > 0 for each in told[key] for place in each.places)
    assert all(each.says and each.todo for some in told.values() for each in some)


def test_every_rule_has_a_defect_planted_for_it():
    assert {key for key, _spoil, _words in PLANTED} == set(rules())


@pytest.mark.parametrize("text", ["全年用电3.5万度，节约12.5%。", "会议于2026年5月3日9:30召开，比去年（2025年）早。",
                                  "网址是 http://jinhui.example/a.html，电话另附。"])  # fmt: skip
def test_signs_within_numbers_times_and_addresses_are_left_alone(text):
    paper = Paper()
    paper.say("body", text)
    assert set(found(paper)) == set()


def test_what_is_alike_is_one_finding_with_all_its_places():
    paper = Paper()
    for name in ("body", "more", "annex_body"):
        paper.font(name, "宋体")
    (finding,) = found(paper)["body-font"]
    assert [place.paragraph for place in finding.places] == [4, 10, 16]
    assert finding.clause == "GB/T 9704-2012, 5.2.2"
