"""Whose meters somebody reads: a grid worker those of their buildings, a household its own, a neighbour nobody's."""

import pytest
from django.urls import reverse

from conftest import DAY
from liangxing.records.actions import write
from liangxing.register.models import Building, Household
from liangxing.rooms.saving.models import Meter, Reading

CODE = "430103001001"


@pytest.fixture
def meters(who, home):
    """A meter of the home, one of its building's stairs, and one of a home elsewhere."""
    other = write(Building(code="13", day=DAY), **who)
    there = write(Household(code="13-101", building=other, day=DAY), **who)
    said = {"sort": "electricity", "unit": "kW.h", "day": DAY}
    made = [
        Meter(code="E-home", serves="household", household=home, **said),
        Meter(code="E-stairs", serves="public", building=home.building, **said),
        Meter(code="E-other", serves="household", household=there, **said),
    ]
    for meter in made:
        write(meter, **who)
        write(Reading(meter=meter, day=DAY, reading=700), **who)
    return made


def keep(client, meter):
    said = {"meter": meter.code, "day": "2026-05-04", "sort": "read", "reading": "812.5"}
    return client.post(reverse("saving.reading.write", args=[CODE]), said).status_code


def listed(client):
    body = client.get(reverse("saving.reading.list", args=[CODE]))
    return {code for code in ("E-home", "E-stairs", "E-other") if code in body.content.decode()}


@pytest.mark.parametrize(("role", "reach", "sees", "writes"), [
    ("grid", "building", {"E-home", "E-stairs"}, [302, 302, 422]),
    ("resident", "household", {"E-home"}, [404, 404, 404]),
    ("building_head", "building", set(), [422, 422, 422]),
    ("worker", None, {"E-home", "E-stairs", "E-other"}, [302, 302, 302]),
])  # fmt: skip
def test_readings_are_kept_and_seen_as_far_as_a_post_reaches(role, reach, sees, writes, meters, home, come_in):
    where = {"building": home.building, "household": home}
    client = come_in(role, **({reach: where[reach]} if reach else {}))
    assert listed(client) == sees
    assert [keep(client, meter) for meter in meters] == writes
    assert Reading.objects.count() == 3 + writes.count(302)
