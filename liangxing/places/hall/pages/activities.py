"""Signing in at an activity: the code on the poster opens the page, one tap signs the household in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.activities.actions import sign_in as keep
from liangxing.activities.models import Activity, SignIn
from liangxing.places.hall import codes
from liangxing.places.hall.asked import one
from liangxing.places.hall.household import at_home, heads
from liangxing.records.visit import Visit

MOST = 8  # buttons for so many people at most: a wider family signs in twice by hand at the desk


def asked_activity(request: Visit, fact: object) -> Activity:
    """The activity with this *fact*; 404 when it is not there."""
    known = Activity.objects.known().filter(community=request.community).select_related("place")
    found: Activity = one(known, fact)
    return found


def sign_in(request: Visit, activity: UUID) -> HttpResponse:
    """The page that the code on the poster opens; POST signs the visitor's household in."""
    held, home, today = asked_activity(request, activity), at_home(request), localdate()
    if not codes.fits("sign-in", held.fact, request.GET.get("t", "")):
        raise Http404
    if not codes.in_time(held, today):
        return render(request, "hall/sign_in.html", {"activity": held, "late": True}, status=409)
    most = min(MOST, heads(home))
    if request.method == "POST":
        people = request.POST.get("people", "1")
        number = int(people) if people.isdecimal() and 1 <= int(people) <= most else 1
        keep(held, home, number, day=today, by=request.user.get_username())
        messages.success(request, _("Signed in. Thank you for coming."))
        return redirect(request.get_full_path())
    told = SignIn.objects.known().filter(activity=held.fact, household=home.fact).first()
    return render(
        request, "hall/sign_in.html", {"activity": held, "home": home, "told": told, "numbers": range(1, most + 1)}
    )


def poster(request: Visit, activity: UUID) -> HttpResponse:
    """The code to hang up at the entrance, as a page to print."""
    held = asked_activity(request, activity)
    path = codes.address("hall.activity.signin", request.community, held.fact)
    return render(request, "hall/poster.html", {
        "title": held.title,
        "day": held.day,
        "place": held.place,
        "says": _("Scan to sign your household in"),
        "more": _("One tap. Whoever has no phone shows the household's card, or signs the list."),
        "address": f"{path}?t={codes.signature('sign-in', held.fact)}",
    })  # fmt: skip
