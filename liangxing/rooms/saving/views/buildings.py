"""Saving by building, on a map and as a table."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.measures.proved import proved
from liangxing.records.visit import Visit

from ..models.meters import Carrier
from ..queries import by_building
from ..queries.sums import by_house

BESIDE = ("saving.share", "saving.households_with_measures")


def saving_map(request: Visit) -> HttpResponse:
    """As of today, with the figures of the whole community beside it."""
    today = localdate()
    values = figures(BESIDE, request.community, Period.until(today))
    seals = proved(BESIDE, request.community, Period.until(today))
    houses = by_house(request.community, Carrier.ELECTRICITY)
    told = {
        "map": by_building(request.community, today),
        "day": today,
        "saved": [(house, sum_) for house, sum_ in houses if sum_],
        "few": sum(sum_ is None for _house, sum_ in houses),
        "beside": [(MEASURES[key], values[key], seals[key]) for key in BESIDE],
    }
    return render(request, "saving/map_page.html", told)
