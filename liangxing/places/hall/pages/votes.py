"""Questions to households: how to vote, and what came of it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.kernel.errors import Refused
from liangxing.places.hall.household import at_home, home_of
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.rooms.elections.actions import cast
from liangxing.rooms.elections.models import Question, Vote
from liangxing.rooms.elections.queries import ballot_of, ballots, counts, entitled, is_open

LISTED = 30
BALLOTS = 500  # listed on the page of a result; of a larger poll the page says how many there are


def _known(request: Visit) -> Records[Question]:
    rows = Question.objects.known().filter(community=request.community, day__lte=localdate())
    return rows.select_related("estate", "building")


def questions(request: Visit) -> HttpResponse:
    """Every question, those that are open first."""
    today, every = localdate(), list(_known(request)[:LISTED])
    context = {
        "open": [q for q in every if is_open(q, today)],
        "ended": [q for q in every if not is_open(q, today)],
    }
    return render(request, "hall/questions.html", context)


def question(request: Visit, question: UUID) -> HttpResponse:
    """One question: while it is open the household's ballot, afterwards the result with every ballot."""
    asked, home, today = get_object_or_404(_known(request), fact=question), home_of(request), localdate()
    votes = home is not None and entitled(asked, request.community, today).filter(fact=home.fact).exists()
    number = ballot_of(asked, home) if home is not None and votes else ""
    mine = Vote.objects.known().filter(community=request.community, ballot=number).first() if number else None
    context = {"question": asked, "open": is_open(asked, today), "votes": votes, "mine": mine, "home": home}
    if not context["open"]:
        result = counts(asked)
        total = sum(result.values())
        context |= {
            "result": [(choice, n, round(100 * n / total) if total else 0) for choice, n in result.items()],
            "total": total,
            "turnout": total / asked.entitled if asked.entitled else None,
            "ballots": list(ballots(asked)[:BALLOTS]),
        }
    return render(request, "hall/question.html", context)


@require_POST
def vote(request: Visit, question: UUID) -> HttpResponse:
    """Cast the household's ballot, or change it."""
    asked, home = get_object_or_404(_known(request), fact=question), at_home(request)
    try:
        cast(asked, home, request.POST.get("choice", ""), day=localdate())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Your household's vote is in the box. Until the end you can change it."))
    return redirect("hall.question.read", community=request.community.code, question=asked.fact)
