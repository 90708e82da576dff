"""The desk of today, and how its keys work."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from liangxing.records.visit import Visit

from .today import asked, lacking

YEAR_S = 365 * 24 * 60 * 60


def today(request: Visit) -> HttpResponse:
    """What is due, who waits, what the next assessment lacks."""
    waiting, due = asked(request, waits=True), asked(request, waits=False)
    things = sum(len(one.lines) + one.rest for one in (*waiting, *due))
    told = {"today": localdate(), "waiting": waiting, "due": due, "lacking": lacking(request), "things": things}
    return render(request, "desk/today.html", told)


def keys(request: Visit) -> HttpResponse:
    """What each key does; POST switches the keys off or on, for whoever speaks to the machine or types with a stick."""
    if request.method != "POST":
        return render(request, "desk/keys.html", {"off": request.COOKIES.get("keys") == "off"})
    answer = redirect(request.path)
    if request.POST.get("keys") == "off":
        answer.set_cookie("keys", "off", max_age=YEAR_S, samesite="Lax")
    else:
        answer.delete_cookie("keys")
    return answer
