"""What holds of the ledger: acts are the only door, and nothing that is kept is changed."""

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import DAY
from liangxing.kernel.errors import NoAct, Refused, Sealed
from liangxing.ledger.acts import act
from liangxing.ledger.models import Act, Community, Entry, Head, Reason, Salt
from liangxing.ledger.verify import verify
from liangxing.records.actions import correct, end, erase, strike, write, write_many
from liangxing.register.models import Household, Organisation, Resident


def firm(code="f1"):
    return Organisation(code=code, name=code, sort="enterprise", day=DAY)


def raw(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def test_outside_an_act_nothing_is_kept(home):
    with pytest.raises(NoAct):
        firm().save()
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("way", [
    lambda f: f.save(),
    lambda f: f.delete(),
    lambda f: Organisation.objects.all().delete(),
    lambda f: Organisation.objects.update(name="x"),
    lambda f: Organisation.objects.bulk_create([f]),
    lambda f: Organisation.objects.bulk_update([f], ["name"]),
    lambda f: Entry.objects.get(record=f.pk).delete(),
    lambda f: Entry.objects.get(record=f.pk).save(),
])  # fmt: skip
def test_what_is_kept_is_not_changed(who, jinhui, way):
    kept = write(firm(), **who)
    with act("t", community=jinhui, by="worker"), pytest.raises(Sealed):
        way(kept)


def test_an_act_that_fails_keeps_nothing(home, jinhui):
    before = Entry.objects.count()
    with pytest.raises(ZeroDivisionError), act("t", community=jinhui, by="worker"):
        firm().save()
        1 / 0  # noqa: B018
    assert Entry.objects.count() == before
    assert not Organisation.objects.exists()


def test_an_act_that_writes_nothing_leaves_no_trace(jinhui):
    with act("t", community=jinhui, by="worker", why="looked"):
        pass
    assert not Act.objects.exists()


def test_many_records_are_one_act(who, jinhui):
    write_many([firm(f"f{n}") for n in range(2000)], **who)
    assert Act.objects.filter(name="register.organisation.write").count() == 1
    assert Entry.objects.filter(kind="register.organisation").count() == 2000
    assert verify(jinhui) is None


def test_an_act_belongs_to_one_community(jinhui):
    other = Community.objects.create(code="2", name="other")
    with act("t", community=jinhui, by="worker"), pytest.raises(Refused):
        write(firm(), community=other, by="worker")


def test_a_correction_keeps_both_and_tells_the_same_fact(who, jinhui):
    old = write(firm(), **who)
    new = correct(old, by="secretary", why="misread", name="right")
    strike(old, by="secretary")
    last = Act.objects.order_by("at").last()
    assert old.struck_at == new.recorded_at
    assert new.fact == old.pk
    assert last.why == "misread"
    assert list(Entry.objects.filter(act=last).order_by("seq").values_list("verb", flat=True)) == ["strike", "write"]
    with pytest.raises(Refused):
        correct(old, by="secretary", name="again")
    assert verify(jinhui) is None


@pytest.mark.parametrize("sql", [
    "UPDATE ledger_entry SET verb = 'x'", "DELETE FROM ledger_entry", "UPDATE ledger_act SET actor = 'x'",
    "DELETE FROM ledger_act", "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry",
])  # fmt: skip
def test_the_database_itself_refuses(home, sql):
    if "REPLACE" in sql and connection.vendor == "postgresql":
        raw("SET CONSTRAINTS ALL IMMEDIATE")  # else it refuses for the checks it still owes, and proves nothing
        sql = "TRUNCATE ledger_entry CASCADE"
    with pytest.raises(DatabaseError, match="sealed"), transaction.atomic():
        raw(sql)


def test_an_erased_person_is_gone_and_the_chain_and_the_count_hold(home, who, jinhui):
    kept = write(Resident(code="r", household=home, name="Zhang", born_on=DAY, phone="1", day=DAY), **who)
    kept = correct(kept, by="worker", why="Mrs Zhang said so", name="Zhang Yi")
    before = Resident.objects.known().count()
    erase(kept, *Resident.personal, by="secretary", why="asked for")
    assert {r.name for r in Resident.objects.all()} == {""}
    assert {r.born_on for r in Resident.objects.all()} == {None}
    assert not Reason.objects.filter(text__contains="Zhang").exists()
    assert Salt.objects.filter(entry__kind="register.resident").count() == 2
    assert Resident.objects.known().count() == before
    assert verify(jinhui) is None


def test_an_ended_spell_still_stood_for_whoever_looks_from_before(home, jinhui):
    then = Head.objects.get().at
    end(home, until=DAY.replace(day=9), by="worker")
    rows = Household.objects
    assert rows.known(then).standing_on(DAY.replace(day=20)).count() == 1
    assert rows.known().standing_on(DAY.replace(day=20)).count() == 0
    assert rows.known().standing_on(DAY.replace(day=8)).count() == 1
