"""Pages with 100,000 records behind them: time of the server, again and for the first time after an act."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from bench._ground import JINHUI, WHO, beside_the_ledger, clock, once, write
from liangxing.activities.models import Activity, SignIn
from liangxing.records.actions import write_many
from liangxing.register.models import Building, Household

settings.ALLOWED_HOSTS = ["*"]
FIRST = date(2023, 1, 1)
house = write(Building(code="1", day=FIRST), **WHO)
homes = [Household(code=f"1-{n}", building=house, day=FIRST) for n in range(3324)]
write_many(homes, **WHO)
acts = [
    Activity(code=f"a{n}", title="t", sort="lesson", attended=n % 90, day=FIRST + timedelta(n % 1200))
    for n in range(20_000)
]
beside_the_ledger(house, acts)
signed = [
    SignIn(activity=acts[n % 20_000], household=homes[n % 3324], day=FIRST + timedelta(n % 1200)) for n in range(80_000)
]
beside_the_ledger(house, signed)
client = Client()
asked: list[str] = []


def count(execute: Any, sql: str, *rest: Any) -> Any:
    """Note a query, and pass it on."""
    asked.append(sql)
    return execute(sql, *rest)


PAGES = ("", "figures/", "figures/activities.attended/", "standards/", "standards/two-oriented/", "rooms/",
         "activities/activity/", "activities/signin/", "reports/creation/")  # fmt: skip


def ask(path: str) -> None:
    """Read the page, which must be there."""
    assert client.get(f"/{JINHUI.code}/{path}").status_code == 200, path


for path in PAGES:
    asked.clear()
    again = clock(lambda p=path: ask(p), rounds=3)
    with connection.execute_wrapper(count):
        ask(path)
    firsts = []
    for n in range(3):
        write(Activity(code=f"{path}-{n}", title="t", sort="lesson", attended=3, day=FIRST), **WHO)
        firsts.append(once(lambda p=path: ask(p)))
    print(f"{path or 'board':32} again {again:.3f} s, {len(asked)} queries; first after an act {median(firsts):.3f} s")
