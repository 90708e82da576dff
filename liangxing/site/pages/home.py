"""Home: which communities are here."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from liangxing.ledger.models import Community
from liangxing.records.visit import Visit


def home(request: Visit) -> HttpResponse:
    """The only community's board, or the list of communities; an empty installation begins with founding one."""
    if not Community.objects.exists():
        return redirect("begin")
    communities = list(Community.objects.order_by("code")[:50])
    if len(communities) == 1:
        return redirect("board.read", community=communities[0].code)
    return render(request, "site/home.html", {"communities": communities})
