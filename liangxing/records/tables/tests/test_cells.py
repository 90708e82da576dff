"""Cells: the same day and number in every notation, and no text that makes the reader stumble."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.records.tables.cells import EPOCH, read_day, read_number, read_text, read_yes
from liangxing.records.tables.words import plain

days = st.dates(date(1955, 1, 2), date(2098, 12, 31))


@given(days)
def test_a_day_is_the_same_in_every_notation(day):
    y, m, d = day.year, day.month, day.day
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    ways = [day, datetime(y, m, d), day.isoformat(), f"{y}.{m}.{d}", f"{y}/{m:02}/{d:02}", f"{y}年{m}月{d}日",
            f"{y}{m:02}{d:02}", f"{y}.{m}.{d}".translate(wide), (day - EPOCH).days, f"{y} 年 {m} 月 {d} 日"]  # fmt: skip
    assert {read_day(way).read_as for way in ways} == {day.isoformat()}


@pytest.mark.parametrize(("said", "read"), [
    ("二〇一二年九月一日", "2012-09-01"), ("二〇一二年十二月三十一日", "2012-12-31"), ("2012年9月", "2012-09-01"), ("2012-09", "2012-09-01"),
    ("2012年", "2012-01-01"), (2012, "2012-01-01"), ("2012年10月10号", "2012-10-10"),
])  # fmt: skip
def test_days_as_people_write_them(said, read):
    assert read_day(said).read_as == read


@pytest.mark.parametrize("said", ["2012年9月", "2012", 41153, 2012])
def test_what_is_not_read_letter_by_letter_is_said(said):
    assert read_day(said).note


@pytest.mark.parametrize(("said", "read"), [
    ("3万", "30000"), ("38.5万", "385000"), ("1,260,000", "1260000"), ("１２万", "120000"), ("120㎡", "120"), ("60个", "60"),
    (3.0, "3"), (2.5, "2.5"), ("", ""), ("—", ""), ("2千万", "20000000"),
])  # fmt: skip
def test_numbers_as_people_write_them(said, read):
    assert read_number(said).read_as == read


@pytest.mark.parametrize("said", ["300余", "约30", "30多个", "近百", "100以上"])
def test_a_number_that_is_not_exact_is_left_for_the_form_to_refuse(said):
    cell = read_number(said)
    assert cell.read_as == said
    assert cell.note


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_come_back(number):
    assert read_number(f"{number:,}").read_as == str(number)


@given(st.text() | st.floats(allow_nan=True) | st.integers() | st.none() | st.booleans())
def test_nothing_makes_a_reader_stumble(value):
    for reader in (read_day, read_number, read_text, read_yes):
        assert isinstance(reader(value).read_as, str)


@given(st.text())
def test_comparing_twice_changes_nothing(text):
    assert plain(plain(text)) == plain(text)


def test_an_unknown_answer_is_wrong_and_neither_yes_nor_no():
    assert read_yes("也许").wrong
    assert (read_yes("是").read_as, read_yes("否").read_as, read_yes("").read_as) == ("true", "false", "")
