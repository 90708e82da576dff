"""The sheet of a drawn sample, blind to who is responsible; and the draw for everybody to repeat."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.records.visit import Visit

from ..actions.sampling import Found, keep_looks
from ..models import BinCheck, PlaceCheck, Sampling
from ..models.sampling import Result
from ..queries.sampling import Drawn, drawn_by
from ..sorting.classes import name_of

SECRET = timedelta(days=14)  # so long nobody outside is told what was drawn, unless all of it has been looked at


def asked(request: Visit, pk: object) -> Sampling:
    """The sample that an address names, in the telling that counts; 404 when it was struck out."""
    rows = Sampling.objects.filter(community=request.community)
    told = get_object_or_404(rows, pk=pk)
    return get_object_or_404(rows.known().select_related("act", "community"), fact=told.fact)


def sheet(request: Visit, pk: object) -> HttpResponse:
    """What an inspector takes along: place and class of each, and nothing of households, grids or who is in charge."""
    sampling = asked(request, pk)
    bins = sampling.about == Sampling.About.BINS
    may = request.rights.may("write", BinCheck if bins else PlaceCheck)
    if request.method == "POST":
        if not may:
            raise Http404
        return _keep(request, sampling)
    told = drawn_by(sampling)
    language = nearest(get_language())
    lines = [
        (look, name_of(look.one.waste_class, sampling.day, language) if bins and look.one.waste_class else "")
        for look in told.looks
    ]
    context = {"told": told, "sampling": sampling, "lines": lines, "bins": bins, "may": may, "results": Result.choices}
    return render(request, "environment/sampling_sheet.html", context)


def _keep(request: Visit, sampling: Sampling) -> HttpResponse:
    """Keep what was chosen on the sheet; a line that nobody filled in stays open."""
    found: dict[Any, Found] = {}
    for look in drawn_by(sampling).looks:
        result = request.POST.get(f"result-{look.one.fact}", "")
        if result in Result.values:
            found[look.one.fact] = Result(result), _percent(request.POST.get(f"percent-{look.one.fact}", ""))
    try:
        kept = keep_looks(sampling, found, day=localdate(), by=request.user.get_username())
        messages.success(request, _("%(kept)s looks kept; the rest can follow.") % {"kept": kept})
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("environment.sampling.desk", request.community.code, sampling.pk)


def _percent(told: str) -> int | None:
    """A share in per cent; what is no number from 0 to 100 is not known."""
    text = told.strip().removesuffix("%")
    return int(text) if text.isascii() and text.isdecimal() and int(text) <= 100 else None


def draw(request: Visit, pk: object) -> HttpResponse:
    """The seed, the list and its digest, and what was found; what was drawn only once it cannot be tidied up."""
    sampling = asked(request, pk)
    told = drawn_by(sampling)
    others = Sampling.objects.filter(community=request.community, about=sampling.about)
    context = {
        "told": told,
        "sampling": sampling,
        "bins": sampling.about == Sampling.About.BINS,
        "open": tells(told, request),
        "others": others.exclude(fact=sampling.fact).order_by("-day", "-pk")[:12],
    }
    return render(request, "environment/draw.html", context)


def tells(told: Drawn, request: Visit) -> bool:
    """Whether the visitor may see which were drawn: staff, or everybody once all were looked at or time has passed."""
    return request.rights.staff or not told.open or told.sampling.day + SECRET < localdate()
