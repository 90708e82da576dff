"""What would be: assumed figures turn findings, points and level, and nothing is written."""

from datetime import date

import pytest
from django.urls import reverse

from liangxing.ledger.models import Act, Entry
from liangxing.records.actions import write
from liangxing.rooms.safety.models import Fund
from liangxing.standards.assess import assess
from liangxing.standards.planning.whatif import what_if

DAY = date(2026, 6, 1)
BOOK = "disaster-reduction-2020"


def turned(found):
    return {turn.judged.clause.number: turn.then.value for turn in found.turned}


def test_more_of_a_figure_turns_its_clause_and_adds_its_points(who, jinhui):
    write(Fund(code="1", amount_cny="30000", day=date(2026, 3, 1)), **who)
    found = assess(jinhui, BOOK, DAY)
    assert turned(what_if(found, {"more.safety.funds": "70000"})) == {}  # 100,000 is not more than 100,000
    tried = what_if(found, {"more.safety.funds": "70,000.01"})
    assert turned(tried) == {"1.4": "met"}
    assert (tried.now.sure, tried.then.sure) == (0, 2)


def test_what_is_unknown_counts_from_nothing_once_something_is_assumed(jinhui):
    found = assess(jinhui, BOOK, DAY)
    assert turned(what_if(found, {"more.safety.risk_assessments": "1"})) == {"2.1a": "met"}
    assert turned(what_if(found, {"more.safety.risk_assessments": "0"})) == {}


def test_a_part_is_never_more_than_its_whole(who, jinhui):
    found = what_if(assess(jinhui, "residents-committee-law-2025", DAY), {})
    assert found.turned == []
    some = {a.name: "5" for a in found.assumptions if a.measure.unit == "{person}"}
    for turn in what_if(assess(jinhui, "residents-committee-law-2025", DAY), some).turns:
        for tested in turn.tested:
            if tested.exact is not None and tested.exact_unit == "1":
                assert tested.exact <= 1


@pytest.mark.parametrize("typed", ["three", "1e400", "NaN", "99999999999", "--2"])
def test_what_is_no_number_is_said_and_assumes_nothing(jinhui, typed):
    found = what_if(assess(jinhui, BOOK, DAY), {"more.safety.funds": typed})
    assert [a.typed for a in found.assumptions if a.wrong] == [typed]
    assert found.assumed == found.turned == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_writes_nothing(client, jinhui, language):
    client.cookies["django_language"] = language
    page = reverse("standard.whatif.read", args=[jinhui.code, BOOK])
    answer = client.get(page, {"more.safety.risk_assessments": "2", "more.safety.drills": "x"})
    assert answer.status_code == 200
    assert turned(answer.context["found"]) == {"2.1a": "met"}
    assert not Act.objects.exists()
    assert not Entry.objects.exists()
