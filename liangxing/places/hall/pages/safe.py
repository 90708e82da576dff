"""Checking in safe: from home, and for whoever is there what a form may say of a household."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.transaction import non_atomic_requests
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.ledger.models import Community
from liangxing.places.hall.asked import one
from liangxing.places.hall.household import at_home
from liangxing.places.hall.telling import said_of
from liangxing.records.once import key_of
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.rooms.safety.actions import OVER, UNKNOWN
from liangxing.rooms.safety.actions import tell as keep
from liangxing.rooms.safety.models import CheckIn, Emergency
from liangxing.rooms.safety.queries import open_emergencies, trusted


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


def why_not(kept: object) -> str:
    """Why nothing was kept, in words; empty when it was, now or by the same sending before."""
    return {
        OVER: _("This is over: nobody needs to check in any more."),
        UNKNOWN: _("No household has this number. It is written on the door, such as JQ-1-1-101."),
    }.get(kept if isinstance(kept, str) else "", "")


def tell(request: Visit, emergency: Emergency, home: Household, told_by: str, by: str) -> None:
    """Keep what the form says of *home*, and say so, or why it was not kept."""
    said = said_of(request, request.community.code, emergency.fact, home.fact, told_by, by, key=key_of(request, by))
    if wrong := why_not(keep(said)) if said else _("Choose how your household is."):
        messages.error(request, wrong)
        return
    safe = _("Kept: all safe. Thank you; somebody needed to know.")
    calls = request.POST["state"] == CheckIn.State.HELP
    messages.success(request, _("Kept: you need help. Stay where you are.") if calls else safe)


@non_atomic_requests  # it notes the key of its form in the transaction that keeps what many say
def check_in(request: Visit) -> HttpResponse:
    """The household says how it is; the newest counts."""
    home, today = at_home(request), localdate()
    if request.method == "POST":
        emergency = asked_emergency(request, request.POST.get("emergency", ""))
        tell(request, emergency, home, CheckIn.Teller.SELF, request.user.get_username())
        return redirect("hall.safe.checkin", community=request.community.code)
    context = {"home": home, "trusts": trusted(home, today), **told(request.community, home, today)}
    return render(request, "hall/safe.html", context)
