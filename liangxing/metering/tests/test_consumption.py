"""Consumption is never below nothing, never a guess without its name, and the same whatever order readings come in."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.metering.doubts import Doubt
from liangxing.metering.spans import spans_of
from liangxing.metering.tables import UNTOLD, Doubted, Readings, Sort, Spans, Told, day_number
from liangxing.metering.told import with_told
from liangxing.metering.use import months, use_of

READ, ESTIMATE, ROLLOVER, RESET, SWAP = Sort
TODAY = 1000
UNIT = 10**6
HIGHEST = np.array([100_000 * UNIT, 0], dtype=np.int64)  # the second meter's size is not known
N = UNTOLD


def used(rows, meter=0):
    """Spans as (first, after, used, names of doubts), of rows (day, sort, shown, start) in whole units."""
    told = [(meter, d, s, a if a == N else a * UNIT, b if b == N else b * UNIT) for d, s, a, b in rows]
    spans, doubted = spans_of(Readings.of(told), HIGHEST, today=TODAY)
    said = [(f, a, x if x == N else x / UNIT, Doubt(d).names) for _m, f, a, x, _e, d in spans.rows()]
    return said, [(d, Doubt(why).names) for _m, d, why in doubted.rows()]


@pytest.mark.parametrize(("rows", "spans", "doubted"), [
    ([(0, READ, 100, N), (30, READ, 130, N)], [(0, 30, 30, ())], []),
    ([(0, READ, 100, N), (30, READ, 130, N), (30, READ, 130, N)], [(0, 30, 30, ())], []),
    ([(0, READ, 100, N), (9, SWAP, 120, 5), (30, READ, 25, N)], [(0, 9, 20, ()), (9, 30, 20, ())], []),
    ([(0, READ, 100, N), (9, SWAP, 120, 5), (9, READ, 5, N), (30, READ, 25, N)], [(0, 9, 20, ()), (9, 30, 20, ())], []),
    ([(0, READ, 100, N), (9, SWAP, N, 5), (30, READ, 25, N)], [(0, 9, N, ("no-end",)), (9, 30, 20, ())], []),
    ([(0, READ, 100, N), (9, SWAP, 120, N), (30, READ, 25, N)], [(0, 9, 20, ()), (9, 30, N, ("no-start",))], []),
    ([(0, READ, 100, N), (9, RESET, 120, N), (30, READ, 25, N)], [(0, 9, 20, ()), (9, 30, 25, ())], []),
    ([(0, READ, 99_990, N), (30, ROLLOVER, 15, N), (40, READ, 20, N)], [(0, 30, 25, ()), (30, 40, 5, ())], []),
    ([(0, READ, 100, N), (30, ROLLOVER, 150, N)], [(0, 30, N, ("rollover",))], []),
    ([(0, READ, 100, N), (9, READ, 90, N), (30, READ, 140, N)], [(0, 30, 40, ("falls",))], [(9, ("falls",))]),
    ([(0, READ, 100, N), (9, READ, 900, N), (30, READ, 140, N)], [(0, 30, 40, ("falls",))], [(9, ("falls",))]),
    ([(0, READ, 100, N), (9, READ, 4, N), (30, READ, 40, N)], [(0, 9, N, ("falls",)), (9, 30, 36, ())], []),
    ([(0, READ, 12_000, N), (9, READ, 12_100_000, N), (30, READ, 12_300, N)], [(0, 30, 300, ("unit",))], [(9, ("unit",))]),
    ([(0, READ, 20_500, N), (30, READ, 2, N)], [(0, 30, N, ("falls",))], []),
    ([(0, READ, 19_500, N), (30, READ, 2, N)], [(0, 30, N, ("unit",))], []),
    ([(0, READ, 2, N), (30, READ, 20_100, N)], [(0, 30, N, ("unit",))], []),
    ([(0, READ, 100, N), (0, READ, 101, N), (9, READ, 110, N), (30, READ, 140, N)], [(9, 30, 30, ())], [(0, ("same-day",))] * 2),
    ([(0, READ, 100, N), (9, SWAP, 120, 0), (9, SWAP, 130, 0), (30, READ, 40, N)], [(0, 9, N, ("same-day",)), (9, 30, N, ("same-day",))], []),
    ([(0, READ, 100, N), (1001, READ, 140, N)], [], [(1001, ("future",))]),
    ([(0, READ, 100, N), (367, READ, 140, N)], [(0, 367, 40, ("gap",))], []),
    ([(0, READ, 100, N), (366, READ, 140, N)], [(0, 366, 40, ())], []),
    ([(0, READ, 100, N), (30, READ, 100, N), (70, READ, 100, N)], [(0, 30, 0, ("still",)), (30, 70, 0, ("still",))], []),
    ([(0, READ, 100, N), (9, ESTIMATE, 150, N), (30, READ, 140, N)], [(0, 30, 40, ())], []),
    ([(0, READ, 100, N), (9, ESTIMATE, 150, N)], [(0, 9, 50, ())], []),
])  # fmt: skip
def test_what_happens_to_meters_has_its_answer(rows, spans, doubted):
    for told in (rows, rows[::-1], rows[1:] + rows[:1]):
        assert used(told) == (spans, doubted)


def test_a_rollover_of_a_register_whose_size_nobody_knows_is_no_use():
    assert used([(0, READ, 900, N), (30, ROLLOVER, 15, N)], meter=1)[0] == [(0, 30, N, ("rollover",))]


def test_two_meters_under_one_number_are_not_added_up():
    rows = [(n, READ, 100 + n + n % 2 * 9000, N) for n in range(10)]
    spans, _ = used(rows)
    assert all(amount == N and "two-meters" in names for _f, _a, amount, names in spans)
    told = [(day, READ, shown + day, N) for day in range(10) for shown in (100, 9000)]
    assert all("two-meters" in names for _day, names in used(told)[1])


days, quantities = st.integers(-20, TODAY + 20), st.integers(-2, 120_000)
rows = st.tuples(st.integers(0, 1), days, st.sampled_from(list(Sort)), quantities, quantities)


@st.composite
def lives(draw):
    """Readings of two meters: what grows, and anything at all between."""
    told = draw(st.lists(rows, max_size=12))
    shown = 0
    for _ in range(draw(st.integers(0, 12))):
        shown += draw(st.integers(0, 500))
        told.append((draw(st.integers(0, 1)), draw(days), READ, shown, N))
    return [(m, d, s, a if a < 0 else a * UNIT, b if b < 0 else b * UNIT) for m, d, s, a, b in told]


bills = st.lists(st.tuples(st.integers(0, 1), days, days, st.integers(-5, 10**9), st.integers(0, 1)), max_size=8)


@given(lives(), bills, st.randoms(use_true_random=False))
def test_any_readings_in_any_order_give_use_or_a_named_doubt(told, billed, random):
    def derive(readings, of_bills):
        spans, doubted = spans_of(Readings.of(readings), HIGHEST, today=TODAY)
        spans, more = with_told(spans, Told.of(of_bills), today=TODAY)
        use = use_of(spans, doubted, months(date(1970, 1, 1), date(1973, 1, 1)))
        return spans, sorted(doubted.rows() + more.rows()), use.rows()

    spans, doubted, use = derive(told, billed)
    last = {0: -10_000, 1: -10_000}
    for meter, first, after, amount, _estimated, doubt in sorted(spans.rows()):
        assert first < after
        assert last[meter] <= first, "two spans tell one day"
        last[meter] = after
        assert amount >= 0 or (amount == UNTOLD and Doubt(doubt).names)
    mixed, shuffled = told.copy(), billed.copy()
    random.shuffle(mixed)
    random.shuffle(shuffled)
    again = derive(mixed, shuffled)
    assert (again[0].rows(), again[1], again[2]) == (spans.rows(), doubted, use)
    told_twice = derive(told + mixed, billed + shuffled)
    assert told_twice[0].rows() == spans.rows()


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 90_000), st.sampled_from([*Sort])), min_size=1, max_size=30)
)
def test_what_is_told_in_full_is_counted_in_full(steps):
    """A true life: whatever befell the meter, when all of it was told, the sum is what flowed through it."""
    day, shown, flowed, told = 0, 500, 0, [(0, 0, int(READ), 500 * UNIT, N)]
    for wait, more, sort in steps:
        day, flowed, end = day + wait, flowed + more, shown + more
        sort = ROLLOVER if end >= 100_000 else READ if sort == ROLLOVER else sort
        if sort in (RESET, SWAP):
            start = 0 if sort == RESET else 77
            told.append((0, day, int(sort), end * UNIT, start * UNIT))
            shown = start
        else:
            shown = end % 100_000
            told.append((0, day, int(sort), shown * UNIT, N))
    spans, doubted = spans_of(Readings.of(told), HIGHEST, today=day)
    # A true life may look like another unit, and a register may turn round whole: that is said, and not counted.
    void = int(Doubt.UNIT | Doubt.ROLLOVER)
    if not any(doubt & void for doubt in spans.doubt.tolist()):
        assert sum(a for a in spans.amount.tolist() if a >= 0) == flowed * UNIT
        assert len(doubted) == 0


def months_of(spans, doubted=()):
    use = use_of(Spans.of(spans), Doubted.of(doubted), months(date(2026, 1, 1), date(2026, 4, 1)))
    return [(run, known, guess, kd, gd) for _m, run, known, guess, kd, gd, _doubt in use.rows()]


def test_a_bill_of_two_months_is_known_and_its_months_are_shared_out():
    first, after = day_number(date(2026, 1, 1)), day_number(date(2026, 3, 1))
    assert months_of([(0, first, after, 590, 0, 0)]) == [(0, 0, 310, 0, 31), (1, 0, 280, 0, 28)]
    year = use_of(Spans.of([(0, first, after, 590, 0, 0)]), Doubted.of([]), [date(2026, 1, 1), date(2027, 1, 1)])
    assert year.known.tolist() == [590]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 80), st.integers(0, 10**12)), max_size=9))
def test_months_add_up_to_what_was_used(told):
    at, spans = day_number(date(2023, 12, 30)), []
    for wait, length, amount in told:
        spans.append((0, at + wait, at + wait + length, amount, 0, 0))
        at += wait + length
    use = use_of(Spans.of(spans), Doubted.of([]), months(date(2023, 12, 1), date(2031, 1, 1)))
    assert int(use.known.sum() + use.estimated.sum()) == sum(amount for *_, amount, _e, _d in spans)
    assert int(use.known_d.sum() + use.estimated_d.sum()) == sum(length for _w, length, _a in told)


def test_the_29th_of_february_is_a_day_like_any_other():
    leap = day_number(date(2024, 2, 29))
    spans = [(0, leap - 1, leap, 3, 0, 0), (0, leap, leap + 1, 5, 0, 0), (0, leap + 1, leap + 2, 7, 0, 0)]
    use = use_of(Spans.of(spans), Doubted.of([]), months(date(2024, 2, 1), date(2024, 4, 1)))
    assert use.known.tolist() == [8, 7]
    day = [date(2024, 2, 28) + timedelta(n) for n in range(4)]
    assert use_of(Spans.of(spans), Doubted.of([]), day).known.tolist() == [3, 5, 7]


@pytest.mark.parametrize(("bills", "spans", "doubts"), [
    ([(0, 0, 30, 90, 0)], [(0, 30, 90, 0, ())], []),
    ([(0, 0, 30, 90, 0), (0, 0, 30, 90, 0)], [(0, 30, 90, 0, ())], []),
    ([(0, 0, 30, 90, 0), (0, 0, 30, 60, 0)], [(0, 30, 60, 0, ())], [("overlap",)]),
    ([(0, 20, 50, 90, 0)], [(20, 30, 30, 1, ("overlap",)), (40, 50, 30, 1, ("overlap",))], []),
    ([(0, 20, 20, 90, 0)], [], [("negative",)]),
    ([(0, 2000, 2030, 90, 0)], [], [("future",)]),
])  # fmt: skip
def test_bills_fill_the_days_that_no_register_tells(bills, spans, doubts):
    read = [(0, 30, 40, 7, 0, 0)] if bills[0][1] == 20 and spans else []
    found, doubted = with_told(Spans.of(read), Told.of(bills), today=TODAY)
    said = [(f, a, x, e, Doubt(d).names) for _m, f, a, x, e, d in found.rows() if x != 7]
    assert (said, [Doubt(why).names for *_, why in doubted.rows()]) == (spans, doubts)
