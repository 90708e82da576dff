"""Stores, hazards and people who need help as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import end, write
from liangxing.rooms.safety.models import Hazard, Incident, Resource, Survey, Vulnerable

DAY = date(2011, 9, 20)


def test_what_has_expired_is_no_longer_in_store(who, jinhui):
    write(Resource(code="a", name="a", sort="fire", pieces=186, until=date(2016, 9, 20), day=DAY), **who)
    write(Resource(code="b", name="b", sort="food", pieces=120, until=date(2013, 2, 28), day=DAY), **who)
    assert figure("safety.resources", jinhui, Period.until(date(2013, 2, 27))) == 306
    assert figure("safety.resources", jinhui, Period.until(date(2013, 2, 28))) == 186
    assert figure("safety.resources", jinhui, Period.until(date(2020, 1, 1))) is None


def test_a_hazard_that_is_dealt_with_is_found_and_no_longer_open(who, jinhui):
    kept = [write(Hazard(code=c, sort="fire", day=DAY), **who) for c in "ab"]
    end(kept[0], until=date(2011, 10, 1), by="worker")
    assert figure("safety.hazards_found", jinhui, Period.year(2011)) == 2
    assert figure("safety.hazards", jinhui, Period.year(2011)) == 1


def test_no_larger_accident_is_zero_only_when_incidents_are_recorded(who, jinhui):
    assert figure("safety.larger_accidents", jinhui, Period.year(2012)) is None
    write(Incident(code="i", day=date(2012, 6, 24)), **who)
    assert figure("safety.larger_accidents", jinhui, Period.year(2012)) == 0


def test_satisfied_of_those_asked(who, jinhui):
    write(Survey(code="s", asked=320, satisfied=271, day=date(2012, 12, 1)), **who)
    assert f"{figure('safety.satisfaction', jinhui, Period.year(2012)):.4f}" == "0.8469"


def test_who_needs_help_is_nobody_elses_business(come_in, who, jinhui, home):
    write(Vulnerable(code="v", household=home, day=DAY), **who)
    assert come_in("volunteer").get(f"/{jinhui.code}/safety/vulnerable/").status_code == 404
