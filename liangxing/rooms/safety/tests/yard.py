"""A yard to leave: two buildings behind a gate, a street to a square; all in records."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace

from liangxing.records.actions import write
from liangxing.register.models import Building, Household, Resident
from liangxing.rooms.safety.models import Closure, Presence, Shelter, Spot, Way

DAY = date(2026, 5, 3)
AT = {"house-a": (0, 0), "house-b": (60, 0), "yard": (30, 20), "street": (30, 60), "square": (150, 60)}


def point(x_m, y_m):
    return json.dumps({"type": "Point", "coordinates": [112.98 + x_m / 98_000, 28.11 + y_m / 111_000]})


def drawn(who, people=12, gate_m="2.4", night_locked=False):
    """Write it down; what tests speak of, by name."""

    def keep(record):
        return write(record, **who)

    houses = [keep(Building(code=f"{letter}-1", day=DAY)) for letter in "AB"]
    homes = [keep(Household(code=f"{house.code}-{n}", building=house, day=DAY)) for house in houses for n in (1, 2)]
    for n in range(people):
        keep(Resident(code=f"R{n}", household=homes[n % 4], name=f"x{n}", day=DAY))
    shelter = keep(Shelter(code="SQ", name="square", capacity=100, day=DAY))
    spots = {name: Spot(code=name, geometry=point(*at), day=DAY) for name, at in AT.items()}
    spots["house-a"].building, spots["house-b"].building = houses
    spots["square"].shelter = shelter
    for spot in spots.values():
        keep(spot)

    def way(code, start, finish, length_m, width_m, **more):
        return keep(Way(code=code, start=spots[start], finish=spots[finish], length_m=length_m, width_m=width_m,
                        day=DAY, **{"measured": True, **more}))  # fmt: skip

    ways = {
        "S-a": way("S-a", "house-a", "yard", "42", "1.1", sort="stair", one_way=True),
        "S-b": way("S-b", "house-b", "yard", "42", "1.1", sort="stair", one_way=True),
        "G": way("G", "yard", "street", "41", gate_m, sort="gate", name="north gate", night_locked=night_locked),
        "M": way("M", "street", "square", "122", "4.0", name="Main Street", measured=False),
    }
    return SimpleNamespace(houses=houses, homes=homes, shelter=shelter, spots=spots, ways=ways, keep=keep)


def present(who, time, **told):
    """State who is there."""
    return write(Presence(time=time, source="sample of March", day=DAY, **told), **who)


def closed(who, way, cause="works", closes_min=None):
    """Close a way."""
    return write(Closure(way=way, cause=cause, closes_min=closes_min, day=DAY), **who)
