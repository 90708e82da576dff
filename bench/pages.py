"""Pages with 100,000 records behind them: time of the server and number of queries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from bench._ground import JINHUI, WHO, beside_the_ledger, clock, write
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


for path in ("", "figures/", "figures/activities.attended/", "standards/", "standards/two-oriented/", "rooms/",
             "activities/activity/", "activities/signin/", "reports/creation/"):  # fmt: skip
    address = f"/{JINHUI.code}/{path}"
    asked.clear()
    with connection.execute_wrapper(count):
        assert client.get(address).status_code == 200, address
    print(f"{path or 'board':32} {clock(lambda a=address: client.get(a), rounds=3):.3f} s, {len(asked)} queries")
