"""Sorting reports: who is in charge, which were told before, and what the public may read and see of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.evidence.models import Piece
from liangxing.kernel.errors import Refused
from liangxing.places.hall.asked import one, words
from liangxing.places.hall.pages.answers import one_of
from liangxing.records.visit import Visit
from liangxing.register.models import Post
from liangxing.rooms.environment.actions import assign, merge, take_apart
from liangxing.rooms.environment.actions.looking import look_at_photo, look_at_words
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.queries import steps_of


def _done(request: Visit, problem: Problem, do: Callable[[], Any], said: str) -> HttpResponse:
    """Do it, say so or why not, and back to the report."""
    try:
        do()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect("hall.problem.answer", community=request.community.code, problem=problem.fact)


@require_POST
def charge(request: Visit, problem: UUID) -> HttpResponse:
    """Put a post in charge."""
    asked, by = one_of(request, problem), request.user.get_username()
    serving = Post.objects.known().standing_on(localdate()).filter(community=request.community)
    post = one(serving, request.POST.get("post", ""))
    told: dict[str, Any] = {"text": words(request, "text"), "day": localdate(), "by": by}
    return _done(request, asked, lambda: assign(asked, post.fact, **told), _("Kept. It stands on their list now."))


@require_POST
def together(request: Visit, problem: UUID) -> HttpResponse:
    """Say that a report was told before as another; without one, take it apart again."""
    asked, by, why = one_of(request, problem), request.user.get_username(), words(request, "why", 200)
    if not request.POST.get("into"):
        return _done(request, asked, lambda: take_apart(asked, by=by, why=why), _("Taken apart: it stands by itself."))
    into = one_of(request, one(Problem.objects.known().filter(community=request.community), request.POST["into"]).fact)
    said = _("Merged. It can be taken apart again here.")
    return _done(request, asked, lambda: merge(asked, into, day=localdate(), by=by, why=why), said)


@require_POST
def look(request: Visit, problem: UUID) -> HttpResponse:
    """Say whether everybody may read the words, or see a photo."""
    asked, by, shown = one_of(request, problem), request.user.get_username(), request.POST.get("shown") == "1"
    said = _("Kept: everybody may see it.") if shown else _("Kept: it stays with those who work on it.")
    if "piece" not in request.POST:
        return _done(request, asked, lambda: look_at_words(asked, shown=shown, by=by), said)
    proves = [asked.fact, *(step.fact for step in steps_of([asked])[asked.fact])]
    rows = Piece.objects.known().filter(community=request.community, proves__in=proves)
    piece: Piece = one(rows, request.POST["piece"])
    return _done(request, asked, lambda: look_at_photo(piece, shown=shown, day=localdate(), by=by), said)
