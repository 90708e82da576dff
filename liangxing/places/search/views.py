"""The page of the search."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from liangxing.records.visit import Visit

from .find import PAGE, find
from .index import catch_up
from .words import Asked

LONGEST = 100  # characters of a question


def search(request: Visit) -> HttpResponse:
    """What ``q`` finds, all of it or one sort; without ``q``, the box and what may be asked."""
    q = request.GET.get("q", "").strip()[:LONGEST]
    asked = Asked.read(q)
    told = {"q": q, "asked": asked, "can_be_read": bool(asked.runs)}
    if asked.runs:
        told["left"] = catch_up(request.community)
        found = find(request.community, asked)
        sort = request.GET.get("sort", "")
        sort = sort if found.count(sort) else ""
        pages = Paginator(range(found.count(sort)), PAGE).get_page(request.GET.get("page"))
        hits = found.hits(request.rights, sort, pages.number)
        told |= {"found": found, "count": found.count(), "sort": sort, "pages": pages, "hits": hits}
    return render(request, "search/search.html", told)
