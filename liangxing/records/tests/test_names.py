"""Names are found by how they sound, by whoever may see them."""

import pytest

from liangxing.records.actions import write
from liangxing.records.filters import found
from liangxing.records.kinds import kinds
from liangxing.records.names import sounding
from liangxing.records.sound import asked, sounds, sounds_like
from liangxing.register.models import Organisation, Resident
from liangxing.register.rights import rights_of_account

BASE = "/430103001001/records/names/"


@pytest.mark.parametrize(("name", "word", "is_found"), [
    ("文化广场", "whgc", True),
    ("文化广场", "wenhua", True),
    ("文化广场", "wenhgc", True),
    ("文化广场", "Wen Hua", True),
    ("文化广场", "gc", True),
    ("文化广场", "hw", False),
    ("重庆路", "chongqing", True),
    ("重庆路", "zhongqing", True),
    ("长乐苑", "cl", True),
    ("长乐苑", "zhangyue", True),
    ("绿地", "lvdi", True),
    ("绿地", "lüdi", True),
    ("6栋", "6d", True),
    ("𠮷·阿不都", "abd", True),
    ("文化广场", "文化", False),
    ("文化广场", "' -", False),
])  # fmt: skip
def test_a_name_is_told_by_beginnings_of_its_sounds(name, word, is_found):
    spelled = asked(word)
    assert bool(spelled and sounds_like(sounds(name), spelled)) is is_found


@pytest.fixture
def named(home, who):
    """A place of work and a person."""
    write(Organisation(code="D1", name="文化广场管理处", sort="public", day=home.day), **who)
    return write(Resident(code="12-301-1", name="谭小满", household=home, sex="f", day=home.day), **who)


def test_a_new_name_is_found_at_once(named, who, home):
    assert not sounding(Organisation, who["community"], "cly", clear=True)
    write(Organisation(code="D2", name="长乐苑", sort="public", day=home.day), **who)
    assert len(sounding(Organisation, who["community"], "cly", clear=True)) == 1


def test_a_list_finds_by_sound(named, who, come_in):
    come_in("worker")
    rights = rights_of_account(who["community"], "worker")
    rows = found(kinds()["register.organisation"], {"q": "whgc"}, who["community"], rights).qs
    assert [row.code for row in rows] == ["D1"]


@pytest.mark.parametrize(("role", "word", "codes"), [
    ("worker", "txm", ["12-301-1"]),
    ("worker", "谭", ["12-301-1"]),
    ("worker", "12-3", ["12-301-1"]),
    ("worker", "zzz", []),
])  # fmt: skip
def test_a_field_offers_what_the_letters_may_mean(named, come_in, role, word, codes):
    told = come_in(role).get(f"{BASE}register.resident", {"q": word}).json()
    assert [one["value"] for one in told["found"]] == codes
    assert all("谭小满" in one["label"] for one in told["found"])


def test_a_person_is_named_only_within_ones_reach(named, come_in, client, who):
    head = come_in("building_head")
    told = head.get(f"{BASE}register.resident", {"q": "txm"})
    assert told.status_code == 404 or told.json()["found"] == []
    client.logout()
    assert client.get(f"{BASE}register.resident", {"q": "txm"}).status_code in (302, 404)
