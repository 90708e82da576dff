"""Polls and representatives as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write, write_many
from liangxing.rooms.elections.forms import ElectionForm
from liangxing.rooms.elections.models import Election, Representative

DAY = date(2026, 3, 20)
YEAR = Period.year(2026)


def test_the_fewest_days_of_a_list_decide(who, jinhui):
    write(Election(code="a", sort="households", list_shown_d=25, eligible=3324, voted=2894, day=DAY), **who)
    write(Election(code="b", sort="households", list_shown_d=19, day=DAY), **who)
    assert figure("elections.list_shown", jinhui, YEAR) == 19
    assert figure("elections.spare_candidates", jinhui, YEAR) is None
    assert f"{figure('elections.turnout', jinhui, YEAR):.3f}" == "0.871"


def test_households_for_each_representative(who, jinhui, home):
    write_many([Representative(code=str(n), name="x", day=DAY) for n in range(4)], **who)
    assert str(figure("elections.households_per_representative", jinhui, Period.until(date(2026, 6, 1)))) == "0.25"


def test_more_votes_than_voters_are_refused_in_words(jinhui):
    row = {"code": "a", "sort": "voters", "eligible": "10", "voted": "11", "day": "2026-03-20"}
    form = ElectionForm(row, community=jinhui)
    form.instance.community = jinhui
    assert "有权投票" in str(form.errors)
