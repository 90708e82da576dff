"""The state of a round of calls over 3,324 households as one page, beside the plain Django way of writing it."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from bench._ground import JINHUI, WHO, beside_the_ledger, clock, tell, write
from liangxing.records.actions import write_many
from liangxing.register.models import Building, Household, Post
from liangxing.rooms.safety.actions.calling import begin
from liangxing.rooms.safety.models import HomeCall

HOUSES, HOMES, FIRST = 93, 3324, date(2024, 1, 1)
STATES = ("answered", "reached", "nobody")

houses = [Building(code=f"B-{n:02}", day=FIRST) for n in range(HOUSES)]
write_many(houses, **WHO)
homes = [
    Household(code=f"B-{n % HOUSES:02}-{n // HOUSES:03}", building=houses[n % HOUSES], day=FIRST) for n in range(HOMES)
]
write_many(homes, **WHO)
posts = [Post(code=f"h{n}", role="building_head", building=house, day=FIRST) for n, house in enumerate(houses)]
posts += [Post(code=f"g{n}", role="grid", building=house, day=FIRST) for n, house in enumerate(houses)]
write_many(posts, **WHO)
leader = write(Post(code="s", role="secretary", account="s", day=FIRST), **WHO)
called = begin(
    "storm", community=JINHUI, by="s", now=now() - timedelta(minutes=15), alert=None, exercise=True, rise_min=10
)
told = [
    HomeCall(round_id=called.fact, household=home, state=STATES[n % 3], told_at=now(), channel="page", day=FIRST)
    for n, home in enumerate(homes)
    if n % 5
]
beside_the_ledger(called, told)

client = Client()
client.force_login(get_user_model().objects.create_user("s"))
address = reverse("safety.calling.call", args=[JINHUI.code, called.fact])
PLAIN = Template(
    "<table>{% for house, homes in houses %}<tr><th>{{ house.code }}</th><td>{% for home, state in homes %}"
    "<span class='{{ state }}'>{{ home.code }}</span>{% endfor %}</td></tr>{% endfor %}</table>"
)


def ours() -> None:
    """The whole page, through the server's own layers."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.content.count(b'<i class="') >= HOMES


def plain() -> None:
    """A loop over the buildings, their households, and the newest call to each: what one writes first."""
    rows = []
    for house in Building.objects.known().filter(community=JINHUI).order_by("code"):
        under = []
        for home in Household.objects.known().filter(building=house.fact).order_by("code"):
            call = HomeCall.objects.known().filter(round=called.fact, household=home.fact).first()
            under.append((home, call.state if call else ""))
        rows.append((house, under))
    PLAIN.render(Context({"houses": rows}))


page_s = clock(ours)
tell("state of 3,324 households in one page", page_s, clock(plain, rounds=1), "a plain loop of the ORM, table only")
print(f"under 200 ms: {'yes' if page_s < 0.2 else 'no'}")
