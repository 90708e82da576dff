"""The workers' side of reported problems: what waits, the first due first, and the answer to one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.evidence.access import is_picture
from liangxing.evidence.queries import pieces_for
from liangxing.kernel.errors import Refused
from liangxing.places.hall import photos
from liangxing.places.hall.asked import words
from liangxing.places.hall.household import post_facts, posts
from liangxing.places.hall.pages.due import address_of
from liangxing.places.hall.pages.problems import Told, known, prove, told
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Post
from liangxing.register.roles import ROLES
from liangxing.rooms.environment.actions import ANSWERS, answer
from liangxing.rooms.environment.models import Problem, ProblemStep
from liangxing.rooms.environment.queries.photos import photos_shown
from liangxing.rooms.environment.queries.problem_queue import DUE, Asked, queue
from liangxing.rooms.environment.queries.problems import alike, drawn_for, supporters
from liangxing.rooms.environment.triage.categories import category, groups

LISTED = 100  # open reports shown at once; whoever has more narrows them down
STATES = (*ANSWERS, ProblemStep.State.REOPENED)


def waiting(request: Visit) -> HttpResponse:
    """The open reports within the visitor's reach that the address asks for, the first due first."""
    told_by = request.GET
    asked = Asked(
        state=told_by.get("state", ""),
        group=told_by.get("group", ""),
        due=told_by.get("due", ""),
        mine=post_facts(request) if "mine" in told_by else None,
        look="look" in told_by,
    )
    rows = queue(request.rights.narrow(known(request)), asked, localdate()).select_related("building", "place", "post")
    own = staff_post(request)
    return render(request, "hall/answers.html", {
        "all": told(list(rows[:LISTED])), "count": rows.count(), "asked": asked, "states": STATES,
        "groups": [(key, category(key).name(get_language())) for key in groups()], "dues": DUE,
        "calendar": address_of(request.community, own.fact) if own else "",
    })  # fmt: skip


def staff_post(request: Visit) -> Post | None:
    """The first of the visitor's posts that has a desk."""
    return next((post for post in posts(request) if post.role in ROLES and ROLES[post.role].staff), None)


def one_of(request: Visit, problem: UUID) -> Problem:
    """The report with this fact, or of which this is the telling that counts, if the visitor works on it."""
    rows: Records[Problem] = request.rights.narrow(known(request)).select_related("household", "post", "same_as")
    return get_object_or_404(rows, Q(fact=problem) | Q(pk=problem))


def reply(request: Visit, problem: UUID) -> HttpResponse:
    """One report with the form of an answer; POST keeps what was done, with a photo if there is one."""
    asked = one_of(request, problem)
    if request.method == "POST" and request.POST.get("state") in ANSWERS:
        _keep(request, asked)
        return redirect("hall.problem.answer", community=request.community.code, problem=asked.fact)
    (shown,) = told([asked])
    return render(request, "hall/answer.html", {"told": shown, "states": ANSWERS, **_beside(request, asked, shown)})


def _beside(request: Visit, asked: Problem, shown: Told) -> dict[str, Any]:
    """What helps to sort it: who can be put in charge, what may be the same, what waits to be looked at."""
    mine = request.rights.narrow(known(request).filter(same_as=None))
    pieces = [p for some in pieces_for([asked, *shown.steps]).values() for p in some if is_picture(p)]
    looked = photos_shown(pieces)
    staff = [role for role in ROLES if ROLES[role].staff or role == asked.category.charge]
    serving = Post.objects.known().standing_on(localdate()).filter(community=request.community, role__in=staff)
    return {
        "pieces": [(piece, looked[piece.fact]) for piece in pieces],
        "serving": list(serving.order_by("role", "code")),
        "alike": alike(asked, request.community, localdate(), rows=mine) if not asked.same_as_id else [],
        "merged": list(known(request).filter(same_as=asked.fact)),
        "supporters": supporters([asked])[asked.fact],
        "lots": drawn_for(asked),
    }


def _keep(request: Visit, asked: Problem) -> None:
    post, by, sent = staff_post(request), request.user.get_username(), request.FILES.get("photo")
    told_as = {"text": words(request, "text"), "post": post.fact if post else None, "day": localdate(), "by": by}
    try:
        step = answer(asked, ProblemStep.State(request.POST["state"]), **told_as)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
        return
    try:
        if sent:
            prove(step, photos.read(sent)[0], by=by)  # type: ignore[arg-type]
    except Refused as refused:
        messages.warning(request, str(refused))
    messages.success(request, _("Kept. The household that reported it sees it at once."))
