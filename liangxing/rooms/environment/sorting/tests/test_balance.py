"""The balance shows what differs, and names what does not fit."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.rooms.environment.sorting.balance import Bin, Slip, Weight, balance

FIRST, AFTER = date(2026, 10, 1), date(2026, 11, 1)
CLASSES = ("recyclable", "kitchen")
BIN = Bin("K-1", "kitchen", date(2020, 1, 1), None)


def weight(mass, day=2, place=BIN, of="kitchen"):
    return Weight(date(2026, 10, day), place.code, of, Decimal(mass), place)


def slip(mass, day=2, number="S-1", of="kitchen", vehicle="A"):
    return Slip(date(2026, 10, day), number, of, Decimal(mass), vehicle)


def told(weights=(), slips=(), bins=(BIN,)):
    return balance(CLASSES, weights, slips, bins, FIRST, AFTER)


def test_the_difference_stands_as_it_is():
    found = told([weight("40"), weight("60.5", day=3)], [slip("110", day=3)])
    kitchen = found.lines[1]
    assert (kitchen.bins_kg, kitchen.slips_kg, kitchen.difference_kg) == (Decimal("100.5"), 110, Decimal("9.5"))
    assert round(kitchen.share, 4) == Decimal("0.0864")
    assert found.lines[0].difference_kg is None  # nothing was weighed: not known, and not nothing
    assert found.doubts == []


@pytest.mark.parametrize(("weights", "slips", "bins", "doubts"), [
    ([weight(40)], [slip(40), slip(40, number="S-2")], [BIN], [("twice", ("S-1", "S-2"))]),
    ([weight(40)], [slip(40), slip(41, day=3)], [BIN], [("twice", ("S-1",))]),
    ([weight(40)], [slip(40), slip(9, number="S-3", of="")], [BIN], [("no-class", ("S-3",))]),
    ([weight(4000)], [slip(4)], [BIN], [("unit", ())]),
    ([weight(40), weight(40, day=9)], [slip(40)], [BIN], [("no-slip", ("2026-10-09",))]),
    ([weight(40)], [slip(40), slip(40, day=20, number="S-2")], [BIN], [("no-bins", ("2026-10-20",))]),
    ([weight(40)], [slip(40)], [BIN, Bin("K-2", "kitchen", date(2020, 1, 1), None)], [("bins-missing", ("K-2",))]),
    ([weight(40)], [slip(40)], [BIN, Bin("K-3", "kitchen", date(2026, 10, 9), None)], []),
    ([weight(40, place=Bin("K-4", "kitchen", date(2020, 1, 1), date(2026, 9, 1)))], [slip(40)], [],
     [("taken-away", ("K-4",))]),
    ([weight(40)], [slip(40, day=3)], [BIN], []),  # weighed on the next morning
])  # fmt: skip
def test_what_does_not_fit_has_a_name(weights, slips, bins, doubts):
    assert [(doubt.name, doubt.about) for doubt in told(weights, slips, bins).doubts] == doubts


masses = st.decimals(0, 9000, places=2)
days = st.integers(1, 31)


@given(st.lists(st.tuples(masses, days)), st.lists(st.tuples(masses, days, st.sampled_from(["kitchen", "", "x"]))))
def test_no_doubt_ever_changes_a_sum_and_no_order_of_entry_the_balance(ours, theirs):
    weights = [weight(mass, day) for mass, day in ours]
    slips = [slip(mass, day, str(n), of) for n, (mass, day, of) in enumerate(theirs)]
    found = told(weights, slips)
    assert sum(line.bins_kg or 0 for line in found.lines) == sum(mass for mass, _day in ours)
    assert (found.whole.bins_kg or 0, found.whole.slips_kg or 0) == (sum(o[0] for o in ours), sum(t[0] for t in theirs))
    assert sum(line.slips_kg or 0 for line in found.lines) == sum(t[0] for t in theirs)
    again = told(weights[::-1], slips[::-1])
    assert {line.waste_class: line for line in again.lines} == {line.waste_class: line for line in found.lines}
    assert again.doubts == found.doubts
