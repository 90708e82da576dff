"""Invented households and persons: names put together by chance from common characters; nobody is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .facts import FACTS, REGISTERED, REPORT_DAY, chance
from .plan import buildings

SURNAMES = "谭何易文邓罗彭肖廖柳唐欧蒋段龚邹熊汤聂贺袁侯申涂向贝戴成钟尹"
GIVEN = "小满静宜书明子晴立冬嘉禾若安思源一诺清和远帆雨桐知夏景行念慈亦乔望舒可欣怀谷"
HOUSEHOLDS: int = FACTS["community"]["households"]
SIZES = (1, 2, 3, 3, 2, 4, 2, 3, 1, 4, 2, 3)  # people of a household, in turn: 30 in each dozen
BIRTHS_PER_YEAR, LEAVING_PER_YEAR = 25, 22  # after the report: so the community stays about as large


def name(key: str, family: str = "") -> str:
    """The invented name of the person with this key; *family*: the surname, when it is given."""
    draw = chance(f"name/{key}")
    surname = draw.choice(SURNAMES)
    return (family or surname) + draw.choice(GIVEN) + (draw.choice(GIVEN) if draw.random() < 0.8 else "")


def is_invented(text: str) -> bool:
    """Whether *text* is a name that ``name`` may have made."""
    return 2 <= len(text) <= 3 and text[0] in SURNAMES and set(text[1:]) <= set(GIVEN)


@dataclass(frozen=True, slots=True)
class Home:
    """A household: building, entrance, storey and flat, all by code, and how many lived there when registered."""

    building: str
    entrance: str
    storey: int
    code: str
    people: int


@dataclass(frozen=True, slots=True)
class Person:
    """A resident: code, household, name, sex as the tables say it, born, since when here, and until when."""

    code: str
    household: str
    name: str
    sex: str
    born: date
    day: date
    until: date | None = None


@cache
def homes() -> tuple[Home, ...]:
    """All households, over the residential buildings in turn."""
    residential = [b.code for b in buildings() if b.use == "住宅"]
    found = []
    for n in range(HOUSEHOLDS):
        building, place = residential[n % len(residential)], n // len(residential)
        entrance, rest = place % 2 + 1, place // 2
        storey, flat = rest // 2 + 1, rest % 2 + 1
        code = f"{building}-{entrance}-{storey}{flat:02}"
        found.append(Home(building, f"{building}-{entrance}", storey, code, SIZES[n % len(SIZES)]))
    return tuple(found)


def pick(what: str, count: int) -> list[str]:
    """The codes of so many households, drawn for this purpose."""
    return chance(what).sample([h.code for h in homes()], count)


def residents(last: date) -> list[Person]:
    """Everybody who came to live here up to *last*; who left later than the report has an end."""
    found = [person for home in homes() for person in _family(home)]
    gone = _leaving(found, last)
    found = [
        Person(p.code, p.household, p.name, p.sex, p.born, p.day, gone[p.code]) if p.code in gone else p for p in found
    ]
    return found + [baby for baby in _babies() if baby.day <= last]


def _family(home: Home) -> list[Person]:
    """One household as of the report: a grown-up, then a spouse, a child, a grandparent or grandchild."""
    draw = chance(f"family/{home.code}")
    head_sex = draw.choice("男女")
    head_age = draw.randint(25, 88)
    ages = [head_age, max(22, head_age + draw.randint(-5, 4)), max(0, head_age - draw.randint(23, 36))]
    ages.append(head_age + draw.randint(23, 30) if head_age < 62 else max(0, ages[2] - draw.randint(23, 30)))
    sexes = [head_sex, "女" if head_sex == "男" else "男", draw.choice("男女"), draw.choice("男女")]
    family = name(f"{home.code}-1")[0]
    found = []
    for n in range(home.people):
        code = f"{home.code}-{n + 1}"
        born = date(2010, 5, 31) - timedelta(days=ages[n] * 365 + draw.randint(0, 364))
        day = REGISTERED
        if ages[n] == 0:  # born after the first registration, so the register knows all ages
            born = REGISTERED + timedelta(days=draw.randint(30, 1000))
            day = born + timedelta(days=12)
        found.append(Person(code, home.code, name(code, "" if n == 1 else family), sexes[n], born, day))
    return found


def _leaving(people: list[Person], last: date) -> dict[str, date]:
    """Who died or moved away after the report, and when; every household keeps somebody."""
    later = [p for p in people if not p.code.endswith("-1")]
    drawn = chance("leaving").sample(later, LEAVING_PER_YEAR * 14)
    days = [REPORT_DAY + timedelta(days=40 + n * 365 // LEAVING_PER_YEAR) for n in range(len(drawn))]
    return {p.code: day for p, day in zip(drawn, days, strict=True) if day <= last}


def _babies() -> list[Person]:
    """Children born after the report, in households of three."""
    found = []
    three = [home for home in homes() if home.people == 3]
    for n, home in enumerate(chance("births").sample(three, BIRTHS_PER_YEAR * 14)):
        born = REPORT_DAY + timedelta(days=20 + n * 365 // BIRTHS_PER_YEAR)
        code, family = f"{home.code}-4", name(f"{home.code}-1")[0]
        found.append(Person(code, home.code, name(code, family), "女" if n % 2 else "男", born, born + timedelta(12)))
    return found
