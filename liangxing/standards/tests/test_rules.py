"""Rules at their edges: the law says 'two thirds or more' and 'more than two thirds', and means different numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.standards.rules import Finding, judge, lacking, together

TWO_THIRDS = (Fraction(2, 3),)
values = st.fractions(-100, 100)


@pytest.mark.parametrize(("rule", "votes", "met"), [
    ("at_least", 49, False), ("at_least", 50, True), ("more_than", 50, False), ("more_than", 51, True),
])  # fmt: skip
def test_two_thirds_of_seventy_five(rule, votes, met):
    assert (judge(rule, Fraction(votes, 75), TWO_THIRDS) is Finding.MET) is met


@given(values, values, values)
def test_more_never_undoes_at_least(value, more, asked):
    if judge("at_least", value, (asked,)) is Finding.MET:
        assert judge("at_least", value + abs(more), (asked,)) is Finding.MET


@given(values, values)
def test_more_than_is_never_met_where_at_least_is_not(value, asked):
    if judge("more_than", value, (asked,)) is Finding.MET:
        assert judge("at_least", value, (asked,)) is Finding.MET


def test_a_threshold_is_equal_and_not_at_least():
    assert judge("equal", Fraction(27), (Fraction(26),)) is Finding.UNMET
    assert judge("equal", Fraction(26), (Fraction(26),)) is Finding.MET


def test_unknown_is_not_unmet():
    assert judge("at_least", None, (Fraction(1),)) is Finding.UNKNOWN
    assert together([Finding.MET, Finding.UNKNOWN]) is Finding.UNKNOWN
    assert together([Finding.UNMET, Finding.UNKNOWN]) is Finding.UNMET
    assert together([]) is Finding.UNKNOWN


@given(st.integers(0, 500), st.integers(1, 500))
def test_what_is_lacking_is_enough_and_not_too_much(value, asked):
    more = lacking("more_than", Fraction(value), (Fraction(asked),))
    if more is None:
        assert value > asked
    else:
        assert value + more == asked + 1
