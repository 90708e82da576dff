"""Works before and after: every renovation of which there are both pictures."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from liangxing.records.visit import Visit
from liangxing.rooms.environment.models import Works

from ..pictures import changed

PAGE = 12
NEWEST = 500  # works among which to look: a community has some dozens


def page(request: Visit) -> HttpResponse:
    """The newest first."""
    works = Works.objects.known().filter(community=request.community).select_related("estate", "road")[:NEWEST]
    pages = Paginator(changed(works), PAGE)
    return render(request, "board/works.html", {"list": pages.get_page(request.GET.get("page"))})
