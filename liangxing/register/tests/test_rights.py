"""Who sees what: the table of roles, and how far a post reaches."""

import pytest

from conftest import DAY
from liangxing.records.actions import end, write
from liangxing.register.models import Building, Household, Organisation, Post, Resident
from liangxing.register.rights import Rights, posts_of
from liangxing.register.roles import ROLES, Guard, Sight, guard

ALL, OWN, MASKED, NONE = Sight.ALL, Sight.OWN, Sight.MASKED, Sight.NONE
VERBS = ("write", "strike", "review", "erase", "appoint", "invite", "merge", "propose", "papers")
# role: what it sees of personal and of confidential kinds, and which of the verbs it may do
TABLE = {
    "secretary": (ALL, ALL, "write strike review erase appoint invite merge propose papers"),
    "committee": (ALL, NONE, "write strike review invite merge propose papers"),
    "worker": (ALL, ALL, "write strike invite merge propose papers"),
    "grid": (OWN, OWN, "write invite propose papers"),
    "building_head": (OWN, NONE, "write propose papers"),
    "volunteer": (NONE, NONE, "propose"),
    "enterprise": (OWN, NONE, "write propose papers"),
    "resident": (OWN, NONE, "propose"),
    "assessor": (MASKED, NONE, "papers"),
    "program": (MASKED, NONE, "write"),
    "public": (NONE, NONE, ""),
}


@pytest.mark.parametrize("role", TABLE)
def test_the_table_of_roles_is_this(role):
    told = ROLES[role]
    does = " ".join(verb for verb in VERBS if verb in told.verbs)
    assert (told.sight[Guard.PERSONAL], told.sight[Guard.CONFIDENTIAL], does) == TABLE[role]
    assert told.sight[Guard.OPEN] is ALL
    assert set(ROLES) == set(TABLE)


@pytest.fixture
def elsewhere(who):
    """A household in another building."""
    house = write(Building(code="13", day=DAY), **who)
    return write(Household(code="13-101", building=house, day=DAY), **who)


def person(household, code, who):
    return write(Resident(code=code, household=household, name=code, day=DAY), **who)


def test_a_grid_worker_sees_the_people_of_their_building_and_no_others(home, elsewhere, who, jinhui):
    mine, other = person(home, "a", who), person(elsewhere, "b", who)
    write(Post(code="g", role="grid", account="grid", building=home.building, day=DAY), **who)
    rights = Rights(tuple(posts_of(jinhui, account="grid")))
    assert list(rights.narrow(Resident.objects.known())) == [mine]
    assert rights.concerns(Resident(code="c", household=home, name="c", day=DAY))
    assert not rights.concerns(Resident(code="c", household=elsewhere, name="c", day=DAY))
    assert other not in rights.narrow(Resident.objects.known())


def test_a_resident_sees_their_household(home, elsewhere, who, jinhui):
    person(home, "a", who), person(elsewhere, "b", who)
    write(Post(code="r", role="resident", account="r", household=home, day=DAY), **who)
    rights = Rights(tuple(posts_of(jinhui, account="r")))
    assert [r.code for r in rights.narrow(Resident.objects.known())] == ["a"]


def test_an_enterprise_contact_sees_their_enterprise(who, jinhui):
    firms = [write(Organisation(code=c, name=c, sort="enterprise", contact=c, day=DAY), **who) for c in "ab"]
    write(Post(code="e", role="enterprise", account="e", organisation=firms[0], day=DAY), **who)
    rights = Rights(tuple(posts_of(jinhui, account="e")))
    assert [f.code for f in rights.narrow(Organisation.objects.known())] == ["a"]


def test_a_post_that_ended_opens_nothing(who, jinhui):
    post = write(Post(code="s", role="secretary", account="s", day=DAY), **who)
    assert Rights(tuple(posts_of(jinhui, account="s"))).staff
    end(post, until=DAY.replace(day=9), by="worker")
    assert not Rights(tuple(posts_of(jinhui, account="s"))).staff


def test_an_assessor_sees_rows_without_persons(home, who, jinhui):
    person(home, "a", who)
    write(Post(code="x", role="assessor", link="ab" * 32, day=DAY), **who)
    rights = Rights(tuple(posts_of(jinhui, link="ab" * 32)))
    assert rights.narrow(Resident.objects.known()).count() == 1
    assert not rights.clear(Resident)
    assert guard(Household) is Guard.PERSONAL, "its number says who lives there"
    assert guard(Building) is Guard.OPEN
