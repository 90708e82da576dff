"""Pages of standards: all of them at a glance, and one with its clauses and what to do next."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from liangxing.records.visit import Visit

from .assess import Assessed, assess, assessed, freeze
from .comparing.compare import editions
from .gaps import gaps
from .models import Assessment
from .points import score
from .shelf import shelf
from .words import language
from .words import said as text

GAPS_SHOWN = 5  # what one can start with; the rest is a click away


def asked_day(request: Visit) -> date:
    """The day that the address names, or today."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return localdate()


def shown(found: Assessed) -> dict[str, Any]:
    """What templates need of an assessment: title, counts and parts, in the visitor's language."""
    parts = [
        {"title": text(found.book.parts.get(key, {})) or key, "judged": list(some)}
        for key, some in groupby(found.judged, key=lambda j: j.clause.part)
    ]
    return {
        "key": found.book.key,
        "title": text(found.book.name),
        "note": text(found.book.note),
        "official": found.book.official,
        "given": found.book.given,
        "issuer": found.book.issuer,
        "source": found.book.source,
        "counts": found.counts(),
        "all": len(found.judged),
        "parts": parts,
        "late": found.late,
        "in_force": found.book.first <= found.day < found.book.after,
        "first": found.book.first,
        "after": found.book.after,
    }


def listing(request: Visit) -> HttpResponse:
    """All standards with what they find as of the day."""
    day = asked_day(request)
    told = [shown(assessed(request.community, key, day)) for key in shelf(request.community)]
    return render(request, "standards/list.html", {"books": told, "day": day, "language": language()})


def standard(request: Visit, key: str) -> HttpResponse:
    """One standard, clause by clause; POST keeps what it finds."""
    if key not in shelf(request.community):
        raise Http404
    day = asked_day(request)
    found = assessed(request.community, key, day)
    told = {
        **shown(found),
        "day": day,
        "language": language(),
        "gaps": gaps(request.community, found),
        "score": score(found.book, ((j.clause, j.finding) for j in found.judged)),
        "others": editions(list(shelf(request.community).values()), found.book),
        "shown": GAPS_SHOWN,
        "kept": Assessment.objects.known().filter(community=request.community, standard=key)[:10],
    }
    return render(request, "standards/standard.html", told)


def keep(request: Visit, key: str) -> HttpResponse:
    """Keep what the standard finds as of the day, and come back to its page."""
    if request.method != "POST" or key not in shelf(request.community):
        raise Http404
    found = assess(request.community, key, asked_day(request), now())
    freeze(found, community=request.community, by=request.user.get_username())
    messages.success(request, _("The assessment is kept; it can be repeated as it was known now."))
    answer = redirect("standard.read", community=request.community.code, key=key)
    answer["Location"] += f"?day={found.day}"
    return answer
