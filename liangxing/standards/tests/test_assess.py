"""Assessments: by the text in force, repeatable as of what was known, and plain about what came late."""

from datetime import date

import pytest

from liangxing.ledger.verify import verify
from liangxing.records.actions import correct, write, write_many
from liangxing.register.models import Household
from liangxing.rooms.environment.models import SortedBin
from liangxing.rooms.honours.models import Honour
from liangxing.standards.assess import assess, freeze, still_as_found
from liangxing.standards.gaps import gaps
from liangxing.standards.rules import Finding

DAY = date(2013, 3, 31)


def finding(found, number):
    return next(j.finding for j in found.judged if j.clause.number == number)


def test_a_law_of_2026_does_not_judge_2013(jinhui):
    assert assess(jinhui, "residents-committee-law-2025", DAY).judged == ()
    assert len(assess(jinhui, "residents-committee-law-2025", date(2026, 6, 1)).judged) > 30
    assert assess(jinhui, "disaster-reduction-2013", date(2026, 6, 1)).judged == ()


def test_nothing_recorded_is_unknown(jinhui):
    assert assess(jinhui, "two-oriented", DAY).counts() == {"met": 0, "unmet": 0, "unknown": 28}


def test_sixty_bins_are_asked_for_and_fifty_nine_are_not_enough(who, jinhui, home):
    from liangxing.register.models import Place

    road = write(Place(code="r", name="r", sort="road", day=DAY), **who)
    bins = [SortedBin(code=str(n), road=road, edition="2008", day=DAY) for n in range(60)]
    write_many(bins[:59], **who)
    found = assess(jinhui, "two-oriented", DAY)
    assert finding(found, "A5.4") is Finding.UNMET
    assert any(
        "1" in str(need) for gap in gaps(jinhui, found) if gap.judged.clause.number == "A5.4" for need in gap.needs
    )
    write(bins[59], **who)
    assert finding(assess(jinhui, "two-oriented", DAY), "A5.4") is Finding.MET


def test_a_kept_assessment_stays_as_it_was_found_and_says_what_came_late(who, jinhui):
    honour = write(Honour(code="h", name="h", level="city", field="safety", day=DAY), **who)
    found = assess(jinhui, "two-oriented", DAY)
    assert found.late == 1
    kept = freeze(found, **who)
    assert still_as_found(kept)
    correct(honour, by="worker", why="it was later", day=date(2014, 1, 1))
    assert finding(assess(jinhui, "two-oriented", DAY), "C1") is Finding.UNKNOWN
    assert still_as_found(kept)
    assert verify(jinhui) is None


@pytest.mark.parametrize(("present", "met"), [(63, False), (64, True)])
def test_two_thirds_of_ninety_six_representatives(who, jinhui, present, met):
    from liangxing.rooms.elections.models import Assembly

    write(Assembly(code="a", sort="representatives", entitled=96, present=present, day=date(2026, 5, 1)), **who)
    found = assess(jinhui, "residents-committee-law-2025", date(2026, 6, 1))
    assert (finding(found, "29") is Finding.MET) is met


def test_households_beyond_the_usual_are_said_and_only_advised(who, jinhui, home):
    write_many([Household(code=f"x{n}", building=home.building, day=DAY) for n in range(1200)], **who)
    found = assess(jinhui, "residents-committee-law-2025", date(2026, 6, 1))
    judged = next(j for j in found.judged if j.clause.number == "3.1")
    assert (judged.finding, judged.clause.status) == (Finding.MET, "advisory")
