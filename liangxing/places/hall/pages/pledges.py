"""The calls in force, and what the household pledges: one tap each, taken back in words, never ranked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.measures.proved import proved
from liangxing.places.hall.asked import one, words
from liangxing.places.hall.household import at_home
from liangxing.records.actions import strike, write_once
from liangxing.records.visit import Visit
from liangxing.rooms.outreach.models import Call, Pledge

SHARED = "outreach.pledging_households"


def pledges(request: Visit) -> HttpResponse:
    """Every call with the household's answer; POST gives a pledge or takes it back."""
    home, today = at_home(request), localdate()
    calls = Call.objects.known().standing_on(today).filter(community=request.community).order_by("day", "code")
    if request.method == "POST":
        call = one(calls, request.POST.get("call", ""))
        given = Pledge.objects.known().filter(household=home.fact, call=call.fact).first()
        by = request.user.get_username()
        if request.POST.get("give"):
            write_once(Pledge(household_id=home.fact, call_id=call.fact, day=today), community=home.community, by=by)
            messages.success(request, _("Pledged: %(call)s.") % {"call": call.name})
        elif given:
            why = words(request, "why", 200) or _("taken back by the household")
            strike(given, by=by, why=why)
            messages.success(request, _("Taken back: %(call)s.") % {"call": call.name})
        return redirect("hall.home.pledge", community=request.community.code)
    given_to = set(Pledge.objects.known().filter(household=home.fact).values_list("call", flat=True))
    ever = Period.until(today)
    return render(request, "hall/pledges.html", {
        "home": home,
        "calls": [(call, call.fact in given_to) for call in calls],
        "given": sum(call.fact in given_to for call in calls),
        "key": SHARED,
        "shared": figure(SHARED, request.community, ever),
        "proved": proved([SHARED], request.community, ever)[SHARED],
    })  # fmt: skip
