"""The hours that the people of the household gave."""

from __future__ import annotations

from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.evidence.queries import coverage
from liangxing.kernel.period import Period
from liangxing.places.hall.household import at_home
from liangxing.records.visit import Visit
from liangxing.rooms.volunteers.queries import services_of

LISTED = 50


def hours(request: Visit) -> HttpResponse:
    """Every service with its day, and the sum of this year and of all years."""
    home = at_home(request)
    every = services_of(home)
    year = every.within(Period.year(localdate().year))
    context = {
        "home": home,
        "services": list(every[:LISTED]),
        "this_year": year.aggregate(h=Sum("hours_h"))["h"],
        "seal": coverage(year).seal,
        "ever": every.aggregate(h=Sum("hours_h"))["h"],
    }
    return render(request, "hall/hours.html", context)
