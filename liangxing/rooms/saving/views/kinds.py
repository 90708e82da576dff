"""Saving measures: what each kind saved here, and whether it pays."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.records.visit import Visit

from ..models import SavingMeasure
from ..queries.payback import by_kind
from ..queries.similar import FEWEST


def kinds(request: Visit) -> HttpResponse:
    """Every kind, those of which nothing is proven as large as the others."""
    told = by_kind(request.community, localdate())
    rows = [(SavingMeasure.Sort(worked.kind.sort).label, worked) for worked in told]
    return render(request, "saving/kinds.html", {"rows": rows, "fewest": FEWEST, "day": localdate()})
