"""Tables, shares, runs of days, recognised scans, words without a figure, other documents: each sort by its name."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from liangxing.kernel.period import Period
from liangxing.reports.check.check import check_text
from liangxing.reports.check.claims import Sent
from liangxing.reports.check.restored import restore

from .conftest import DAY, RECORDED, REPORT

HELD = {date(2012, 5, 1): 20, date(2012, 11, 1): 7, date(2013, 2, 1): 6}


def during(key, period):
    if key != "activities.held":
        return None
    some = [n for day, n in HELD.items() if day in period]
    return Decimal(sum(some)) if some else None


DATED = replace(RECORDED, during=during)


def verdicts(vocabulary, text, recorded=DATED):
    told = check_text(text, vocabulary, recorded, day=DAY).claims
    return [(c.text, c.measure, c.verdict.value) for c in told if c.kind != "lost"]


TABLES = {
    "a label in the first column": ("项目\t单位\t数量\n户数\t户\t3324", ("3324", "register.households", "borne_out")),
    "a label in the first row": ("楼栋（栋）\t备注\n98\t无", ("98", "register.buildings", "differs")),
    "the unit in the caption": (
        "停车位情况（单位：个）\n增设停车位\t500",
        ("500", "environment.parking_added", "differs"),
    ),
    "a merged label above": ("垃圾箱\t分类垃圾箱\t60个", ("60个", "environment.sorted_bins", "borne_out")),
    "ten thousand in the head": ("项目\t数量（万人）\n总人口\t0.8", ("0.8", "register.residents", "borne_out")),
    "a year of its own over the column": ("指标\t2012年\n开展活动（场）\t27", ("27", "activities.held", "borne_out")),
    "a merged head over two columns": (
        "社区基本情况\t\t\n户数\t户\t3324户",
        ("3324户", "register.households", "borne_out"),
    ),
}


@pytest.mark.parametrize("sort", TABLES)
def test_a_number_in_a_table_speaks_of_its_labels(vocabulary, sort):
    text, claim = TABLES[sort]
    assert verdicts(vocabulary, text)[-1] == claim


def test_one_estate_of_many_is_not_held_against_the_whole(vocabulary):
    told = verdicts(vocabulary, "小区名称\t户数（户）\n金秋小区\t512\n玉兰小区\t640\n合计\t3324")
    assert told == [
        ("512", None, "not_recorded"), ("640", None, "not_recorded"), ("3324", "register.households", "borne_out"),
    ]  # fmt: skip


def test_numbers_that_only_count_the_rows_claim_nothing(vocabulary):
    told = verdicts(vocabulary, "序号\t项目\t数量\n1\t户数（户）\t3324")
    assert told == [("3324", "register.households", "borne_out")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("今年以来,开展活动6场。", "borne_out"), ("去年,开展活动27场。", "borne_out"), ("去年下半年开展活动7场。", "borne_out"),
        ("去年上半年开展活动7场。", "differs"), ("近三年开展活动33场。", "borne_out"), ("2012年,社区共开展活动37场。", "differs"),
        ("2009年,开展活动12场。", "not_recorded"), ("2012年5月1日,开展活动20场。", "borne_out"), ("开展活动27场。", "borne_out"),
        ("1-3月开展活动6场。", "borne_out"), ("一季度开展活动60场。", "differs"),
    ],
)  # fmt: skip
def test_what_happened_is_counted_in_the_days_that_are_named(vocabulary, text, verdict):
    ((_words, measure, found),) = verdicts(vocabulary, text)
    assert (measure, found) == ("activities.held", verdict)


def test_what_was_there_in_another_year_is_not_held_against_today(vocabulary):
    assert verdicts(vocabulary, "2008年,社区有住户2900户。") == [("2900户", "register.households", "not_recorded")]
    known = replace(RECORDED, during=lambda _key, period: Decimal(2900) if period == Period.year(2008) else None)
    assert verdicts(vocabulary, "2008年,社区有住户2900户。", known)[0][2] == "borne_out"
    assert verdicts(vocabulary, "2008年,社区有住户3324户。", known)[0][2] == "differs"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("住户33Z4户", "住户33Z4户"), ("住户332l户", "住户3321户"), ("面积O.6平方公里", "面积0.6平方公里"), ("图书68OO册", "图书6800册"),
        ("住户3 324户", "住户3324户"), ("楼栋９ ３栋", "楼栋93栋"), ("采用O2O模式", "采用O2O模式"), ("A1栋", "A1栋"), ("2Ol2年9月", "2012年9月"),
        ("居民|4个", "居民14个"),
    ],
)  # fmt: skip
def test_letters_that_stand_for_digits_are_read_as_digits(given, read):
    assert restore(given).text.text == read


@pytest.mark.parametrize("mark", ["- 2 -", "第 2 页 共 9 页", "第2页", "— 12 —", "2/9", "7"])
def test_a_page_number_inside_a_sentence_goes(mark):
    text = f"社区位于新姚北路面积零点六平方公里共有楼栋九十三\n{mark}\n栋居民三千三百二十四户。"
    assert restore(text).text.text.count("\n") == 0
    assert "九十三栋居民" in restore(text).text.text


def test_a_running_head_goes_and_a_sentence_that_stands_twice_stays():
    head = "某某社区居民委员会文件"
    lines = [
        "社区位于新姚北路面积零点六平方公里共有楼栋九十",
        "三栋居民三千三百二十四户总人口八千余人辖区两",
        "个企事业单位和六个小区是一个综合型的社区并且",
    ]
    text = f"{lines[0]}\n{head}\n{lines[1]}\n{head}\n{lines[2]}\n{head}\n很大。"
    assert restore(text).text.text == "".join(lines) + "很大。"
    assert restore("社区很好。\n社区很好。\n社区很好。").text.text == "社区很好。\n社区很好。\n社区很好。"


def test_a_word_without_a_figure_is_marked_and_is_not_wrong(vocabulary):
    found = check_text("社区工作成效显著。", vocabulary, RECORDED, day=DAY)
    assert [(c.text, c.kind.value, c.verdict.value) for c in found.claims] == [("显著", "word", "unproven")]
    assert found.good
    assert verdicts(vocabulary, "停车难明显缓解,增设停车位312个。") == [
        ("312个", "environment.parking_added", "borne_out")
    ]
    assert verdicts(vocabulary, "下一步将全面推进。") == []


def test_what_was_sent_otherwise_is_said_although_the_records_bear_it_out(vocabulary):
    sent = Sent("register.households", Decimal(3320), "减灾能力调查表", date(2013, 1, 5))
    found = check_text("社区有3324户。", vocabulary, replace(RECORDED, sent=(sent,)), day=DAY)
    ((claim),) = found.claims
    assert (claim.verdict.value, claim.sent, found.good) == ("contradicts", sent, False)
    assert claim.as_json()["sent"] == "减灾能力调查表: 3320"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("社区共有楼栋98栋。道路整洁。", "社区共有楼栋93栋。"), ("社區共有樓棟98棟。", "社區共有樓棟93棟。"),
        ("总人口9,000余人。", "总人口8,237人。"), ("社区总人口1.2万人。", "社区总人口8237人。"), ("夏天空调温度不低于16℃。", "夏天空调温度26℃。"),
    ],
)  # fmt: skip
def test_a_sentence_with_the_recorded_figure_is_offered(vocabulary, text, sentence):
    (claim,) = [c for c in check_text(text, vocabulary, RECORDED, day=DAY).claims if c.verdict == "differs"]
    assert claim.sentence == sentence


def test_the_report_of_another_community_is_named(vocabulary):
    ours = replace(RECORDED, community="金汇社区")
    text = "和园街道柳塘社区位于城西。柳塘社区有居民5000户,是示范社区。"
    assert check_text(text, vocabulary, ours, day=DAY).other == "柳塘社区"
    assert check_text("我社区是文明社区。本社区有93栋。", vocabulary, ours, day=DAY).other == ""
    assert check_text(REPORT.read_text("utf-8"), vocabulary, ours, day=DAY).other == ""


def test_no_word_list_holds_a_name_of_the_demonstration():
    names = ["金汇", "新姚", "银杏路", "玉兰路", "金秋", "春蕾", "湘牛", "红海", "天虹", "和庄", "文源"]
    house = Path(__file__).parents[4] / "liangxing"
    for file in (house / "reports/check/words.toml", *house.glob("**/said.toml")):
        told = file.read_text("utf-8")
        assert not [name for name in names if name in told], file
