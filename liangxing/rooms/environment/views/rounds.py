"""Rounds: which are due, the walk on a phone, one point of it, and what came of a round."""

from __future__ import annotations

import io
from typing import BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.evidence.actions import attach
from liangxing.evidence.pictures import WRONG, small_copy
from liangxing.evidence.queries import coverage
from liangxing.kernel.errors import Refused
from liangxing.records.models import Record
from liangxing.records.visit import Visit
from liangxing.register.models import Post
from liangxing.register.rights import Rights

from ..actions.rounds import Confirmed, Outcome, begin, close, confirm
from ..forms.walk import WalkForm
from ..models import InspectionPoint, InspectionRoute, PointCheck, Problem, Round
from ..queries.rounds import may_walk, recurring, round_of_term, turns, walked

EDGE_PX = 2048  # of a photo: enough to read a label, without what the phone wrote into it
SHOWN = 12  # rounds of the past that the page lists


def _posts(request: Visit) -> tuple[Post, ...]:
    return cast(Rights, request.rights).posts


def walks(request: Visit, route: InspectionRoute) -> bool:
    """Whether the visitor walks *route*."""
    return may_walk(route, _posts(request), staff=request.rights.staff)


def rounds(request: Visit) -> HttpResponse:
    """What is due for the visitor, and the rounds of late; POST begins the round of a route."""
    today = localdate()
    if request.method == "POST":
        return _begin(request)
    posts = None if request.rights.staff else {post.fact for post in _posts(request)}
    rows = Round.objects.known().filter(community=request.community, finished=True).select_related("route")
    return render(request, "environment/rounds.html", {
        "turns": turns(request.community, today, posts=posts),
        "past": [walked(walk) for walk in rows[:SHOWN]],
        "again": recurring(request.community, today)[:SHOWN],
    })  # fmt: skip


def _begin(request: Visit) -> HttpResponse:
    standing = InspectionRoute.objects.known().standing_on(localdate()).filter(community=request.community)
    route = get_object_or_404(standing, fact=_uuid(request.POST.get("route", "")))
    if not walks(request, route):
        raise Http404
    post = next((post.fact for post in _posts(request)), None)
    try:
        walk = begin(route, post=route.post_id or post, day=localdate(), by=request.user.get_username())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("environment.rounds.walk", request.community.code)
    return redirect("environment.round.walk", request.community.code, walk.fact)


def turn(request: Visit, pk: UUID) -> HttpResponse:
    """To the round of a route that is due: the one that was begun, or where it is begun."""
    asked = get_object_or_404(InspectionRoute, pk=pk, community=request.community)
    route = get_object_or_404(InspectionRoute.objects.known(), fact=asked.fact)
    walk = round_of_term(route, localdate())
    if walk and not walk.finished and walks(request, route):
        return redirect("environment.round.walk", request.community.code, walk.fact)
    return redirect(reverse("environment.rounds.walk", args=[request.community.code]) + f"#r-{route.fact.hex}")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def round_here(request: Visit, pk: UUID, *, to_walk: bool = True) -> Round:
    """The telling of a round that stands; 404 for whoever may not walk it, if that is asked."""
    asked = get_object_or_404(Round, pk=pk, community=request.community)
    rows = Round.objects.known().select_related("route", "post")
    walk = get_object_or_404(rows, fact=asked.fact)
    if to_walk and not walks(request, walk.route):
        raise Http404
    return walk


def walk(request: Visit, pk: UUID) -> HttpResponse:
    """The points of a round, each with its checklist: kept by the browser, so that it opens without a network.

    POST closes the round.
    """
    asked = round_here(request, pk)
    if request.method == "POST":
        done = close(asked, by=request.user.get_username())
        said = _("The round is closed: %(missed)s of %(asked)s points were not looked at.")
        messages.success(request, said % {"missed": done.missed, "asked": done.asked})
        return redirect("environment.results.read", request.community.code, asked.fact)
    return render(request, "environment/walk.html", {"walked": walked(asked)})


def check(request: Visit, pk: UUID, point: UUID) -> HttpResponse:
    """One point; POST keeps what was seen there."""
    asked = round_here(request, pk)
    told = walked(asked)
    seen = next((one for one in told.seen if one.point.fact == point), None)
    if seen is None:
        raise Http404
    began = Round.objects.values_list("recorded_at", flat=True).get(pk=asked.fact)
    form = WalkForm(request.POST or None, request.FILES or None, asks=seen.checklist, began=began)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, asked, seen.point, form)
        except Refused as refused:
            messages.error(request, str(refused))
        return _on(request, asked)
    status = 422 if form.errors else 200
    return render(request, "environment/check.html", {"walked": told, "one": seen, "form": form}, status=status)


def _on(request: Visit, walk: Round) -> HttpResponse:
    """Back to the round, at the first point of which nothing was told."""
    way = reverse("environment.round.walk", args=[request.community.code, walk.fact])
    ahead = walked(walk).ahead
    return redirect(f"{way}#p-{ahead.point.fact.hex}" if ahead else way)


def _keep(request: Visit, walk: Round, point: InspectionPoint, form: WalkForm) -> None:
    by = request.user.get_username()
    kept = confirm(walk, point, form.told, by=by)
    lost = _photo(form.cleaned_data["photo"], kept, by) or form.lost
    _tell(request, point, kept)
    for words in (form.doubt, lost):
        if words:
            messages.warning(request, words)


def _photo(file: BinaryIO | None, kept: Confirmed, by: str) -> str:
    """Keep the photo with the problem, which is shown with its names only to whom it concerns; what is said if not."""
    if file is None:
        return ""
    of: Record = kept.check
    sort = "document"  # of a point where nothing is wrong: not for everybody, for it may show people
    if kept.check.problem_id:
        of, sort = Problem.objects.known().get(fact=kept.check.problem_id), "photo"
    try:
        small = small_copy(file, EDGE_PX)
    except WRONG:
        return _("The photo could not be read and was not kept; all else was.")
    content = io.BytesIO()
    small.save(content, "JPEG", quality=82)
    name = f"{kept.check.point_id.hex[-8:]}.jpg"
    attach(of, content, name=name, sort=sort, by=by, channel="round", day=kept.check.day)
    return ""


def _tell(request: Visit, point: InspectionPoint, kept: Confirmed) -> None:
    """Say what became of it."""
    said = {
        Outcome.KEPT: _("%s is kept."),
        Outcome.SAME: _("%s had been told so already: nothing was written a second time."),
        Outcome.ANEW: _("%s is kept as you say it now; what you said before stays readable."),
        Outcome.TWICE: _("%s had been told from another phone: it counts once, and both tellings stay."),
    }[kept.outcome] % point
    messages.success(request, said) if kept.outcome is not Outcome.TWICE else messages.warning(request, said)
    if kept.reported:
        messages.info(request, _("What is wrong is reported: somebody will see to it."))
    elif kept.check.state == PointCheck.State.FINDING and kept.outcome is Outcome.KEPT:
        messages.info(request, _("This was reported before and is not settled yet: it is added to that report."))


def results(request: Visit, pk: UUID) -> HttpResponse:
    """What a round found, how many were in order and how sure that is, and what is wrong again and again."""
    told = walked(round_here(request, pk, to_walk=False))
    again = recurring(request.community, told.round.day, points=[one.point.fact for one in told.seen])
    behind = coverage(PointCheck.objects.known().filter(round=told.round.fact))
    return render(request, "environment/results.html", {"walked": told, "again": again, "seals": behind.seal})
