"""A town in which so many households check in, on the store that the environment names: what the page is asked for."""

from __future__ import annotations

# ruff: noqa: I001
import json
import sys
from datetime import timedelta

from django.utils.timezone import localdate, now

from bench._ground import JINHUI, WHO, write
from django.contrib.auth.models import User  # the ground has set Django up
from django.test import Client
from liangxing.places.hall import codes
from liangxing.records.actions import write_many
from liangxing.register.models import Building, Estate, Household, Post
from liangxing.rooms.safety.models import Emergency

HOMES = int(sys.argv[1])
HOUSES = HOMES // 28 + 1
today = localdate()
estate = write(Estate(code="JQ", name="Jinqiu", day=today), **WHO)
houses = [Building(code=f"JQ-{n}", estate=estate, day=today) for n in range(HOUSES)]
write_many(houses, **WHO)
homes = [Household(code=f"JQ-{n % HOUSES}-{n}", building=houses[n % HOUSES], day=today) for n in range(HOMES)]
write_many(homes, **WHO)
storm = write(Emergency(code="E1", name="storm", day=today, began_at=now() - timedelta(minutes=1)), **WHO)
write(Post(code="leader", role="secretary", account="leader", day=today), **WHO)
user = User.objects.create_user("leader", password="a leader's word")
leader = Client()
leader.force_login(user)
place = f"/{JINHUI.code}/hall/safe/{storm.fact}/"
json.dump({
    "form": f"{place}{codes.signature('check-in', storm.fact)}/",
    "count": f"{place}count/",
    "session": leader.cookies["sessionid"].value,
    "homes": [home.code for home in homes],
}, sys.stdout)  # fmt: skip
