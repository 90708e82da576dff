"""Checking in safe: from home, by the code at the shelter without an account, and what the leader sees of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from liangxing.evidence.queries import coverage
from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community
from liangxing.places.hall import codes
from liangxing.places.hall.asked import one, words
from liangxing.places.hall.ground import by_estate
from liangxing.places.hall.household import at_home, posts
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.register.rights import Rights
from liangxing.register.roles import Sight
from liangxing.rooms.safety.actions import check_in as keep
from liangxing.rooms.safety.models import CheckIn, Emergency
from liangxing.rooms.safety.queries import counts, open_emergencies

AT_SHELTER = "code-at-shelter"  # who answers for an entry that somebody made without an account


def told(community: Community, home: Household | None, day: date) -> dict[str, Any]:
    """The emergencies that are open, each with what the household has said, if it has."""
    said = {
        check.emergency_id: check
        for check in (CheckIn.objects.known().filter(household=home.fact) if home else CheckIn.objects.none())
    }
    return {"emergencies": [(e, said.get(e.fact)) for e in open_emergencies(community, day)]}


def asked_emergency(request: Visit, fact: object) -> Emergency:
    """The emergency with this *fact*; 404 when it is not there."""
    found: Emergency = one(Emergency.objects.known().filter(community=request.community), fact)
    return found


def tell(request: Visit, emergency: Emergency, home: Household, told_by: str, by: str) -> bool:
    """Keep what the form says of *home*, and say so; whether it was kept."""
    state, place = request.POST.get("state", ""), words(request, "place", 80)
    if state not in CheckIn.State.values:
        messages.error(request, _("Choose how your household is."))
        return False
    try:
        keep(emergency, home, state, place=place, told_by=told_by, day=localdate(), by=by)
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    safe = _("Kept: all safe. Thank you; somebody needed to know.")
    messages.success(request, safe if state == CheckIn.State.SAFE else _("Kept: you need help. Stay where you are."))
    return True


def check_in(request: Visit) -> HttpResponse:
    """The household says how it is; the newest counts."""
    home, today = at_home(request), localdate()
    if request.method == "POST":
        emergency = asked_emergency(request, request.POST.get("emergency", ""))
        tell(request, emergency, home, CheckIn.Teller.SELF, request.user.get_username())
        return redirect("hall.safe.checkin", community=request.community.code)
    return render(request, "hall/safe.html", {"home": home, **told(request.community, home, today)})


def at_shelter(request: Visit, emergency: UUID, code: str) -> HttpResponse:
    """The page that the code at the shelter opens, for everybody who stands there: flat and state, no password."""
    asked = asked_emergency(request, emergency)
    if not codes.fits("check-in", asked.fact, code):
        raise Http404
    flat, wrong = words(request, "flat"), ""
    if request.method == "POST":
        homes = Household.objects.known().standing_on(localdate()).filter(community=request.community)
        home = homes.filter(code__iexact=flat).first()
        if home is None:
            wrong = _("No household has this number. It is written on the door, such as JQ-1-1-101.")
        elif tell(request, asked, home, CheckIn.Teller.SELF, request.user.get_username() or AT_SHELTER):
            return redirect(request.path)
    context = {"emergency": asked, "flat": flat, "wrong": wrong}
    return render(request, "hall/shelter.html", context, status=422 if wrong else 200)


def _reach(request: Visit) -> Records[Household]:
    """The households that the visitor answers for: of their buildings, or of the whole community."""
    homes = Household.objects.known().standing_on(localdate()).filter(community=request.community)
    rights = request.rights
    if isinstance(rights, Rights) and rights.sight(CheckIn) is Sight.OWN:
        return homes.filter(building__in=[post.building_id for post in posts(request) if post.building_id])
    return homes


@never_cache
def count(request: Visit, emergency: UUID) -> HttpResponse:
    """How the households of each building are, and who needs help; it looks again by itself where scripts run."""
    asked = asked_emergency(request, emergency)
    checks = request.rights.narrow(CheckIn.objects.known().filter(community=request.community, emergency=asked.fact))
    rows = sorted(counts(asked, _reach(request), checks), key=lambda row: (not row.help, by_estate(row.building)))
    context = {
        "emergency": asked,
        "rows": rows,
        "at": localtime(now()),
        "sums": {key: sum(getattr(row, key) for row in rows) for key in ("households", "safe", "help", "silent")},
        "seals": {state: coverage(checks.filter(state=state)).seal for state in CheckIn.State.values},
        "needy": checks.filter(state=CheckIn.State.HELP).select_related("household__building"),
    }
    return render(request, "hall/count.html", context)


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
