"""What is taken, and what is sent back with words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.rooms.safety.cap.faults import REFUSED, SAID, Wrong
from liangxing.rooms.safety.cap.message import moment
from liangxing.rooms.safety.cap.reading import MOST_BYTES, read
from liangxing.rooms.safety.cap.rules import remarks
from liangxing.rooms.safety.cap.writing import written

from .ground import NOW, SENT, about, alert, info, two_languages

GOOD = written(alert()).decode()


def keys(data) -> list[str]:
    with pytest.raises(Wrong) as wrong:
        read(data if isinstance(data, bytes) else data.encode())
    for fault in wrong.value.faults:
        assert "%(" not in str(fault)
    return [fault.key for fault in wrong.value.faults]


def test_what_is_written_is_read_as_the_same():
    for message in (alert(), two_languages(), alert(kind="Cancel", references=about(alert(identifier="b")), infos=())):
        assert read(written(message)) == message


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=40).map(
    lambda t: " ".join(t.split())
)


@given(
    headline=WORDS,
    description=WORDS,
    event=WORDS.filter(bool),
    moments=st.datetimes(min_value=SENT.replace(tzinfo=None)),
)
def test_any_words_survive_the_way_out_and_in(headline, description, event, moments):
    told = info(headline=headline, description=description, event=event,
                expires=moments.replace(microsecond=0, tzinfo=SENT.tzinfo))  # fmt: skip
    if told.expires <= SENT:
        told = info(headline=headline, description=description, event=event)
    message = alert(infos=(told,))
    assert read(written(message)) == message


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("2026-07-01T08:00:00+08:00</sent>", "2026-07-01T00:00:00Z</sent>", "moment"),
        ("2026-07-01T08:00:00+08:00</sent>", "2026-07-01T08:00:00.5+08:00</sent>", "moment"),
        ("<identifier>43010541600000_20260701080000", "<identifier>", "no-identifier"),
        ("<identifier>43010541600000_20260701080000", "<identifier>   ", "no-identifier"),
        ("<sender>qxj@example.gov.cn", "<sender>", "no-sender"),
        ("<sender>qxj@example.gov.cn", "<sender>qxj, kf", "signs"),
        ("<sender>qxj@example.gov.cn", "<sender>qxj kf", "signs"),
        ("<msgType>Alert", "<msgType>Cancel", "no-references"),
        ("<msgType>Alert", "<msgType>Update", "no-references"),
        ("<msgType>Alert", "<msgType>Alarm", "schema"),
        ("<status>Actual", "<status>Real", "schema"),
        ("<scope>Public", "<scope>Restricted", "no-restriction"),
        ("<scope>Public", "<scope>Private", "no-addresses"),
        ("<expires>2026-07-01T14:00:00+08:00", "<expires>2026-07-01T07:00:00+08:00", "expires-first"),
        ("<event>暴雨", "<event> ", "no-event"),
        ("<areaDesc>长沙市开福区", "<areaDesc>", "no-area-words"),
        ("cap:1.2", "cap:1.1", "older"),
        ("<alert ", "<alarm ", "no-xml"),
        ("urn:oasis", "urn:elsewhere", "no-cap"),
    ],
)  # fmt: skip
def test_one_wrong_thing_is_named(old, new, key):
    assert key in keys(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("shape", "told", "key"),
    [
        ("polygon", "28.1,112.9 28.2,112.9 28.1,112.9", "polygon"),  # a line
        ("polygon", "28.1,112.9 28.2,112.9 28.2,113.0 28.3,113.0", "polygon"),  # not closed
        ("polygon", "112.9,28.1 112.9,28.2 113.0,28.2 112.9,28.1", "swapped"),
        ("circle", "28.1,112.9", "circle"),
        ("circle", "28.1,112.9 -3", "circle"),
        ("circle", "somewhere 5", "circle"),
    ],
)
def test_a_shape_that_cannot_be_drawn_is_sent_back(shape, told, key):
    assert key in keys(GOOD.replace("</areaDesc>", f"</areaDesc><{shape}>{told}</{shape}>", 1))


def test_signs_that_xml_cannot_hold_are_left_out():
    assert read(written(alert(note="a\x00b\x0b\uffffc"))).note == "abc"


def test_all_that_is_wrong_is_said_at_once():
    bad = GOOD.replace("43010541600000_20260701080000", "").replace("qxj@example.gov.cn", "a b")
    assert keys(bad) == ["no-identifier", "signs"]


def test_a_huge_file_is_not_opened(monkeypatch):
    from liangxing.rooms.safety.cap import reading

    monkeypatch.setattr(reading, "opened", None)  # opening it would fail
    assert keys(b"<alert>" + b" " * 20_000_000) == ["large"]
    assert MOST_BYTES < 20_000_000


def test_a_file_that_would_grow_or_look_elsewhere_is_refused():
    bomb = (
        '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx">'
        + "".join(f'<!ENTITY b{n} "{"&b%s;" % (n - 1 if n else "") * 10}">' for n in range(9))
        + "]><alert>&b8;</alert>"
    )
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><alert>&b;</alert>'
    assert keys(bomb) == keys(outside) == ["dtd"]


@pytest.mark.parametrize("data", [b"", b"   ", b"\xff\xfe", b"<a", b"PK\x03\x04rest", b"<a/>", "﻿".encode()])
def test_what_is_no_alert_is_said_to_be_none(data):
    assert keys(data)[0] in ("empty", "no-xml", "no-cap")


def test_a_reference_is_a_triple_and_never_itself():
    one = alert(kind="Update", references=("only-an-identifier",))
    assert keys(written(one)) == ["bad-reference"]
    assert keys(written(alert(kind="Update", references=about(alert())))) == ["itself"]


def test_a_clock_that_is_an_hour_fast_is_said_and_the_alert_is_taken():
    from datetime import timedelta

    early = SENT - timedelta(hours=1)
    told = {fault.key: fault.values for fault in remarks(read(written(alert())), early)}
    assert told["future"] == {"minutes": 60}
    assert not list(remarks(alert(), NOW))


def test_utc_is_written_as_cap_wants_it():
    assert moment(NOW) == "2026-07-01T00:10:00-00:00"


def test_every_fault_has_its_words():
    assert all(words.endswith((".", ")")) for words in (REFUSED | SAID).values())
