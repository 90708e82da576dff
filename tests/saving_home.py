"""A household with two years of readings among sixteen like it, for which savings were worked out; calls and pledges."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import localdate

from liangxing.records.actions import write, write_many
from liangxing.register.models import Building, Household, Post
from liangxing.rooms.outreach.models import Call, Pledge
from liangxing.rooms.saving.actions import derive
from liangxing.rooms.saving.models import Meter, Reading, SavedUse
from liangxing.rooms.saving.queries.home import last_months


def found(community) -> None:
    """Write it down."""
    who, today = {"community": community, "by": "worker"}, localdate()
    months = [*last_months(today, 25), today.replace(day=1) - timedelta(days=1)]
    there = months[0]
    house = write(Building(code="JQ-1", day=there), **who)
    homes = [Household(code=f"JQ-1-{n:03}", building=house, day=there) for n in range(17)]
    write_many(homes, **who)
    said = {"sort": "electricity", "serves": "household", "unit": "kW.h", "digits": 5, "day": there}
    meters = [Meter(code=f"D{n:03}", household_id=home.fact, **said) for n, home in enumerate(homes)]
    write_many(meters, **who)
    write_many([Reading(meter_id=meter.fact, day=day, reading=1000 + (100 + n) * m)
                for n, meter in enumerate(meters) for m, day in enumerate(months)], **who)  # fmt: skip
    derive(community, today=today, by="worker")
    first = months[-12]
    proof = {"sort": "electricity", "unit": "kW.h", "occasion": "pledge", "began_on": first, "day": first,
             "until": today, "method": "means", "group": "g", "basis": "b", "own_error": 150, "group_error": 5}  # fmt: skip
    amounts = {"verdict": "unproven", "saved": 40, "saved_low": -60, "saved_high": 140}
    write_many([SavedUse(meter_id=m.fact, household_id=m.household_id, **proof, **amounts) for m in meters], **who)
    calls = [
        write(Call(code=c, name=n, day=there), **who) for c, n in (("cooling", "空调不低于26度"), ("bag", "带布袋子"))
    ]
    write_many([Pledge(household_id=home.fact, call=call, day=there) for home in homes[:9] for call in calls], **who)
    write(Post(code="ours", role="resident", account="ours", household=homes[0], day=there), **who)
