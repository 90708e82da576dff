"""Saving measures as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.records.actions import write
from liangxing.rooms.saving.models import SavingMeasure

DAY = date(2012, 3, 5)


def test_a_household_with_two_lamps_is_one_household(who, jinhui, home):
    for day in (DAY, DAY.replace(day=6)):
        write(SavingMeasure(household=home, sort="lamp", day=day), **who)
    keys = ["saving.households_with_lamps", "saving.households_with_stoves", "saving.households_with_measures"]
    assert list(figures(keys, jinhui, Period.year(2012)).values()) == [1, 0, 1]
