"""Rounds on paper: the sheet, what was written on it, and the codes that hang at the points."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import segno
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.signing import Signer
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from liangxing.ledger.acts import act
from liangxing.records.visit import Visit

from ..actions.rounds import Told, confirm
from ..models import InspectionPoint, InspectionRoute, PointCheck, Round, RouteStop
from ..queries.rounds import Seen, points_of, round_of_term, walked
from .rounds import round_here, walks


def sheet(request: Visit, pk: UUID) -> HttpResponse:
    """The round on paper, to be filled in with a pen."""
    return render(request, "environment/sheet.html", {"walked": walked(round_here(request, pk))})


class PaperForm(forms.Form):
    """What was written on a sheet: the day, and for each point its end and a few words."""

    day = forms.DateField(label=gettext_lazy("Day of the round"))

    def __init__(self, *args: Any, walk: Round, seen: list[Seen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.walk, self.seen = walk, seen
        self.fields["day"].initial = localdate()
        self.fields["day"].widget.attrs["type"] = "date"
        for one in seen:
            choices = [("", _("not told")), *PointCheck.State.choices]
            self.fields[one.point.fact.hex] = forms.ChoiceField(choices=choices, required=False, label=str(one.point))
            self.fields[f"words-{one.point.fact.hex}"] = forms.CharField(max_length=200, required=False)

    @property
    def rows(self) -> list[tuple[InspectionPoint, Any, Any]]:
        """Each point with its two fields."""
        return [(one.point, self[one.point.fact.hex], self[f"words-{one.point.fact.hex}"]) for one in self.seen]

    def clean_day(self) -> Any:
        """A round on paper was walked since it was begun, and not in the future."""
        day = self.cleaned_data["day"]
        if not self.walk.day <= day <= localdate():
            raise forms.ValidationError(_("The day lies before the round began, or has not come yet."))
        return day

    def told(self) -> list[tuple[InspectionPoint, Told]]:
        """The points of which something was told."""
        found = []
        for point, end, words in self.rows:
            if state := self.cleaned_data[end.name]:
                said = self.cleaned_data[words.name].strip()
                unreached = state == PointCheck.State.UNREACHED
                text, note = ("", said) if unreached else (said, "")
                found.append((point, Told(PointCheck.State(state), {}, self.cleaned_data["day"], text=text, note=note)))
        return found


def paper(request: Visit, pk: UUID) -> HttpResponse:
    """Enter what was written on the sheet: all points at once, in one act."""
    walk = round_here(request, pk)
    told = walked(walk)
    form = PaperForm(request.POST or None, walk=walk, seen=[one for one in told.seen if one.check is None])
    if request.method == "POST" and form.is_valid():
        by = request.user.get_username()
        with act("environment.round.paper", community=request.community, by=by):
            kept = [confirm(walk, point, each, by=by) for point, each in form.told()]
        said = ngettext("%s point is kept.", "%s points are kept.", len(kept)) % len(kept)
        messages.success(request, said)
        return redirect("environment.round.walk", request.community.code, walk.fact)
    status = 422 if form.errors else 200
    return render(request, "environment/paper.html", {"walked": told, "form": form}, status=status)


def signature(point: UUID) -> str:
    """What shows that the community printed the code of this point."""
    return Signer(salt="environment.point").signature(point.hex)


def codes(request: Visit, pk: UUID) -> HttpResponse:
    """A code for each point of a route, to be printed and put up there; nobody has to scan it."""
    rows = InspectionRoute.objects.known().filter(community=request.community)
    route = get_object_or_404(rows, fact=get_object_or_404(InspectionRoute, pk=pk).fact)
    drawn = []
    for point in points_of(route, localdate()):
        way = reverse("environment.point.scan", args=[request.community.code, point.fact, signature(point.fact)])
        made = segno.make(settings.LIANGXING_URL.rstrip("/") + way, error="m")
        svg = made.svg_inline(border=2, dark="#24221d", light="#ffffff", omitsize=True)
        drawn.append((point, mark_safe(svg)))  # drawn by segno: nothing that anybody typed stands in it
    return render(request, "environment/codes.html", {"route": route, "codes": drawn})


def scan(request: Visit, point: UUID, sign: str) -> HttpResponse:
    """The code at a point: to the point on the round that is being walked, else to what is known of the point."""
    if not constant_time_compare(signature(point), sign):
        raise Http404
    found = get_object_or_404(InspectionPoint.objects.known(), fact=point, community=request.community)
    today = localdate()
    for stop in RouteStop.objects.known().standing_on(today).filter(point=point).select_related("route"):
        route = InspectionRoute.objects.known().filter(fact=stop.route_id).first()
        if route and request.rights.may("walk") and walks(request, route):
            walk = round_of_term(route, today)
            if walk and not walk.finished:
                return redirect("environment.check.walk", request.community.code, walk.fact, point)
    return redirect("environment.inspectionpoint.page", request.community.code, found.pk)
