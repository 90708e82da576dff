"""Whoever changes something behind the application's back is found out, and where."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection

from conftest import DAY
from liangxing.evidence import store
from liangxing.evidence.actions import attach
from liangxing.evidence.models import Piece
from liangxing.evidence.verify import verify as verify_evidence
from liangxing.ledger import notary, witness
from liangxing.ledger.models import Entry, Head
from liangxing.ledger.verify import verify
from liangxing.records.actions import correct, write
from liangxing.register.models import Organisation


@pytest.fixture
def firms(who):
    """Five enterprises, each written in an act of its own."""
    made = [Organisation(code=f"f{n}", name=f"firm {n}", sort="enterprise", day=DAY) for n in range(5)]
    return [write(each, **who) for each in made]


def raw(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def as_owner(*statements):
    """As somebody who owns the database would do it: take the triggers away first."""
    for table in ("ledger_act", "ledger_entry"):
        for verb in ("UPDATE", "DELETE"):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            raw(f"DROP TRIGGER {table}_no_{verb}{on}")
    for sql in statements:
        raw(sql)


@pytest.mark.parametrize(("sql", "why"), [
    ("UPDATE register_organisation SET name = 'x' WHERE code = 'f3'", "changed"),
    ("UPDATE register_organisation SET struck_at = recorded_at WHERE code = 'f3'", "changed"),
    ("DELETE FROM register_organisation WHERE code = 'f3'", "gone"),
])  # fmt: skip
def test_a_record_altered_in_the_database_is_named(firms, jinhui, settings, sql, why):
    settings.LANGUAGE_CODE = "en"
    raw(sql)
    fault = verify(jinhui)
    assert fault.record == firms[3].pk
    assert fault.seq == 4
    assert fault.kind == "register.organisation"
    assert why in fault.why


def test_a_record_slipped_in_has_no_entry(firms, jinhui, settings):
    settings.LANGUAGE_CODE = "en"
    fields = [f.column for f in Organisation._meta.concrete_fields]
    cast = "::uuid" if connection.vendor == "postgresql" else ""
    other = [f"'{1:032x}'{cast}" if name in ("id", "fact") else name for name in fields]
    raw(
        f"INSERT INTO register_organisation ({','.join(fields)}) SELECT {','.join(other)} FROM register_organisation LIMIT 1"
    )
    assert verify(jinhui).why == "A record has no entry."


@pytest.mark.parametrize(("statements", "seq"), [
    (["UPDATE ledger_entry SET verb = 'x' WHERE seq = 2"], 2),
    (["UPDATE ledger_entry SET commitment = seal WHERE seq = 3"], 3),
    (["UPDATE ledger_act SET actor = 'x' WHERE id = (SELECT act_id FROM ledger_entry WHERE seq = 4)"], 4),
    (["DELETE FROM ledger_salt", "DELETE FROM ledger_entry WHERE seq = 2"], 2),
    (["UPDATE ledger_entry SET seq = 9 WHERE seq = 2", "UPDATE ledger_entry SET seq = 2 WHERE seq = 3",
      "UPDATE ledger_entry SET seq = 3 WHERE seq = 9"], 2),
    (["UPDATE ledger_entry SET seq = seq + 100 WHERE seq > 2"], 3),
])  # fmt: skip
def test_an_entry_altered_removed_or_put_elsewhere_is_named(firms, jinhui, statements, seq):
    as_owner(*statements)
    assert verify(jinhui).seq == seq


def test_an_entry_slipped_in_is_named(firms, jinhui):
    as_owner(
        "UPDATE ledger_entry SET seq = seq + 1000 WHERE seq > 2",
        "UPDATE ledger_entry SET seq = seq - 999 WHERE seq > 1000",
        "INSERT INTO ledger_entry (seq, verb, kind, record, commitment, before, seal, act_id, community_id) "
        "SELECT 3, verb, kind, record, commitment, 'x', 'y', act_id, community_id FROM ledger_entry WHERE seq = 2",
    )
    assert verify(jinhui).seq == 3


def test_a_cut_end_is_found(firms, jinhui, settings):
    settings.LANGUAGE_CODE = "en"
    as_owner("DELETE FROM ledger_salt", "DELETE FROM ledger_entry WHERE seq = 5")
    assert verify(jinhui).why == "Entries are missing at the end."


def test_the_words_of_a_reason_are_held_too(firms, jinhui, settings):
    settings.LANGUAGE_CODE = "en"
    correct(firms[0], by="worker", why="misread", name="right")
    raw("UPDATE ledger_reason SET text = 'agreed'")
    assert verify(jinhui).why == "The reason of an act was changed."


def test_two_pieces_of_evidence_exchanged_are_found(firms, jinhui):
    one = attach(firms[0], BytesIO(b"the first photo"), name="a.jpg", sort="photo", by="worker")
    two = attach(firms[1], BytesIO(b"the second photo"), name="b.jpg", sort="photo", by="worker")
    assert verify_evidence(jinhui) is None
    aside = Path(str(store.path(one.sha256)) + ".aside")
    shutil.move(store.path(one.sha256), aside)
    shutil.move(store.path(two.sha256), store.path(one.sha256))
    shutil.move(aside, store.path(two.sha256))
    assert verify_evidence(jinhui).record == one.pk


def test_two_rows_of_evidence_exchanged_are_found(firms, jinhui):
    one = attach(firms[0], BytesIO(b"the first photo"), name="a.jpg", sort="photo", by="worker")
    two = attach(firms[1], BytesIO(b"the second photo"), name="b.jpg", sort="photo", by="worker")
    raw("UPDATE evidence_piece SET sha256 = 'x' WHERE id = %s", one.pk.hex)
    raw("UPDATE evidence_piece SET sha256 = %s WHERE id = %s", one.sha256, two.pk.hex)
    raw("UPDATE evidence_piece SET sha256 = %s WHERE id = %s", two.sha256, one.pk.hex)
    assert verify(jinhui).record in {one.pk, two.pk}


def test_a_lost_file_of_evidence_is_found(firms, jinhui):
    piece = attach(firms[0], BytesIO(b"a photo"), name="a.jpg", sort="photo", by="worker")
    store.path(piece.sha256).unlink()
    assert verify_evidence(jinhui).record == piece.pk
    assert Piece.objects.count() == 1


def test_a_database_rolled_back_to_yesterday_is_found(jinhui, who, django_capture_on_commit_callbacks, settings):
    settings.LANGUAGE_CODE = "en"
    with django_capture_on_commit_callbacks(execute=True):
        write(Organisation(code="a", name="a", sort="enterprise", day=DAY), **who)
    with django_capture_on_commit_callbacks(execute=True):
        newest = write(Organisation(code="b", name="b", sort="enterprise", day=DAY), **who)
    assert witness.seen(jinhui.code).seq == 2
    yesterday = Entry.objects.get(seq=1)
    as_owner("DELETE FROM ledger_salt WHERE entry_id IN (SELECT seal FROM ledger_entry WHERE seq = 2)",
             "DELETE FROM ledger_entry WHERE seq = 2", "DELETE FROM register_organisation WHERE code = 'b'")  # fmt: skip
    raw("DELETE FROM ledger_act WHERE id = %s", newest.act_id.hex)
    Head.objects.update(seq=1, seal=yesterday.seal)
    fault = verify(jinhui)
    assert fault.seq == 2
    assert "older copy" in fault.why


def test_a_chain_made_anew_does_not_fit_a_signed_checkpoint(firms, jinhui, settings):
    settings.LANGUAGE_CODE = "en"
    signed = notary.sign(jinhui)
    assert verify(jinhui) is None
    file = settings.LIANGXING_DATA / "checkpoints" / jinhui.code / f"{signed.size:012}.txt"
    other = type(signed)(signed.code, signed.size, b"\1" * 32)
    file.write_text(other.signed(notary.key()))
    assert verify(jinhui).why == "A signed checkpoint does not fit this chain."
    file.write_text(signed.signed(notary.key()).replace("\n5\n", "\n4\n"))
    assert verify(jinhui).why == "A checkpoint in the data folder is forged."
