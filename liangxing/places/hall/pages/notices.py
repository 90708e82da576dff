"""Notices: those of the visitor's building, and one to read or to print and hang up."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from liangxing.places.hall import codes
from liangxing.places.hall.household import home_of
from liangxing.records.visit import Visit
from liangxing.rooms.governance.models import Notice
from liangxing.rooms.governance.queries import notices_for


def notices(request: Visit) -> HttpResponse:
    """What hangs today for the visitor's building; for a visitor without one, what hangs for everybody."""
    home = home_of(request)
    found = notices_for(request.community, home.building if home else None, localdate())
    return render(request, "hall/notices.html", {"home": home, "notices": found})


def notice(request: Visit, notice: UUID) -> HttpResponse:
    """One notice, as it stands on a screen and on a sheet of A4 with a code that leads here."""
    rows = Notice.objects.known().filter(community=request.community).select_related("estate", "building")
    asked = get_object_or_404(rows, fact=notice)
    address = codes.address("hall.notice.read", request.community, asked.fact)
    ended = asked.until is not None and asked.until <= localdate()
    return render(request, "hall/notice.html", {"notice": asked, "address": address, "ended": ended})
