"""The page of a line: the form that it fills, to be looked at and kept; and the same while it is being typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from liangxing.records.proposed import proposed
from liangxing.records.visit import Visit

from .kinds import quick_kinds
from .reading import Reading, read_line


def quick(request: Visit) -> HttpResponse:
    """A line, and the form that it fills; what keeps it is the kind's own form page."""
    return render(request, "desk/quick.html", _told(request))


def preview(request: Visit) -> HttpResponse:
    """The part of that page below the line, for a script that asks while somebody types."""
    return render(request, "desk/_read.html", _told(request))


def _told(request: Visit) -> dict[str, Any]:
    read = read_line(request.GET.get("line", ""), request, kind=request.GET.get("kind", ""))
    told: dict[str, Any] = {"read": read, "others": _others(request, read)}
    if read.kind:
        told["form"] = _form(request, read)
        told["lacks"] = [told["form"].fields[name].label for name in read.lacks]
        told["keeps"] = reverse(read.kind.route("write"), args=[request.community.code])
        told["desk"] = reverse("desk.desk", args=[request.community.code])
        told["first"] = next((told["form"][name].id_for_label for name in read.lacks), "")
    return told


def _form(request: Visit, read: Reading) -> Any:
    """The form of the kind: what the line says goes before what the last record said."""
    kind = read.kind
    assert kind is not None
    known = proposed(kind, request.community, by=request.user.get_username())
    said = read.proposal
    form = kind.form(community=request.community, initial=known.values | said.values)
    form.hints = known.hints | said.hints
    return form


def _others(request: Visit, read: Reading) -> list[Any]:
    """The kinds that the line could be read as instead: those that fit first, then by name."""
    kinds = read.kinds or [q.kind for q in quick_kinds().values() if request.rights.may("write", q.kind.model)]
    return [kind for kind in kinds if kind is not read.kind]
