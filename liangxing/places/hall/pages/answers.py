"""The workers' side of reported problems: what waits, the oldest first, and the answer to one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.places.hall import photos
from liangxing.places.hall.asked import words
from liangxing.places.hall.household import posts
from liangxing.places.hall.pages.problems import known, prove, told
from liangxing.records.visit import Visit
from liangxing.register.roles import ROLES
from liangxing.rooms.environment.actions import ANSWERS, answer
from liangxing.rooms.environment.models import Problem, ProblemStep

LISTED = 100  # open reports shown at once; whoever has more needs the list of the records, with its filters


def waiting(request: Visit) -> HttpResponse:
    """Every open report within the visitor's reach, the oldest first."""
    rows = request.rights.narrow(known(request).filter(until=None)).order_by("day", "recorded_at")
    return render(request, "hall/answers.html", {"all": told(list(rows[:LISTED])), "count": rows.count()})


def reply(request: Visit, problem: UUID) -> HttpResponse:
    """One report with the form of an answer; POST keeps what was done, with a photo if there is one."""
    asked = get_object_or_404(request.rights.narrow(known(request)).select_related("household"), fact=problem)
    if request.method == "POST" and request.POST.get("state") in ANSWERS:
        _keep(request, asked)
        return redirect("hall.problem.answer", community=request.community.code, problem=asked.fact)
    (shown,) = told([asked])
    return render(request, "hall/answer.html", {"told": shown, "states": ANSWERS})


def _keep(request: Visit, asked: Problem) -> None:
    post = next((p.fact for p in posts(request) if p.role in ROLES and ROLES[p.role].staff), None)
    by, sent = request.user.get_username(), request.FILES.get("photo")
    text = words(request, "text")
    try:
        step = answer(asked, ProblemStep.State(request.POST["state"]), text=text, post=post, day=localdate(), by=by)
    except Refused as refused:
        messages.error(request, str(refused))
        return
    try:
        if sent:
            prove(step, photos.read(sent)[0], by=by)  # type: ignore[arg-type]
    except Refused as refused:
        messages.warning(request, str(refused))
    messages.success(request, _("Kept. The household that reported it sees it at once."))
