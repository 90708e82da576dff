"""Pages of one form: what it is, what its cells mean, filling it, and the filled form."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.evidence.channels.workbook import uploads
from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.records.kinds import kinds
from liangxing.records.visit import Visit
from liangxing.reports.sent.actions import Letter
from liangxing.reports.sent.models import Dispatch
from liangxing.reports.sent.views import offer

from . import actions, mapping, queries, shipped
from .asking import asking, typed_in
from .choices import choices
from .entry import NewForm
from .fill import cells_of, fill_form, stated
from .incoming import incoming
from .models import Filling, Form, FormField
from .periods import asked, offered

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.12"


def form_of(request: Visit, pk: UUID) -> Form:
    """The telling that stands of the form of which *pk* is any telling."""
    told = get_object_or_404(Form.objects.filter(community=request.community), pk=pk)
    return get_object_or_404(Form.objects.known().select_related("community"), fact=told.fact)


def one(request: Visit, pk: UUID) -> HttpResponse:
    """A form: who asks for it and by what right, how much of it fills itself, and when it was filled."""
    form = form_of(request, pk)
    fields = queries.fields_of(form)
    told: dict[str, Any] = {
        "form": form,
        "fields": fields,
        "by_itself": sum(f.source in (FormField.Source.MEASURE, FormField.Source.FACT) for f in fields),
        "rows": queries.rows_of(form),
        "fillings": queries.fillings(form),
        "periods": offered(form.period, localdate()),
    }
    return render(request, "forms/form.html", told)


def blank(request: Visit, pk: UUID) -> HttpResponse:
    """The blank form as it came."""
    form = form_of(request, pk)
    return _file(queries.blank(form), form.file_name)


def new(request: Visit) -> HttpResponse:
    """Upload the workbook of a form that is new here; who asks for it and until when is told with it."""
    form = NewForm(request.POST or None, request.FILES or None, community=request.community)
    told = {"form": form, "shipped": [(key, shipped.told(key)) for key in shipped.every()]}
    if request.method != "POST" or not form.is_valid():
        return render(request, "forms/new.html", told, status=422 if request.method == "POST" else 200)
    sent, who = form.cleaned_data["file"], request.user.get_username()
    try:
        found = incoming(uploads.find(uploads.put(sent)), str(sent.name))
        kept = actions.receive(form.told(found), found.content, community=request.community, by=who)
    except Refused as refused:
        form.add_error("file", str(refused))
        return render(request, "forms/new.html", told, status=422)
    return redirect("onetable.form.cells.build", request.community.code, kept.fact)


def workbook(request: Visit, pk: UUID) -> HttpResponse:
    """POST: the blank workbook of a form that was known without it, or a new edition."""
    form = form_of(request, pk)
    if request.method != "POST" or not (sent := request.FILES.get("file")):
        raise Http404
    try:
        found = incoming(uploads.find(uploads.put(sent)), str(sent.name))
        actions.put_workbook(form, found, by=request.user.get_username())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("onetable.form.desk", request.community.code, form.fact)
    return redirect("onetable.form.cells.build", request.community.code, form.fact)


def cells(request: Visit, pk: UUID) -> HttpResponse:
    """What the cells mean; POST keeps it, once, for every period to come."""
    form = form_of(request, pk)
    made = mapping.propose(form)
    told: dict[str, Any] = {"form": form, "made": made, "choices": choices(), "overs": FormField.Over.choices}
    told["kinds"] = sorted(
        ((k.key, str(k.model._meta.verbose_name_plural)) for k in kinds().values()), key=lambda k: k[1]
    )
    if request.method != "POST":
        return render(request, "forms/cells.html", told)
    mapping.take(made, request.POST)
    if made.wrong:
        return render(request, "forms/cells.html", told, status=422)
    actions.say(form, mapping.fields(made), mapping.rows(made), by=request.user.get_username())
    messages.success(request, _("Kept: from now on the form is filled so, whatever the period."))
    return redirect("onetable.form.fill.build", request.community.code, form.fact)


def filling(request: Visit, pk: UUID) -> HttpResponse:
    """Fill the form for a period: what is recorded stands there, what changed or is unknown is asked."""
    form = form_of(request, pk)
    if not queries.fields_of(form) and not queries.rows_of(form):
        return redirect("onetable.form.cells.build", request.community.code, form.fact)
    period = asked(request.GET.get("period", ""), form.period, localdate())
    told = {
        "form": form,
        "period": period,
        "periods": offered(form.period, localdate()),
        "asking": asking(form, period),
    }
    try:
        actions.check_term(form, period)
        if request.method != "POST":
            return render(request, "forms/fill.html", told)
        given, typing_s = typed_in(request.POST)
        who = request.user.get_username()
        kept = actions.fill(form, period, given, eyes=request.rights, by=who, typing_s=typing_s)
    except Refused as refused:
        return render(request, "forms/fill.html", {**told, "refused": str(refused)}, status=422)
    messages.success(request, _("The form is filled. Look it over, take it along, or send it."))
    return redirect("onetable.form.filled.build", request.community.code, form.fact, kept.pk)


def _filling(request: Visit, pk: UUID, filling: UUID) -> tuple[Form, Filling]:
    form = form_of(request, pk)
    kept = get_object_or_404(Filling.objects.known(), community=request.community, form=form.fact, pk=filling)
    return form, kept


def filled(request: Visit, pk: UUID, filling: UUID) -> HttpResponse:
    """A filled form: each cell with its value and where that comes from."""
    form, kept = _filling(request, pk, filling)
    some = cells_of(form, kept.period, kept.known_at)
    return render(request, "forms/filled.html", {"form": form, "filling": kept, "cells": some})


def file(request: Visit, pk: UUID, filling: UUID) -> HttpResponse:
    """The filled form as a workbook, as it was known when it was filled."""
    form, kept = _filling(request, pk, filling)
    try:
        made = fill_form(form, kept.period, eyes=request.rights, known_at=kept.known_at)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("onetable.form.filled.build", request.community.code, form.fact, kept.pk)
    return _file(made.content, made.name)


def sending(request: Visit, pk: UUID, filling: UUID) -> HttpResponse:
    """What sending the filled form would contradict; POST keeps that it was sent, with each of its figures."""
    form, kept = _filling(request, pk, filling)
    claims = stated(form, cells_of(form, kept.period, kept.known_at), kept.period, kept.known_at)
    letter = Letter(
        Dispatch.Sort.FORM, f"form/{form.code}"[:60], form.title, kept.period.last, nearest(get_language()), claims
    )
    back = reverse("onetable.form.filled.build", args=[request.community.code, form.fact, kept.pk])
    return offer(request, letter, back=back, receiver=form.asked_by)


def take(request: Visit, key: str) -> HttpResponse:
    """POST: take a form that is shipped into the register, mapped."""
    if request.method != "POST" or key not in shipped.every():
        raise Http404
    form = actions.adopt(key, community=request.community, by=request.user.get_username())
    return redirect("onetable.form.desk", request.community.code, form.fact)


def _file(content: bytes, name: str) -> HttpResponse:
    media = WITH_MACROS if name.endswith(".xlsm") else WORKBOOK
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(content, content_type=media, headers=headers)
