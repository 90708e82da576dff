"""Invented persons: names put together by chance from common characters; nobody is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .facts import FACTS, chance
from .plan import buildings

SURNAMES = "谭何易文邓罗彭肖廖柳唐欧阳蒋段龚邹熊汤聂贺"
GIVEN = "小满静宜书明子晴立冬嘉禾若安思源一诺清和远帆雨桐知夏景行念慈"
HOUSEHOLDS = FACTS["community"]["households"]
SIZES = (1, 2, 3, 3, 2, 4, 2, 3, 1, 4, 2, 3)  # people of a household, in turn: 30 in each dozen


def name(key: str) -> str:
    """The invented name of the person with this key."""
    draw = chance(f"name/{key}")
    return draw.choice(SURNAMES) + draw.choice(GIVEN) + (draw.choice(GIVEN) if draw.random() < 0.8 else "")


@dataclass(frozen=True, slots=True)
class Home:
    """A household: building, entrance, storey and flat, all by code, and how many live there."""

    building: str
    entrance: str
    storey: int
    code: str
    people: int


@cache
def homes() -> tuple[Home, ...]:
    """All households, over the residential buildings in turn."""
    residential = [code for code, estate, _ground in buildings() if estate and estate.residential]
    found = []
    for n in range(HOUSEHOLDS):
        building, place = residential[n % len(residential)], n // len(residential)
        entrance, rest = place % 2 + 1, place // 2
        storey, flat = rest // 2 + 1, rest % 2 + 1
        code = f"{building}-{entrance}-{storey}{flat:02}"
        found.append(Home(building, f"{building}-{entrance}", storey, code, SIZES[n % len(SIZES)]))
    return tuple(found)


def born(key: str, oldest: bool) -> date:
    """A day of birth that leaves somebody 0 to 96 years old in 2013; the first of a household is grown up."""
    draw = chance(f"born/{key}")
    years = draw.randint(24, 96) if oldest else draw.randint(0, 88)
    return date(2010, 5, 31) - timedelta(days=years * 365 + draw.randint(0, 364))
