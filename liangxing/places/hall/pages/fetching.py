"""Appointments for bulky and hazardous waste: the days to come, what the household booked, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.places.hall.asked import one, words
from liangxing.places.hall.household import at_home
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.rooms.environment.actions.appointments import book, cancel
from liangxing.rooms.environment.models import Appointment, CollectionDay
from liangxing.rooms.environment.queries.waste import appointments_for, coming_days

LISTED = 12  # of the household's own, the newest first


def fetching(request: Visit) -> HttpResponse:
    """Every day to come with its free places; POST books for one of them, or takes an appointment back."""
    home, today, wrong = at_home(request), localdate(), ""
    if request.method == "POST":
        try:
            _do(request, home)
            return redirect("hall.fetching.own", community=request.community.code)
        except Refused as refused:
            wrong = str(refused)
    days = coming_days(request.community, today)
    taken = appointments_for(days)
    mine = Appointment.objects.known().filter(household=home.fact).select_related("collection_day__place")
    context = {
        "home": home,
        "days": [(day, day.slots - len(taken[day.fact])) for day in days],
        "mine": list(mine.order_by("-collection_day__day")[:LISTED]),
        "today": today,
        "wrong": wrong,
        "said": {name: words(request, name, 80) for name in ("day", "item", "pieces")},
    }
    return render(request, "hall/fetching.html", context, status=422 if wrong else 200)


def _do(request: Visit, home: Household) -> None:
    by = request.user.get_username()
    if "cancel" in request.POST:
        ours = Appointment.objects.known().filter(community=request.community, household=home.fact)
        cancel(one(ours, request.POST["cancel"]), by=by)
        messages.success(request, _("Taken back. The place is free for somebody else."))
        return
    if not request.POST.get("day"):
        raise Refused(_("Choose a day."))
    day = one(CollectionDay.objects.known().filter(community=request.community), request.POST["day"])
    told = words(request, "pieces", 3)
    pieces = int(told) if told.isascii() and told.isdecimal() else 0
    book(day, home, item=words(request, "item", 80), pieces=pieces, today=localdate(), by=by)
    messages.success(request, _("Booked. Put it at the place in the morning of that day, and not before."))
