"""All measures of one community with 1,000,000 records, beside a plain aggregate of the same tables, and pandas."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pandas as pd
from django.db import connection

from bench._ground import JINHUI, WHO, beside_the_ledger, clock, tell, write
from liangxing.activities.models import Activity, SignIn
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.records.actions import write_many
from liangxing.register.models import Building, Household, Resident
from liangxing.register.urls import urlpatterns  # noqa: F401 - the kinds become known

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
FIRST, YEAR = date(2024, 1, 1), Period.year(2026)
SORTS = ["publicity", "lesson", "campaign", "sanitation", "meeting", "drill"]
TOPICS = [",water,environment,", ",law,", ",food-safety,", ",safety,", ",energy,"]


def day(n: int) -> date:
    """A day of three years, in turn."""
    return FIRST + timedelta(n % 1080)


house = write(Building(code="1", day=FIRST), **WHO)
homes = [Household(code=f"1-{n}", building=house, day=FIRST) for n in range(3324)]
write_many(homes, **WHO)
share = COUNT // 10
acts = [
    Activity(code=f"a{n}", title="t", sort=SORTS[n % 6], topics=TOPICS[n % 5], attended=n % 90, day=day(n))
    for n in range(3 * share)
]
beside_the_ledger(house, acts)
beside_the_ledger(
    house,
    [
        SignIn(activity=acts[n % len(acts)], household=homes[n % 3324], people=n % 3 + 1, day=day(n))
        for n in range(5 * share)
    ],
)
beside_the_ledger(
    house, [Resident(code=f"r{n}", household=homes[n % 3324], name="x", day=day(n)) for n in range(2 * share)]
)
keys = list(MEASURES)
TABLES = {m.of._meta.db_table: m.of for key in keys for m in MEASURES[key].counted}


def scan() -> None:
    """The plain aggregate: one pass over the rows of each table that the measures read."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*), count(struck_at), min(day), max(day), max(recorded_at) FROM {table}")
            cursor.fetchall()


ours = clock(lambda: figures(keys, JINHUI, YEAR), rounds=3)
tell(f"{len(keys)} measures over {COUNT:,} records", ours, clock(scan, rounds=3), "plain aggregate of the same tables")


def in_pandas() -> None:
    """The same questions of the three large tables, asked of data frames read from the same database."""
    frames = {t: pd.read_sql(f"SELECT * FROM {t} WHERE struck_at IS NULL", connection.connection) for t in LARGE}
    calendar = frames["activities_activity"]
    held = calendar[(calendar.day >= YEAR.first) & (calendar.day < YEAR.after)]
    for sort in SORTS:
        (held["sort"] == sort).sum()
    for topic in TOPICS:
        held.topics.str.contains(topic, regex=False).sum()
    held.attended.sum()
    signed = frames["activities_signin"]
    signed[(signed.day >= YEAR.first) & (signed.day < YEAR.after)].household_id.nunique()
    people = frames["register_resident"]
    (people[people.day < YEAR.after].until.isna()).sum()


LARGE = ("activities_activity", "activities_signin", "register_resident")
tell(
    f"{len(keys)} measures over {COUNT:,} records",
    ours,
    clock(in_pandas, rounds=1),
    "the same in pandas, read and asked",
)
