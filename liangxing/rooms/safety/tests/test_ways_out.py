"""The ways out are read from the records as they stand, and what cannot be is said at its field, by name."""

import json
from datetime import date

import pytest

from liangxing.kernel.errors import Refused
from liangxing.records.actions import correct, end, write
from liangxing.records.lines import State, read_lines
from liangxing.register.models import Building, Entrance, Flat, Household, Resident
from liangxing.rooms.safety.evacuation import faults
from liangxing.rooms.safety.evacuation.soundness import faults_of
from liangxing.rooms.safety.forms import PresenceForm, SpotForm, WayForm
from liangxing.rooms.safety.imports.geojson import rows_of
from liangxing.rooms.safety.models import Shelter, Spot, Vulnerable
from liangxing.rooms.safety.queries.network import Scenario, entered

from .yard import DAY, closed, drawn, present

TODAY = date(2026, 11, 20)
WAY = {"code": "N", "day": "2026-05-03", "sort": "street", "start": "yard", "finish": "square", "length_m": "130",
       "width_m": "3"}  # fmt: skip


def people(who, time="night", cause=""):
    read = entered(who["community"], TODAY, Scenario(time, cause))
    return {well.id: (well.people, well.slow_people) for well in read.network.stairwells}, read


@pytest.mark.parametrize(
    ("told", "field", "said"),
    [
        ({"width_m": "0"}, "width_m", "量"),
        ({"width_m": "0.5"}, "width_m", "0.6"),
        ({"width_m": "40"}, "width_m", "30"),
        ({"length_m": "0.13"}, "length_m", "公里"),
        ({"length_m": "45000"}, "length_m", "5000"),
        ({"length_m": "60"}, "length_m", "直线"),
        ({"finish": "yard"}, "finish", "N"),
        ({"finish": "street"}, "finish", "G"),
        ({"start": "street", "finish": "yard"}, "finish", "G"),
        ({"start": "nowhere"}, "start", "nowhere"),
    ],
)
def test_a_way_that_cannot_be_is_told_at_its_field(told, field, said, who):
    drawn(who)
    (line,) = read_lines(WayForm, [WAY | told], community=who["community"])
    assert line.state is State.BAD
    assert said in " ".join(line.errors[field])


def test_two_ways_for_one_direction_each_are_no_double(who):
    there = drawn(who)
    correct(there.ways["G"], by="worker", one_way=True)
    back = WAY | {"start": "street", "finish": "yard", "one_way": "是", "length_m": "41"}
    (line,) = read_lines(WayForm, [back], community=who["community"])
    assert line.state is State.NEW, line.errors


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        ('{"type": "Point", "coordinates": [28.11, 112.98]}', "经度"),
        ('{"type": "LineString", "coordinates": [[112.98, 28.11], [112.99, 28.11]]}', "经度"),
        ('{"type": "Point", "coordinates": ["x", null]}', "经度"),
    ],
)
def test_a_spot_is_one_point_that_is_not_swapped(geometry, said, who):
    (line,) = read_lines(SpotForm, [{"code": "p", "day": "2026-05-03", "geometry": geometry}], **_at(who))
    assert said in " ".join(line.errors["geometry"])


def _at(who):
    return {"community": who["community"]}


@pytest.mark.parametrize(
    "told", [{"share_percent": "40", "people": "9"}, {}, {"people": "9"}, {"share_percent": "140"}]
)
def test_a_presence_is_a_share_or_the_number_of_a_building(told, who, come_in):
    browser = come_in("worker")
    row = {"time": "day", "source": "sample", "day": "2026-05-03", **told}
    answer = browser.post(f"/{who['community'].code}/safety/presence/write/", row)
    assert answer.status_code == 422
    assert PresenceForm(row, **_at(who)).is_valid() is False


def test_everybody_of_a_building_is_behind_its_stairs_and_slow_people_are_counted(who):
    there = drawn(who)
    write(Vulnerable(code="v", household=there.homes[0], day=DAY), **who)
    told, read = people(who)
    assert told == {"house-a": (6, 1), "house-b": (6, 0)}
    assert (read.estimated, read.counted.stated, read.network.room) == (1, False, 100)


def test_who_lives_behind_an_entrance_with_its_own_stairs_leaves_there(who):
    there = drawn(who, people=0)
    entrance = write(Entrance(code="A-1-2", building=there.houses[0], day=DAY), **who)
    flat = write(Flat(code="A-1-201", entrance=entrance, storey=2, day=DAY), **who)
    home = write(Household(code="A-1-201", building=there.houses[0], flat=flat, day=DAY), **who)
    write(Spot(code="second", building=there.houses[0], entrance=entrance, day=DAY), **who)
    for n in range(3):
        write(Resident(code=f"n{n}", household=home, name="x", day=DAY), **who)
    write(Resident(code="o", household=there.homes[0], name="x", day=DAY), **who)
    assert people(who)[0] == {"second": (3, 0), "house-a": (1, 0)}


def test_by_day_a_stated_share_is_there_and_a_stated_number_goes_before_it(who):
    there = drawn(who)
    present(who, "day", share_percent=50)
    present(who, "day", building=there.houses[1], people=40)
    assert people(who, "day")[0] == {"house-a": (3, 0), "house-b": (40, 0)}
    assert people(who, "night")[0] == {"house-a": (6, 0), "house-b": (6, 0)}


def test_a_building_with_people_and_no_stairs_is_named(who):
    drawn(who)
    house = write(Building(code="C-1", day=DAY), **who)
    home = write(Household(code="C-1-1", building=house, day=DAY), **who)
    write(Resident(code="c", household=home, name="x", day=DAY), **who)
    (fault,) = people(who)[1].faults
    assert isinstance(fault, faults.NoStairs)
    assert fault.where == ("C-1",)


def test_a_shelter_without_capacity_is_named(who):
    there = drawn(who)
    shelter = correct(there.shelter, by="worker", capacity=None)
    assert [type(fault) for fault in people(who)[1].faults] == [faults.NoCapacity]
    correct(shelter, by="worker", area_m2="61")
    read = people(who)[1]
    assert (read.faults, read.network.room) == ((), 122)  # half a square metre for each, in an emergency


def test_at_night_a_locked_gate_walls_in_its_yard(who):
    drawn(who, night_locked=True)
    assert [type(fault) for fault in faults_of(people(who, "night")[1].network)] == [faults.CutOff]
    assert list(faults_of(people(who, "day")[1].network)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda there: correct(there.shelter, by="w", capacity=5), faults.SheltersTooSmall),
        (lambda there: end(there.spots["square"], until=DAY, by="w"), faults.UnknownSpot),
        (lambda there: end(there.ways["G"], until=DAY, by="w"), faults.CutOff),
    ],
)
def test_what_keeps_people_in_has_a_name(change, fault, who):
    change(drawn(who))
    assert fault in [type(found) for found in faults_of(people(who)[1].network)]


def test_nobody_is_a_fault_and_no_plan_of_zero_seconds(who):
    drawn(who, people=0)
    assert faults.Nobody in [type(fault) for fault in faults_of(people(who)[1].network)]


def test_works_close_a_way_always_and_a_flood_only_when_it_is_asked_for(who):
    there = drawn(who)
    closed(who, there.ways["M"], "flood", closes_min=5)

    def main(cause):
        return next(way for way in people(who, cause=cause)[1].network.ways if way.id == "M")

    assert (main("").closes_s, main("flood").closes_s, main("fire").closes_s) == (None, 300, None)
    closed(who, there.ways["M"])
    assert main("").shut


def test_what_is_entered_has_one_digest_and_any_change_another(who):
    there = drawn(who)
    before = people(who)[1].digest
    assert people(who)[1].digest == before
    correct(there.ways["G"], by="worker", width_m="2.5")
    assert people(who)[1].digest != before


def test_a_drawing_is_read_with_the_spots_that_its_lines_make():
    line = {"type": "LineString", "coordinates": [[112.98, 28.11], [112.981, 28.11]]}
    told = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"编号": "A", "name": "gate"}, "geometry":
            {"type": "Point", "coordinates": [112.98, 28.11]}},
        {"type": "Feature", "properties": {"width_m": 3, "通道类别": "大门", "colour": "red"}, "geometry": line},
    ]}  # fmt: skip
    spots, ways = rows_of(json.dumps(told).encode(), DAY)
    assert [spot["code"] for spot in spots] == ["A", "P-2"]
    assert (ways[0]["start"], ways[0]["finish"], ways[0]["length_m"]) == ("A", "P-2", "98.1")
    assert (ways[0]["width_m"], ways[0]["sort"], "colour" in ways[0]) == (3, "大门", False)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"type": "FeatureCollection", "features": []}',
                                     b"\xff\xfe", b'{"type": "FeatureCollection", "features": [{"geometry": 3}]}'])  # fmt: skip
def test_what_is_no_drawing_is_refused_in_words(content):
    with pytest.raises(Refused):
        rows_of(content, DAY)


def test_a_network_goes_out_and_comes_back_the_same(who, come_in):
    drawn(who)
    browser, base = come_in("worker"), f"/{who['community'].code}/safety/"
    told = browser.get(f"{base}ways/network.geojson").content
    from django.core.files.uploadedfile import SimpleUploadedFile

    page = browser.post(f"{base}ways/import/", {"geojson": SimpleUploadedFile("net.geojson", told)})
    assert page.status_code == 200
    assert page.context["read"]["counts"].get("bad", 0) == 0
    assert Spot.objects.count() == 5
    wrong = browser.post(f"{base}ways/import/", {"geojson": SimpleUploadedFile("net.geojson", b"no")})
    assert (wrong.status_code, "GeoJSON" in wrong.content.decode()) == (422, True)


def test_shelters_without_a_door_are_left_out(who):
    drawn(who)
    write(Shelter(code="far", name="far", capacity=9, day=DAY), **who)
    assert people(who)[1].network.room == 100
