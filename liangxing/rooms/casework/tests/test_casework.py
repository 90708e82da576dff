"""Cases are counted without being opened."""

from datetime import date

import pytest

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import end, write
from liangxing.rooms.casework.models import Case

DAY = date(2012, 3, 5)


def test_a_closed_case_was_taken_on_and_is_not_open(who, jinhui, home):
    kept = [write(Case(code=c, household=home, sort="elderly", day=DAY), **who) for c in "ab"]
    end(kept[0], until=date(2012, 6, 1), by="worker")
    assert figure("casework.cases", jinhui, Period.year(2012)) == 2
    assert figure("casework.open_cases", jinhui, Period.year(2012)) == 1


@pytest.mark.parametrize(
    ("role", "status"), [("worker", 200), ("committee", 404), ("volunteer", 404), ("assessor", 404)]
)
def test_a_case_is_seen_by_those_who_work_on_it(come_in, who, jinhui, home, role, status):
    kept = write(Case(code="a", household=home, sort="elderly", day=DAY), **who)
    assert come_in(role).get(f"/{jinhui.code}/casework/case/{kept.pk}/").status_code == status
