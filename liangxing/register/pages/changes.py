"""Something is wrong here: asking for a change of a record, and answering."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BooleanField
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record
from liangxing.records.views import keyed
from liangxing.records.visit import Visit
from liangxing.register.changes import propose, review, standing
from liangxing.register.models import ChangeRequest, ChangeReview

PAGE = 30


def _kind(request: Visit, key: str) -> Kind:
    """The kind, when this visitor may ask for changes of it and sees it whole."""
    kind = kinds().get(key)
    if kind is None or not request.rights.may("propose", kind.model) or not request.rights.clear(kind.model):
        raise Http404
    return kind


def ask(request: Visit, key: str, pk: UUID) -> HttpResponse:
    """The record's form as it stands; what is told otherwise in it is asked for, with a reason."""
    kind = _kind(request, key)
    rows = request.rights.narrow(kind.model._default_manager.known().filter(community=request.community))
    record: Record = get_object_or_404(rows, pk=pk) if rows.filter(pk=pk).exists() else get_object_or_404(rows, fact=pk)
    data = keyed(kind, request.POST) if request.method == "POST" else None
    form = kind.form(data, instance=record.anew(), community=request.community)
    told = {"kind": kind, "record": record, "form": form}
    if data is None:
        return render(request, "register/change_ask.html", told)
    why = request.POST.get("why", "").strip()[:200]
    if not why:
        form.add_error(None, _("Say how you know: whoever looks at it decides by that."))
    if form.is_valid():
        try:
            propose(record, _texts(kind, form, record, request), by=request.user.get_username(), why=why)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Thank you. Somebody looks at it; the answer stands here."))
            return redirect("register.changes.propose", community=request.community.code)
    return render(request, "register/change_ask.html", told, status=422)


def _texts(kind: Kind, form: Any, record: Record, request: Visit) -> dict[str, str]:
    """What the form tells otherwise than the record, as texts of the form."""
    before = kind.form(instance=record.anew(), community=request.community)
    found: dict[str, str] = {}
    for name in form.changed_data:
        said = form[name].data
        found[name] = str(bool(said)).lower() if isinstance(form.fields[name], BooleanField) else str(said or "")
        if found[name] == str(before[name].value() or ""):
            del found[name]
    return found


def listing(request: Visit) -> HttpResponse:
    """Open requests for those who answer them; for everybody what they asked themselves, with the answer."""
    me, reviews = request.user.get_username(), request.rights.may("review")
    every = ChangeRequest.objects.known().filter(community=request.community).select_related("act")
    answers = {a.request_id: a for a in ChangeReview.objects.known().filter(community=request.community)}
    open_ = every.exclude(fact__in=list(answers)) if reviews else every.none()
    mine = every if reviews else every.filter(act__actor=me)
    page = Paginator(mine.exclude(fact__in=open_.values("fact")), PAGE).get_page(request.GET.get("page"))
    told = {
        "open": [_told(request, r) for r in open_ if _sees(request, r)],
        "page": page,
        "rest": [{**_told(request, r), "answer": answers.get(r.fact)} for r in page if _sees(request, r)],
        "reviews": reviews,
    }
    return render(request, "register/changes.html", told)


def _sees(request: Visit, asked: ChangeRequest) -> bool:
    kind = kinds().get(asked.kind)
    return bool(kind and request.rights.may("read", kind.model) and request.rights.clear(kind.model))


def _told(request: Visit, asked: ChangeRequest) -> dict[str, Any]:
    """A request as a page shows it: its kind, its record as it was when this was asked, and each field old and new."""
    kind = kinds()[asked.kind]
    tellings = kind.model._default_manager.filter(community=request.community, fact=asked.target)
    record = tellings.known(asked.recorded_at).first() or tellings.latest("recorded_at")
    changes = json.loads(asked.changes) if asked.changes else {}  # erased with the person whom it was about
    fields = [(name, text) for name, text in changes.items() if name in kind.form.base_fields]
    return {"asked": asked, "kind": kind, "record": record, "fields": fields, "mine": _is_mine(request, asked)}


def _is_mine(request: Visit, asked: ChangeRequest) -> bool:
    return asked.act.actor == request.user.get_username()


def answer(request: Visit, pk: UUID) -> HttpResponse:
    """Accept or decline a request, with words for who asked."""
    asked = get_object_or_404(
        ChangeRequest.objects.known().filter(community=request.community).select_related("act"), pk=pk
    )
    if not _sees(request, asked) or request.method != "POST":
        raise Http404
    accepted, words = "accept" in request.POST, request.POST.get("words", "").strip()[:200]
    try:
        if not accepted and not words:
            raise Refused(_("Say why it is declined: whoever asked reads it."))
        standing(kinds()[asked.kind].model, asked.target, request.community)
        review(asked, accepted=accepted, by=request.user.get_username(), words=words)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Accepted: the record is corrected.") if accepted else _("Declined."))
    return redirect("register.changes.propose", community=request.community.code)
