"""What goes where, classes by edition, steps on noise."""

from datetime import date

import pytest

from liangxing.rooms.environment.sorting.classes import editions, gone, in_force, name_of
from liangxing.rooms.environment.sorting.items import APART, catalogue
from liangxing.rooms.environment.sorting.noise import next_step


@pytest.mark.parametrize(("words", "goes"), [
    ("电池", "residual"), ("充电宝", "hazardous"), ("旧手机", "recyclable"), ("大骨头", "residual"), ("鸡骨头", "kitchen"),
    ("Battery", "residual"), ("power bank", "hazardous"), ("sofa", "bulky"), ("过期药", "hazardous"), ("尿不湿", "residual"),
    ("装修垃圾", "not-household"), ("an old newspaper", "recyclable"),
])  # fmt: skip
def test_a_thing_is_found_in_either_language(words, goes):
    assert catalogue().find(words)[0].goes == goes


def test_what_is_not_on_the_list_is_not_guessed():
    assert catalogue().find("火星车") == catalogue().find("  ") == catalogue().find("的") == []


def test_the_list_is_whole():
    items = catalogue().items
    assert len(items) >= 150
    assert {item.goes for item in items} == {*in_force(date(2026, 1, 1)).classes, *APART}
    names = [name for item in items for name in item.names["zh-hans"]]
    assert sorted(set(names)) == sorted(names)
    assert all(set(item.advice) in ({"zh-hans", "en"}, set()) for item in items)


@pytest.mark.parametrize(("day", "number", "classes"), [
    (date(2013, 1, 1), "GB/T 19095-2008", 6), (date(2019, 11, 30), "GB/T 19095-2008", 6),
    (date(2019, 12, 1), "GB/T 19095-2019", 4), (date(1999, 1, 1), "GB/T 19095-2008", 6),
])  # fmt: skip
def test_an_edition_holds_from_its_day(day, number, classes):
    assert (in_force(day).number, len(in_force(day).classes)) == (number, classes)


def test_a_class_that_is_gone_says_what_took_its_place():
    assert gone("compostable", date(2019, 11, 30)) is gone("kitchen", date(2020, 1, 1)) is None
    assert gone("compostable", date(2020, 1, 1))[1].now == "kitchen"
    assert name_of("compostable", date(2020, 1, 1), "en") == "compostable waste"
    assert all(edition.source.status == "unverified" for edition in editions().every)


@pytest.mark.parametrize(("done", "step", "due"), [
    ([], "dissuade", date(2026, 9, 4)), (["dissuade"], "mediate", date(2026, 9, 15)),
    (["dissuade", "mediate", "dissuade"], "report", None), (["dissuade", "mediate", "report"], None, None),
])  # fmt: skip
def test_the_steps_come_in_the_order_of_the_law(done, step, due):
    found = next_step(date(2026, 9, 1), done)
    assert (found.step if found else None) == step
    assert due is None or found.due == due
    assert found is None or (found.edition.article, found.edition.source.status) == ("599", "read")
