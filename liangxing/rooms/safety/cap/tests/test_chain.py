"""What stands, and for whom."""

from datetime import timedelta

import pytest

from liangxing.rooms.safety.cap.area import reach
from liangxing.rooms.safety.cap.chain import fates
from liangxing.rooms.safety.cap.message import Area

from .ground import NOW, SENT, about, alert, info

FIRST = alert()


def later(minutes, kind, *others, **changes):
    return alert(identifier=f"{kind}-{minutes}", sent=SENT + timedelta(minutes=minutes), kind=kind,
                 references=about(*others), **changes)  # fmt: skip


def states(*messages, now=NOW):
    found = fates(messages, now)
    return [found[message.name].state for message in messages]


def test_an_update_takes_the_place_of_what_it_is_about():
    assert states(FIRST, later(2, "Update", FIRST)) == ["superseded", "stands"]


def test_a_chain_of_updates_ends_with_its_cancellation():
    second = later(2, "Update", FIRST)
    third = later(4, "Update", FIRST, second)
    over = later(6, "Cancel", third)
    assert states(FIRST, second, third, over) == ["superseded", "superseded", "cancelled", "answer"]


def test_it_does_not_matter_in_which_order_they_came():
    second = later(2, "Update", FIRST)
    assert states(later(6, "Cancel", second), second, FIRST) == ["answer", "cancelled", "superseded"]


def test_a_cancellation_of_what_never_came_is_kept_and_said():
    lone = later(2, "Cancel", alert(identifier="never"))
    found = fates([FIRST, lone], NOW)
    assert found[FIRST.name].stands
    assert [fault.key for fault in found[lone.name].remarks()] == ["unknown"]


def test_nobody_cancels_the_alert_of_somebody_else():
    forged = later(2, "Cancel", FIRST, sender="somebody@example.org")
    found = fates([FIRST, forged], NOW)
    assert found[FIRST.name].stands
    assert [fault.key for fault in found[forged.name].remarks()] == ["not-theirs"]


def test_an_exercise_cancels_nothing_that_is_actual():
    assert states(FIRST, later(2, "Cancel", FIRST, status="Exercise"))[0] == "stands"


def test_the_moment_of_a_reference_may_be_written_in_another_zone():
    utc = f"{FIRST.sender},{FIRST.identifier},2026-07-01T00:00:00-00:00"
    over = alert(identifier="over", kind="Cancel", sent=SENT + timedelta(minutes=1), references=(utc,))
    assert states(FIRST, over)[0] == "cancelled"


@pytest.mark.parametrize(
    ("hours", "effective", "state"),
    [(0, None, "stands"), (7, None, "expired"), (6, None, "expired"), (0, 2, "coming"), (3, 2, "stands")],
)
def test_the_clock_begins_and_ends_an_alert(hours, effective, state):
    told = info(effective=effective and SENT + timedelta(hours=effective))
    assert states(alert(infos=(told,)), now=SENT + timedelta(hours=hours)) == [state]


def test_a_senders_fast_clock_holds_no_warning_back():
    assert states(FIRST, now=SENT - timedelta(hours=1)) == ["stands"]


def test_drafts_and_private_messages_tell_nobody():
    assert states(alert(status="Draft"), alert(identifier="p", scope="Private", addresses="a")) == ["silent"] * 2


HOME = [[(112.98, 28.11), (112.99, 28.11), (112.99, 28.12), (112.98, 28.12), (112.98, 28.11)]]


def in_area(**told):
    return alert(infos=(info(areas=(Area("某地", **told),)),))


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({"polygons": ("28.0,112.9 28.2,112.9 28.2,113.1 28.0,113.1 28.0,112.9",)}, "here"),  # around it
        ({"polygons": ("28.115,112.985 28.116,112.985 28.116,112.986 28.115,112.985",)}, "here"),  # in it
        ({"polygons": ("28.115,112.97 28.115,113.0 28.1151,113.0 28.1151,112.97 28.115,112.97",)}, "here"),  # across
        ({"polygons": ("29.0,112.9 29.2,112.9 29.2,113.1 29.0,112.9",)}, "elsewhere"),
        ({"circles": ("28.115,112.985 0",)}, "here"),
        ({"circles": ("28.2,112.985 5",)}, "elsewhere"),
        ({"circles": ("28.2,112.985 15",)}, "here"),
        ({"geocodes": (("x", "430100"),)}, "here"),  # the city
        ({"geocodes": (("x", "430000"),)}, "here"),  # the province
        ({"geocodes": (("x", "430103001000"),)}, "here"),  # the subdistrict
        ({"geocodes": (("x", "430104"),)}, "elsewhere"),
        ({"geocodes": (("x", "110000"),)}, "elsewhere"),
        ({"geocodes": (("SAME", "006037"),)}, "elsewhere"),
        ({}, "untold"),
    ],
)  # fmt: skip
def test_whether_an_area_is_ours(told, where):
    assert reach(in_area(**told), code="430103001001", ground=HOME) == where


def test_without_a_boundary_shapes_cannot_be_compared():
    drawn = in_area(polygons=("29.0,112.9 29.2,112.9 29.2,113.1 29.0,112.9",))
    assert reach(drawn, code="430103001001", ground=[]) == "untold"
