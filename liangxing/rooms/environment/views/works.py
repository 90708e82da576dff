"""Works: all of them, one as a line of time, and a picture from the same spot as the one before."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.evidence.access import is_picture, shown
from liangxing.evidence.models import Piece
from liangxing.evidence.queries import coverage, pieces_for
from liangxing.records.models import Record
from liangxing.records.visit import Visit

from ..actions.works import picture
from ..forms.aim import AimForm
from ..models import Works, WorksPicture, WorksPlan
from ..queries.works import Line, line, lines

PAGE = 30
DURING = WorksPicture.Moment.DURING


def every(request: Visit) -> HttpResponse:
    """All works of the community, the newest first: how far they have come, and what they cost."""
    pages = Paginator(lines(request.community), PAGE)
    return render(request, "environment/lines.html", {"list": pages.get_page(request.GET.get("page"))})


def of_plan(request: Visit, pk: UUID) -> HttpResponse:
    """The line of time of planned works."""
    plan = _plan(request, pk)
    return _shown(request, line(plan, Works.objects.known().filter(plan=plan.fact).first()))


def of_works(request: Visit, pk: UUID) -> HttpResponse:
    """The line of time of accepted works; of planned ones, that of their plan."""
    asked = get_object_or_404(Works, pk=pk, community=request.community)
    works = get_object_or_404(Works.objects.known().select_related("estate", "road"), fact=asked.fact)
    if works.plan_id and WorksPlan.objects.known().filter(fact=works.plan_id).exists():
        return redirect("environment.line.read", request.community.code, works.plan_id)
    return _shown(request, line(None, works))


def _plan(request: Visit, pk: UUID) -> WorksPlan:
    asked = get_object_or_404(WorksPlan, pk=pk, community=request.community)
    rows = WorksPlan.objects.known().select_related("estate", "road", "contractor")
    return get_object_or_404(rows, fact=asked.fact)


def _shown(request: Visit, told: Line) -> HttpResponse:
    own = _pictures(request, [told.works] if told.works else [])
    by = _pictures(request, told.pictures)
    pairs = [(s.stands, by.get(s.before.pk), by.get(s.after.pk)) for s in told.spots if s.before and s.after]
    if told.works and not pairs:
        sorts = {piece.sort: piece for piece in own.get(told.works.pk, [])}
        pairs = [("", [sorts["before"]], [sorts["after"]])] if {"before", "after"} <= {*sorts} else []
    return render(request, "environment/line.html", {
        "line": told,
        "seals": coverage(Works.objects.known().filter(fact=told.works.fact)).seal if told.works else "none",
        "events": [(one._meta.model_name, one) for one in told.told],
        "pairs": [(stands, a[-1], b[-1]) for stands, a, b in pairs if a and b],
        "others": [piece for p in told.pictures if p.moment == DURING for piece in by.get(p.pk, [])],
    })  # fmt: skip


def _pictures(request: Visit, records: list[Any]) -> dict[UUID, list[Piece]]:
    """For each of *records* of one kind, by its id, its pictures that the visitor may see."""
    some: list[Record] = records
    found = pieces_for(some)
    return {r.pk: [p for p in shown(request.rights, type(r), found[r.pk]) if is_picture(p)] for r in some}


def aim(request: Visit, pk: UUID) -> HttpResponse:
    """Take a picture: the one of before lies over the camera half seen through, or beside it without a script."""
    plan = _plan(request, pk)
    told = line(plan, None)
    form = AimForm(request.POST or None, request.FILES or None, initial=_proposed(request, told))
    if request.method == "POST" and form.is_valid():
        data, file = form.cleaned_data, form.cleaned_data["file"]
        kept = picture(
            plan,
            cast(BinaryIO, file),
            name=file.name or "",
            spot=data["spot"],
            moment=WorksPicture.Moment(data["moment"]),
            stands=data["stands"].strip(),
            day=localdate(),
            by=request.user.get_username(),
        )
        same = _("The picture is kept, from the same spot as the one before.")
        messages.success(request, same if kept.paired else _("The picture is kept."))
        return redirect("environment.line.read", request.community.code, plan.fact)
    by = _pictures(request, told.pictures)
    ghosts = [(s, by[s.before.pk][-1]) for s in told.spots if s.before and by.get(s.before.pk)]
    told_of = {"plan": plan, "form": form, "ghosts": ghosts, "free": max((s.number for s in told.spots), default=0) + 1}
    return render(request, "environment/aim.html", told_of, status=422 if form.errors else 200)


def _proposed(request: Visit, told: Line) -> dict[str, Any]:
    """The first spot of which there is no picture of after; before the works have begun, a new spot."""
    waits = next((s for s in told.spots if s.before and not s.after), None)
    moment = WorksPicture.Moment.AFTER if waits and told.steps else WorksPicture.Moment.BEFORE
    new = max((s.number for s in told.spots), default=0) + 1
    spot = waits.number if waits and moment == WorksPicture.Moment.AFTER else new
    return {"spot": spot, "moment": moment, **{k: v for k, v in request.GET.dict().items() if k in ("spot", "moment")}}
