"""The gap plan, who undertakes what, and the page that says what would be if."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit
from liangxing.standards.assess import Assessed, assessed
from liangxing.standards.points import score
from liangxing.standards.shelf import shelf
from liangxing.standards.views import asked_day

from .plan import Line, plan
from .undertake import takers, undertake
from .whatif import MORE, what_if


def _found(request: Visit, key: str) -> Assessed:
    if key not in shelf(request.community):
        raise Http404
    return assessed(request.community, key, asked_day(request))


def planning(request: Visit, key: str) -> HttpResponse:
    """What is missing, how much, by when, who, and for how long: the most points for each hour first."""
    found = _found(request, key)
    lines = plan(request.community, found, localdate())
    told = {
        "book": found.book,
        "day": found.day,
        "lines": [{"line": line, "assume": _assume(line)} for line in lines],
        "minutes": sum(line.gap.effort.minutes for line in lines),
        "score": score(found.book, ((j.clause, j.finding) for j in found.judged)),
        "takers": takers(request.community) if request.rights.may("assess") else [],
        "unread": [j for j in found.judged if j.clause.status == "hole"],
    }
    return render(request, "standards/plan.html", told)


def _assume(line: Line) -> str:
    return urlencode({f"{MORE}{measure}": records for measure, records in line.asked.items()})


def taking(request: Visit, key: str) -> HttpResponse:
    """POST: keep who undertakes a clause, until when, and how long it takes."""
    found = _found(request, key)
    if request.method != "POST":
        raise Http404
    told = {name: request.POST.get(name, "").strip() for name in ("number", "who", "by", "minutes")}
    try:
        undertake(found.book, told, community=request.community, account=request.user.get_username())
        messages.success(request, _("Kept: who does it, and until when."))
    except Refused as refused:
        messages.error(request, str(refused))
    answer = redirect("standard.plan.read", community=request.community.code, key=key)
    answer["Location"] += f"#g-{told['number']}"
    return answer


def assuming(request: Visit, key: str) -> HttpResponse:
    """What would be if there were more: by the address alone, and nothing of it is written."""
    found = _found(request, key)
    told: dict[str, Any] = {"book": found.book, "day": found.day, "found": what_if(found, request.GET.dict())}
    return render(request, "standards/whatif.html", told)
