"""Pages of what was sent: the list, a document with each figure's standing, sending, and errata for each receiver."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.ledger.models import Community
from liangxing.records.visit import Visit
from liangxing.reports.books import of_community
from liangxing.reports.files import WORD, asked_day
from liangxing.reports.of_record import document_of
from liangxing.reports.render.word import docx
from liangxing.reports.writing import write

from .actions import Letter, send, tell
from .contradictions import contradictions, within
from .letter import erratum
from .models import Dispatch
from .standing import Standing, standing


def listing(request: Visit) -> HttpResponse:
    """Every document that was sent, the newest first, with how many of its figures no longer hold."""
    by: dict[Any, list[Standing]] = defaultdict(list)
    for each in standing(request.community, why=False):
        by[each.dispatch.fact].append(each)
    found = Dispatch.objects.known().filter(community=request.community)
    rows = [{"dispatch": d, "all": len(by[d.fact]), "broken": sum(not e.holds for e in by[d.fact])} for d in found]
    untold = sum(each.untold for some in by.values() for each in some)
    return render(request, "sent/list.html", {"rows": rows, "untold": untold})


def dispatch(request: Visit, pk: UUID) -> HttpResponse:
    """One document: each figure *holds* or *no longer holds*. Open to all: whoever has the paper may look."""
    found = get_object_or_404(Dispatch.objects.filter(community=request.community), pk=pk)
    some = standing(request.community, why=request.rights.staff, dispatch=found.fact)
    holding = sum(each.holds for each in some)
    told = {"figures": sorted(some, key=lambda e: e.holds), "holding": holding, "broken": len(some) - holding}
    return render(request, "sent/dispatch.html", {"dispatch": found, **told})


def new(request: Visit, key: str) -> HttpResponse:
    """What sending a report would contradict; POST sends it."""
    if key not in of_community():
        raise Http404
    document = write(request.community, key, asked_day(request), language=nearest(get_language()))
    back = reverse("report.read", args=[request.community.code, key])
    return offer(request, Letter.of(document), back=f"{back}?day={document.day}")


def new_of_record(request: Visit, key: str, kind: str, pk: UUID) -> HttpResponse:
    """What sending what was written of one record would contradict; POST sends it."""
    back = reverse("report.record.build", args=[request.community.code, key, kind, pk])
    return offer(request, Letter.of(document_of(request, key, kind, pk)), back=back)


def offer(request: Visit, letter: Letter, *, back: str, receiver: str = "") -> HttpResponse:
    """What sending *letter* would contradict; POST keeps it as sent. *back*: its page; *receiver*: the likely one."""
    told: dict[str, Any] = {
        "letter": letter,
        "back": back,
        "receiver": receiver,
        "contradictions": contradictions(request.community, letter.stated),
        "within": within(letter.stated),
        "receivers": _receivers(request.community),
    }
    if request.method != "POST":
        return render(request, "sent/new.html", told)
    told["receiver"] = request.POST.get("receiver", "")
    if (told["contradictions"] or told["within"]) and "seen" not in request.POST:
        told["refused"] = _("Some figures contradict what was sent. Say that you have seen it, or put it right first.")
        return render(request, "sent/new.html", told, status=422)
    try:
        kept = send(letter, to=told["receiver"], community=request.community, by=request.user.get_username())
    except Refused as refused:
        return render(request, "sent/new.html", {**told, "refused": str(refused)}, status=422)
    messages.success(request, _("Kept as sent. Its page says from now on which figures still hold."))
    return redirect("sent.dispatch.read", request.community.code, kept.pk)


def _receivers(community: Community) -> list[str]:
    return sorted(set(Dispatch.objects.known().filter(community=community).values_list("receiver", flat=True)))


def _untold(community: Community) -> dict[str, list[Standing]]:
    """For each receiver the figures about which they believe something that is no longer so."""
    by: dict[str, list[Standing]] = defaultdict(list)
    for each in standing(community):
        if each.untold:
            by[each.dispatch.receiver].append(each)
    return dict(sorted(by.items()))


def errata(request: Visit) -> HttpResponse:
    """For each receiver what must be told."""
    return render(request, "sent/errata.html", {"receivers": _untold(request.community)})


def _for(request: Visit) -> tuple[str, list[Standing]]:
    receiver = request.GET.get("to", "") or request.POST.get("to", "")
    broken = _untold(request.community).get(receiver)
    if not broken:
        raise Http404
    return receiver, broken


def letter(request: Visit) -> HttpResponse:
    """The erratum for one receiver as Word."""
    receiver, broken = _for(request)
    paper = docx(erratum(request.community, receiver, broken, localdate(), nearest(get_language())))
    headers = {"Content-Disposition": 'attachment; filename="erratum.docx"'}
    return HttpResponse(paper, content_type=WORD, headers=headers)


def told(request: Visit) -> HttpResponse:
    """POST: the receiver has been told."""
    if request.method != "POST":
        raise Http404
    receiver, broken = _for(request)
    n = tell(broken, community=request.community, by=request.user.get_username())
    messages.success(request, _("Kept: %(receiver)s was told of %(n)s figures.") % {"receiver": receiver, "n": n})
    return redirect("sent.errata.desk", request.community.code)
