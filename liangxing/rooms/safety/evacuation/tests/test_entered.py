"""A network comes from plain data of a form that is written down, and goes back to it."""

import json
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from liangxing.rooms.safety.evacuation import entered
from liangxing.rooms.safety.evacuation.entered import SORTS, data_of, network_of
from liangxing.rooms.safety.evacuation.faults import Unsound
from liangxing.rooms.safety.evacuation.invented import community

SCHEMA = json.loads(Path(entered.__file__).with_name("network.schema.json").read_text("utf-8"))
TOWN = community(2, people=200, buildings=8, side=6)


def test_what_is_told_as_data_comes_back_the_same():
    assert network_of(json.loads(json.dumps(data_of(TOWN)))) == TOWN


@pytest.mark.parametrize("sort", SORTS)
def test_the_written_form_is_that_of_the_program(sort):
    told = SCHEMA["properties"][sort]["items"]
    assert [*told["properties"]] == [field.name for field in fields(SORTS[sort])]
    assert told["required"] == [field.name for field in fields(SORTS[sort]) if field.default is MISSING]


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        ("ways", "length_m", "45"),
        ("ways", "length_m", float("inf")),
        ("ways", "width_m", float("nan")),
        ("ways", "ends", ["a"]),
        ("ways", "kind", "lift"),
        ("ways", "kind", ["gate"]),
        ("ways", "one_way", 1),
        ("ways", "colour", "red"),
        ("spots", "id", ""),
        ("spots", "longitude", "112.98"),
        ("stairwells", "people", 3.5),
        ("stairwells", "people", True),
        ("stairwells", "people", 10**40),
        ("shelters", "area_m2", None),
    ],
)
def test_a_field_of_another_kind_is_named(sort, field, value):
    data = data_of(TOWN)
    data[sort][1][field] = value
    with pytest.raises(Unsound) as told:
        network_of(data)
    assert told.value.faults[0].where == (f"{sort}[1].{field}",)


@pytest.mark.parametrize(("data", "where"), [([], "$"), ({"ways": 3}, "ways"), ({"roads": []}, "roads")])
def test_what_is_no_network_is_named_too(data, where):
    with pytest.raises(Unsound) as told:
        network_of(data)
    assert where in told.value.faults[0].where
