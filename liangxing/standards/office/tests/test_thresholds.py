"""What a table asks, as it is written: a table of cases."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liangxing.standards.office.thresholds import Doubt, read
from liangxing.standards.office.words import read_number
from liangxing.standards.rules import NUMBERS, RULES

CASES = [
    # text, rule, numbers, span
    ("≥3次", "at_least", "3", ""),
    (">= 3", "at_least", "3", ""),
    ("＞３", "more_than", "3", ""),
    ("≤ 5 处", "at_most", "5", ""),
    ("＜0.5", "less_than", "1/2", ""),
    ("=26", "equal", "26", ""),
    ("不少于3次", "at_least", "3", ""),
    ("不低于百分之八十", "at_least", "4/5", ""),
    ("至少召开一次会议", "at_least", "1", ""),
    ("每年至少召开一次会议", "at_least", "1", "year"),
    ("3次以上", "at_least", "3", ""),
    ("3次及以上", "at_least", "3", ""),
    ("三分之二以上", "at_least", "2/3", ""),
    ("超过三分之二", "more_than", "2/3", ""),
    ("过半数", "more_than", "1/2", ""),
    ("半数以上", "at_least", "1/2", ""),
    ("超过10万元", "more_than", "100000", ""),
    ("每年超过10万元", "more_than", "100000", "year"),
    ("大于70%", "more_than", "7/10", ""),
    ("七成以上", "at_least", "7/10", ""),
    ("不足八成半", "less_than", "17/20", ""),
    ("不超过2次", "at_most", "2", ""),
    ("不得超过三处", "at_most", "3", ""),
    ("5处以下", "at_most", "5", ""),
    ("5处以下（不含）", "less_than", "5", ""),
    ("80%以上(不含本数)", "more_than", "4/5", ""),
    ("30分钟以内", "at_most", "30", ""),
    ("不满5人", "less_than", "5", ""),
    ("3至5次", "between", "3 5", ""),
    ("60-80%", "between", "3/5 4/5", ""),
    ("10人～20人", "between", "10 20", ""),
    ("每半年不少于1次", "at_least", "1", "half_year"),
    ("每季度不少于二次", "at_least", "2", "quarter"),
    ("每月至少1次", "at_least", "1", "month"),
    ("近三年未发生较大事故", "equal", "0", "three_years"),
    ("累计达到1,200户", "at_least", "1200", "ever"),
    ("网格全覆盖", "at_least", "1", ""),
    ("登记在案", "reported", "", ""),
    ("开展节能课堂，每年不少于4次（5分）", "at_least", "4", "year"),
    ("三千三百二十四户以上", "at_least", "3324", ""),
    ("两万元以上", "at_least", "20000", ""),
    ("at least 3 lessons a year", "at_least", "3", "year"),
    ("more than 10 bins", "more_than", "10", ""),
    ("no more than 2", "at_most", "2", ""),
    ("50 or more", "at_least", "50", ""),
    ("2/3", "at_least", "2/3", ""),
]


@pytest.mark.parametrize(("text", "rule", "numbers", "span"), CASES)
def test_what_is_asked_is_read_from_its_words(text, rule, numbers, span):
    found = read(text)
    assert (found.rule, " ".join(map(str, found.numbers)), found.span) == (rule, numbers, span)


@pytest.mark.parametrize(("text", "doubt"), [
    ("每年4次", Doubt.NO_WORD), ("建立应急预案", Doubt.NO_NUMBER), ("不少于2次，每次不少于50人", Doubt.SEVERAL),
])  # fmt: skip
def test_what_is_not_plain_is_doubted(text, doubt):
    assert doubt in read(text).doubts


@pytest.mark.parametrize("text", ["", "环境整洁", "统一店招", "第一时间处理", "GB/T 19095", "两型"])
def test_what_asks_for_no_figure_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("12万", 120000), ("十五", 15), ("二百零三", 203), ("一万二千", 12000), ("二〇二六", 2026)]
)
def test_numerals(text, value):
    assert read_number(text) == (Fraction(value), False)


SLOW = settings(suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy


@SLOW
@given(st.integers(0, 10**6), st.sampled_from(["≥", "不少于", "至少"]), st.sampled_from(["", "次", "户"]))
def test_any_number_is_read_back(n, word, unit):
    found = read(f"{word}{n}{unit}")
    assert (found.rule, found.numbers) == ("at_least", (Fraction(n),))


@SLOW
@given(st.text(max_size=40))
def test_no_text_breaks_it_and_what_is_read_can_be_judged(text):
    found = read(text)
    assert found is None or (found.rule in RULES and len(found.numbers) == NUMBERS.get(found.rule, 1))
