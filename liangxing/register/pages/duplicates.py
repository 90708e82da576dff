"""Records that may be one: pairs side by side, put together with a reason, and taken apart again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.kernel.errors import Refused
from liangxing.records.actions import write
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record
from liangxing.records.visit import Visit
from liangxing.register.changes import counts, merge, referring, standing, unmerge
from liangxing.register.models import Merge, Unlike
from liangxing.register.twins import MARKS, pairs

PAGE = 20


def _compared(request: Visit) -> list[Kind]:
    """The kinds that are compared and that this visitor sees whole."""
    some = [kinds()[model._meta.label_lower] for model in MARKS]
    return [k for k in some if request.rights.may("merge", k.model) and request.rights.clear(k.model)]


def listing(request: Visit) -> HttpResponse:
    """Every pair that may be one, kind by kind, and what was put together before."""
    chosen = request.GET.get("kind", "")
    seen = {kind.key: kind for kind in _compared(request)}
    found = [(kind, pair) for kind in seen.values() if chosen in ("", kind.key)
             for pair in pairs(kind.model, request.community)]  # fmt: skip
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "pairs": [_shown(kind, pair.one, pair.other, pair.why) for kind, pair in page],
        "kinds": seen.values(),
        "merges": [_merged(told) for told in _merges(request)[:PAGE] if told.kind in seen],
    }
    return render(request, "register/duplicates.html", told)


def _shown(kind: Kind, one: Record, other: Record, why: Any) -> dict[str, Any]:
    return {"kind": kind, "one": one, "other": other, "why": why, "refer": (referring(one), referring(other))}


def _merges(request: Visit) -> Any:
    return Merge.objects.known().filter(community=request.community).select_related("act")


def _merged(told: Merge) -> dict[str, Any]:
    """A merge with the last tellings of both facts."""
    rows = kinds()[told.kind].model._default_manager.filter(community=told.community)
    last = {side: rows.filter(fact=getattr(told, side)).latest("recorded_at") for side in ("kept", "merged")}
    return {"told": told, "kind": kinds()[told.kind], **last}


def _two(request: Visit, key: str, first: UUID, second: UUID) -> tuple[Kind, Record, Record]:
    """The kind and both records, by their facts; 404 when one is not there for this visitor."""
    kind = next((k for k in _compared(request) if k.key == key), None)
    if kind is None or first == second:
        raise Http404
    rows = request.rights.narrow(kind.model._default_manager.known().filter(community=request.community))
    return kind, get_object_or_404(rows, fact=first), get_object_or_404(rows, fact=second)


def together(request: Visit, key: str, first: UUID, second: UUID) -> HttpResponse:
    """Both side by side; POST says which of them stays, or that they are two."""
    kind, one, other = _two(request, key, first, second)
    if request.method == "POST":
        return _decide(request, kind, one, other)
    told = {**_shown(kind, one, other, ""), "standing": counts(one, other)["standing"]}
    return render(request, "register/merge.html", told)


def _decide(request: Visit, kind: Kind, one: Record, other: Record) -> HttpResponse:
    by, why = request.user.get_username(), request.POST.get("why", "").strip()[:200]
    back = redirect("register.duplicates.merge", community=request.community.code)
    if request.POST.get("stays") == "both":
        two = Unlike(day=localdate(), kind=kind.key, one=one.fact, other=other.fact, note=why)
        write(two, community=request.community, by=by)
        messages.success(request, _("They are two, and nobody is asked again."))
        return back
    kept, merged = (other, one) if request.POST.get("stays") == str(other.fact) else (one, other)
    before = counts(kept, merged)
    try:
        if not why:
            raise Refused(_("Say how you know that they are one."))
        merge(kept, merged, by=by, why=why)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("register.merge.merge", request.community.code, kind.key, one.fact, other.fact)
    after = counts(standing(kind.model, kept.fact, request.community), merged)
    words = _("Put together: %(before)s stood, %(after)s stand now; %(turned)s records were turned round.")
    told = {"before": before["standing"], "after": after["standing"], "turned": before["merged"]}
    messages.success(request, words % told)
    return back


@require_POST
def apart(request: Visit, pk: UUID) -> HttpResponse:
    """Take a merge back."""
    told = get_object_or_404(_merges(request), pk=pk)
    if told.kind not in [kind.key for kind in _compared(request)]:
        raise Http404
    why = request.POST.get("why", "").strip()[:200]
    try:
        if not why:
            raise Refused(_("Say why they are two after all."))
        again = unmerge(told, by=request.user.get_username(), why=why)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Taken apart: %(name)s stands again, with what referred to it.") % {"name": again})
    return redirect("register.duplicates.merge", community=request.community.code)
