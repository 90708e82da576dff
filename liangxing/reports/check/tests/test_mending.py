"""How a damaged text is mended, step by step."""

import pytest

from liangxing.reports.check.restored import restore


def mended(text):
    return restore(text).text.text


def test_bytes_out_of_step_are_read_again(report):
    assert "节约环保活动,开展学习家庭节能技巧" in mended(report)


def test_what_was_mended_by_guess_is_told(report):
    found = restore(report)
    ((start, end),) = found.guessed
    assert found.text.text[start:end] == "保"


def test_what_cannot_be_mended_surely_stays():
    assert "?" in mended("为何?;樱_不明")


def test_glosses_go_and_real_brackets_stay(report):
    text = mended(report)
    assert "(chuàng)" not in text
    assert "布袋子(菜篮子)" in text
    assert "(zh)" in mended("简称某某(zh)的组织"), "one word in brackets may be meant"


def test_page_numbers_go_and_list_numbers_stay(report):
    text = mended(report)
    assert "**市创建全国文明城市工作先进集体" in text
    assert "。1、以十八大精神会议为指导" in text


def test_numbered_points_are_no_pages():
    points = "1、抓好卫生。\n2、抓好治安。\n3、抓好服务。\n"
    assert mended(points) == points


def test_lost_quotes_open_again_and_true_semicolons_stay(report):
    assert "“六个号召" in mended(report)
    assert mended("一手抓卫生;一手抓治安") == "一手抓卫生;一手抓治安"


@pytest.mark.parametrize(("given", "read"), [("楼 栋 93 栋", "楼栋93栋"), ("３３２４戶", "3324户"), ("著力", "着力")])
def test_script_and_widths(given, read):
    assert mended(given) == read


def test_lines_broken_by_a_page_are_joined_and_headings_are_not():
    wrapped = "社区位于新姚北路面积零点六平方公里共有楼栋九十三\n栋居民三千三百二十四户。\n一、基本情况\n社区很好。"
    assert mended(wrapped).split("\n") == [
        "社区位于新姚北路面积零点六平方公里共有楼栋九十三栋居民三千三百二十四户。", "一、基本情况", "社区很好。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("取得了較好成效?，F(xiàn)將本年度工作情況匯報", "取得了较好成效。现将本年度工作情况汇报"),
        ("災害應急救助預案》?！额A案》結合社區實際", "灾害应急救助预案》。《预案》结合社区实际"),
    ],
)
def test_other_slips_of_the_same_sort(given, read):
    glosses = "創(chuàng)建環(huán)境和諧(xié)社區(qū)。"
    assert mended(glosses + given).endswith(read)


def test_a_true_question_stays():
    assert mended("什么是社区?A组回答。") == "什么是社区?A组回答。"


def test_blank_lines_between_the_lines_of_a_page_are_no_ends():
    text = "小区占地面积三万平方米总建筑面积\n\n七万平方米拥有商住楼二十一幢共\n\n六百户。"
    assert mended(text) == text.replace("\n\n", "")
