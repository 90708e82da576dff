"""What staff print for walls and doors: sign-in codes, codes for shelters, notices, evacuation cards."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.records.visit import Visit
from liangxing.register.models import Building
from liangxing.rooms.governance.models import Notice
from liangxing.rooms.safety.queries import open_emergencies

BACK, LISTED = timedelta(days=7), 12


def posters(request: Visit) -> HttpResponse:
    """Everything that has a page to print, the newest first."""
    today = localdate()
    held = Activity.objects.known().within(Period.until(today + BACK, first=today - BACK))
    houses = Building.objects.known().standing_on(today).filter(community=request.community)
    notices = Notice.objects.known().standing_on(today).filter(community=request.community)
    context = {
        "activities": held.filter(community=request.community)[:LISTED],
        "emergencies": open_emergencies(request.community, today),
        "notices": notices[:LISTED],
        "houses": houses.filter(use=Building.Use.RESIDENTIAL).order_by("code"),
    }
    return render(request, "hall/posters.html", context)
