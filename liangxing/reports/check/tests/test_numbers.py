"""Numbers as they are written, whatever is written."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liangxing.kernel.numerals import read
from liangxing.reports.check.check import check_text
from liangxing.reports.check.quantities import quantities
from liangxing.reports.check.restored import restore

from .conftest import DAY, RECORDED

HAN = "零一二三四五六七八九"


def spoken(number):
    """*number*, from 1 to 9999, as it is read aloud."""
    told, digits = "", f"{number:04}"
    for digit, place in zip(digits, ["千", "百", "十", ""], strict=True):
        told += (HAN[int(digit)] + place) if digit != "0" else "零"
    return told.strip("零").replace("零零", "零")


@given(st.integers(1, 9999))
def test_a_number_said_aloud_is_read_back(number):
    assert read(spoken(number)).value == number


@given(st.integers(1000, 10**9))
def test_thousands_may_be_parted(number):
    (one,) = quantities(f"{number:,}户")
    assert one.low == one.high == number


@given(st.integers(1, 10**6), st.sampled_from(["余", "多"]))
def test_more_than_a_number_holds_the_number_and_not_the_next_round_one(number, more):
    (one,) = quantities(f"{number}{more}人")
    assert one.low == number <= one.high
    place = 10 ** (len(str(number)) - len(str(number).rstrip("0")))
    assert one.high == number + place - 1


@given(st.decimals(0, 1000, places=2), st.sampled_from(["约", "近", "超过", "不足", "至少", "最多", ""]))
def test_an_interval_holds_what_was_written(number, manner):
    (one,) = quantities(f"{manner}{number}平方公里")
    assert one.low <= number <= one.high


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_has_both_ends(one, other):
    low, high = sorted((one, other))
    (found,) = quantities(f"{low}至{high}人")
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("8000余人", 8000, 8999, "人"), ("300余个", 300, 399, "个"), ("近8000人", 7200, 8000, "人"),
        ("约8000人", 7500, 8500, "人"), ("8000人以上", 8000, 16000, "人"), ("0.6平方公里", "0.55", "0.65", "平方公里"),
        ("零点六平方公里", "0.55", "0.65", "平方公里"), ("2千万元", 20000000, 20000000, "元"), ("2-3万元", 20000, 30000, "元"),
        ("三四百人", 300, 400, "人"), ("数百人", 200, 900, "人"), ("八成半", "84.5", "85.5", "%"), ("百分之八十", "79.5", "80.5", "%"),
        ("3万余人", 30000, 39999, "人"), ("十余家", 10, 19, "家"), ("二〇一二户", 2012, 2012, "户"),
        ("近百个", 90, 100, "个"), ("上百人", 100, 200, "人"), ("十几处", 10, 19, "处"), ("几十组", 20, 90, "组"),
        ("七成", 65, 75, "%"), ("六成多", 60, 70, "%"), ("八成七", "86.5", "87.5", "%"), ("四分之三", "72.5", "77.5", "%"),
        ("过半", 50, 100, "%"), ("70%", "69.5", "70.5", "%"), ("2.19万人", 21850, 21950, "人"), ("80—100人", 80, 100, "人"),
    ],
)  # fmt: skip
def test_what_a_number_means(text, low, high, unit):
    (one,) = quantities(text)
    assert (one.low, one.high, one.unit) == (Decimal(low), Decimal(high), unit)


REPORTLIKE = st.text(
    alphabet="0123456789,.%余近约至人户个元万千百十一二三两年月日。,;:、“”()\n?*×市省级示范社区荣获奖励公司党支部工会",
    max_size=80,
)


@settings(max_examples=300)
@given(st.one_of(REPORTLIKE, st.text(max_size=80)))
def test_no_text_is_too_strange(vocabulary, text):
    found = check_text(text, vocabulary, RECORDED, day=DAY)
    assert all(0 <= c.start <= c.end <= len(text) for c in found.claims)


@settings(max_examples=300)
@given(st.one_of(REPORTLIKE, st.text(max_size=200)))
def test_mending_keeps_every_place(text):
    mended = restore(text).text
    assert len(mended.text) == len(mended.origin)
    assert all(0 <= place < len(text) for place in mended.origin)
    assert list(mended.origin) == sorted(mended.origin)
