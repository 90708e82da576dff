"""A year of activities as a calendar; each day opens to the list of that day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Max, Min
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.measures.charts.calendar import Year, year_of
from liangxing.records.visit import Visit

from .models import Activity


def year_in(community: Community, year: int) -> Year:
    """The *year* of a community, with the number of activities on each of its days: one query."""
    held = Activity.objects.known().filter(community=community, day__year=year).order_by().values("day")
    return year_of(year, {told["day"]: told["n"] for told in held.annotate(n=Count("id"))})


def calendar(request: Visit, year: int | None = None) -> HttpResponse:
    """The calendar of *year*, by default of this one; 404 for a year that no calendar has."""
    year = localdate().year if year is None else year
    if not date.min.year < year < date.max.year:
        raise Http404
    every = Activity.objects.known().filter(community=request.community)
    ends: dict[str, Any] = every.aggregate(first=Min("day"), last=Max("day"))
    first, last = (ends[end].year if ends[end] else year for end in ("first", "last"))
    told = {
        "calendar": year_in(request.community, year),
        "before": year - 1 if year > first else None,
        "after": year + 1 if year < last else None,
    }
    return render(request, "activities/calendar.html", told)
