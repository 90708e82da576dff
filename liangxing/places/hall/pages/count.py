"""What the leader sees of an emergency, the list of a building for those who go from door to door, and the poster."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.transaction import non_atomic_requests
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from liangxing.evidence.queries import coverage
from liangxing.places.hall import codes
from liangxing.places.hall.asked import one
from liangxing.places.hall.ground import by_estate
from liangxing.places.hall.household import posts
from liangxing.places.hall.pages.safe import asked_emergency, tell
from liangxing.places.hall.pages.shelter import needs
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Building, Household
from liangxing.register.rights import Rights
from liangxing.register.roles import Sight
from liangxing.rooms.safety.models import CheckIn
from liangxing.rooms.safety.queries import Count, Homes, homes_of, told_in, waiting

LIVE = "live"  # the part of the page that is asked for again and again
STATES = {CheckIn.State.HELP: 0, "": 1, CheckIn.State.SAFE: 2}  # in the order in which somebody goes there


def within(request: Visit) -> set[UUID] | None:
    """The buildings that the visitor answers for; ``None``: all."""
    rights = request.rights
    if isinstance(rights, Rights) and rights.sight(CheckIn) is Sight.OWN:
        return {post.building_id for post in posts(request) if post.building_id}
    return None


@never_cache
def count(request: Visit, emergency: UUID) -> HttpResponse:
    """How the households of each building are, and who needs help; it looks again by itself where scripts run."""
    asked = asked_emergency(request, emergency)
    checks, homes = request.rights.narrow(told_in(asked)), homes_of(request.community, localdate())
    of_building = f"{request.path}{{}}/".format  # the list of its households
    rows = sorted(homes.counts(checks, within(request)), key=lambda row: (not row.help, by_estate(row.building)))
    needy = checks.filter(state=CheckIn.State.HELP).order_by("recorded_at")
    context = {
        "emergency": asked,
        "rows": [_words(row, of_building(row.building.fact)) for row in rows],
        "at": localtime(now()),
        "sums": {key: sum(getattr(row, key) for row in rows) for key in ("households", "safe", "help", "silent")},
        "seal": coverage(checks).seal,
        "reads": reverse("safety.checkin.list", args=[request.community.code]),
        "needy": _needy(needy, homes),
        "questions": request.rights.narrow(waiting(request.community)).count() if request.rights.may("answer") else 0,
    }
    page = "hall/count_live.html" if request.GET.get("part") == LIVE else "hall/count.html"
    return render(request, page, context)


def _words(row: Count, page: str) -> tuple[str, ...]:
    """A building in words, as ``_needy`` tells why: its number, its page, households, safe, need help, silent."""
    return (row.building.code, page, *(str(n) for n in (row.households, row.safe, row.help, row.silent)))


def _needy(checks: Records[CheckIn], homes: Homes) -> list[tuple[str, ...]]:
    """Of each who needs help: number, need, place, who told it, when, and when by their device.

    In words already: there are hundreds, the page is looked at every few seconds, and a template takes longer.
    """
    unsaid, tellers = _("what is needed was not said"), {key: str(word) for key, word in CheckIn.Teller.choices}

    def clock(moment: datetime | None) -> str:
        return f"{localtime(moment):%H:%M}" if moment else ""

    rows = checks.values_list("household", "need", "place", "told_by", "recorded_at", "told_at")
    return [(homes.code_of.get(home, ""), need or unsaid, place, tellers[by], clock(at), clock(device))
            for home, need, place, by, at, device in rows]  # fmt: skip


@never_cache
@non_atomic_requests  # the key of a form is noted in the transaction that keeps what many say
def checklist(request: Visit, emergency: UUID, building: UUID) -> HttpResponse:
    """The households of a building, those who need help first, each with buttons for whoever knocked at the door."""
    asked, house = asked_emergency(request, emergency), one(_houses(request), building)
    homes = Household.objects.known().standing_on(localdate()).filter(community=request.community, building=house.fact)
    if request.method == "POST":
        home = one(homes, request.POST.get("household", ""))
        teller = CheckIn.Teller.WORKER if request.rights.staff else CheckIn.Teller.NEIGHBOUR
        tell(request, asked, home, teller, request.user.get_username())
        return redirect(request.path)
    told = {check.household_id: check for check in told_in(asked).filter(household__in=homes.values("fact"))}
    rows = [(home, told.get(home.fact)) for home in homes.order_by("code")]
    rows.sort(key=lambda row: STATES[row[1].state if row[1] else ""])
    return render(request, "hall/checklist.html", {
        "emergency": asked, "house": house, "rows": rows, "needs": needs(), "at": localtime(now()),
    })  # fmt: skip


def _houses(request: Visit) -> Records[Building]:
    houses = Building.objects.known().standing_on(localdate()).filter(community=request.community)
    mine = within(request)
    return houses if mine is None else houses.filter(fact__in=mine)


def poster(request: Visit, emergency: UUID) -> HttpResponse:
    """The code to hang up at a shelter, as a page to print."""
    asked = asked_emergency(request, emergency)
    code = codes.signature("check-in", asked.fact)
    return render(request, "hall/poster.html", {
        "title": asked.name,
        "day": asked.day,
        "says": _("Scan to say that you are safe"),
        "more": _("No password. One household, once; whoever has no phone tells the worker at the entrance."),
        "address": codes.address("hall.shelter.scan", request.community, asked.fact, code),
    })  # fmt: skip
