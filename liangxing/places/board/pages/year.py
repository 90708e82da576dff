"""A year in pictures, month by month: what was done, as everybody may see it."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from liangxing.kernel.period import Period
from liangxing.records.visit import Visit

from ..pictures import within, years

OF_A_MONTH = 12  # pictures of a month on the page of its year: the rest is one click away


def newest(request: Visit) -> HttpResponse:
    """On to the newest year of which there are pictures, or to this one."""
    year = next(iter(years(request.community)), localdate().year)
    return redirect("board.year.read", request.community.code, year)


def year(request: Visit, year: int) -> HttpResponse:
    """The pictures of one year, or of the month that ``month`` names; 404 for a year that nobody can have."""
    if not 1900 <= year <= localdate().year:
        raise Http404
    there = years(request.community)
    month = request.GET.get("month", "")
    only = int(month) if month in [str(n) for n in range(1, 13)] else 0
    some = within(request.community, Period.month(year, only) if only else Period.year(year))
    months = [
        {"day": date(year, number, 1), "number": number, "pictures": pictures[: None if only else OF_A_MONTH],
         "all": len(pictures)}
        for number, pictures in ((n, list(told)) for n, told in groupby(some, key=lambda p: p.piece.day.month))
    ]  # fmt: skip
    told = {"year": year, "months": months, "only": only, "years": there, "count": len(some)}
    return render(request, "board/year.html", told)
