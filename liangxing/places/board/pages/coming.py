"""Activities to come, as a page and as a calendar to subscribe to."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.activities.models import Activity
from liangxing.records.visit import Visit

from .. import almanac

MOST = 100


def page(request: Visit) -> HttpResponse:
    """The activities of today and later, day by day."""
    some = almanac.coming(request.community, localdate())[:MOST]
    return render(request, "board/coming.html", {"coming": some, "today": localdate()})


def calendar(request: Visit) -> HttpResponse:
    """Activities to come and of the last ninety days, for a calendar program."""
    some = almanac.near(request.community, localdate()).select_related("place").order_by("day", "starts_at", "pk")
    return _ics(request, some, "calendar")


def one(request: Visit, fact: UUID) -> HttpResponse:
    """One activity, to be put into somebody's own calendar; the address stays through corrections."""
    rows = Activity.objects.known().filter(community=request.community).select_related("place")
    return _ics(request, [get_object_or_404(rows, fact=fact)], str(fact))


def _ics(request: Visit, some: object, name: str) -> HttpResponse:
    here = request.community
    called = here.name if (get_language() or "").startswith("zh") else here.name_en or here.name
    made = almanac.calendar(here, some, called)  # type: ignore[arg-type]
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers=headers)
