"""Pages of XLSForm: taking one in, and giving a form and its answers out."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from liangxing.evidence.channels.workbook import uploads
from liangxing.kernel.errors import Refused
from liangxing.records.forms import RecordForm
from liangxing.records.kinds import kinds
from liangxing.records.proposed import proposed
from liangxing.records.visit import Visit
from liangxing.reports.admission.forms import AskedForm
from liangxing.reports.forms.models import Filling, Form

from .actions import take
from .answers import csv_of, xml_of
from .ours import original, survey_of, workbook
from .reading import read
from .writing import name_of, write, xform

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def new(request: Visit) -> HttpResponse:
    """Choose an XLSForm; see its questions, and say who asks for it; keep it as a form."""
    if request.method != "POST":
        return render(request, "xlsform/new.html", {})
    try:
        digest, name = _sent(request)
        content = uploads.find(digest).read_bytes()
        survey = read(content)
        told: dict[str, Any] = {"survey": survey, "digest": digest, "name": name, "warnings": _warnings(content)}
        if "keep" not in request.POST:
            return render(request, "xlsform/new.html", {**told, "form": _asked(request, survey.key, survey.title)})
        form = AskedForm(request.POST, community=request.community)
        if not form.is_valid():
            return render(request, "xlsform/new.html", {**told, "form": form}, status=422)
        kept = take(form.instance, content, name, community=request.community, by=request.user.get_username())
    except Refused as refused:
        return render(request, "xlsform/new.html", {"refused": str(refused)}, status=422)
    return redirect("onetable.form.cells.build", request.community.code, kept.fact)


def _sent(request: Visit) -> tuple[str, str]:
    """The file that was sent now, or the one that was sent before and looked at."""
    if file := request.FILES.get("file"):
        return uploads.put(file), str(file.name)
    if digest := request.POST.get("digest", ""):
        return digest, request.POST.get("name", "")[-120:]
    raise Refused(_("Choose the file first."))


def _warnings(content: bytes) -> tuple[str, ...]:
    """What pyxform says of the XLSForm; what it does not accept is said too, and stops nobody from answering it."""
    try:
        return xform(content).warnings
    except Refused as refused:
        return (str(refused),)


def _asked(request: Visit, key: str, title: str) -> RecordForm[Form]:
    known = proposed(kinds()["onetable.form"], request.community, by=request.user.get_username())
    form = AskedForm(community=request.community, initial={**known.values, "code": name_of(key, 1), "title": title})
    form.hints = known.hints
    return form


def _form(request: Visit, pk: UUID) -> Form:
    return get_object_or_404(Form.objects.known().select_related("community"), community=request.community, fact=pk)


def one(request: Visit, pk: UUID) -> HttpResponse:
    """A form as an XLSForm: its questions, what pyxform says of it, and the answers of each filling to take along."""
    form = _form(request, pk)
    told: dict[str, Any] = {"form": form, "came": original(form)}
    told["fillings"] = Filling.objects.known().filter(form=form.fact).order_by("-recorded_at")
    try:
        told["survey"], _places = survey_of(form)
        if told["survey"].asked:
            told["warnings"] = xform(write(told["survey"])).warnings
    except Refused as refused:
        told["refused"] = str(refused)
    return render(request, "xlsform/form.html", told)


def sheet(request: Visit, pk: UUID) -> HttpResponse:
    """The form as an XLSForm, for ODK, KoboToolbox and others."""
    form = _form(request, pk)
    return _file(workbook(form), XLSX, f"{form.code}.xlsx")


def as_xform(request: Visit, pk: UUID) -> HttpResponse:
    """The form as telephones load it."""
    form = _form(request, pk)
    made = xform(write(survey_of(form)[0]))
    return _file(made.xml.encode(), "application/xml", f"{form.code}.xml")


def _filling(request: Visit, pk: UUID, filling: UUID) -> tuple[Form, Filling]:
    form = _form(request, pk)
    return form, get_object_or_404(Filling.objects.known(), community=request.community, form=form.fact, pk=filling)


def answers_xml(request: Visit, pk: UUID, filling: UUID) -> HttpResponse:
    """What the form was filled with, as a submission."""
    form, kept = _filling(request, pk, filling)
    return _file(xml_of(form, kept, request.rights), "application/xml", f"{form.code}-{kept.first}.xml")


def answers_csv(request: Visit, pk: UUID, filling: UUID) -> HttpResponse:
    """The same as tables."""
    form, kept = _filling(request, pk, filling)
    return _file(csv_of(form, kept, request.rights), "application/zip", f"{form.code}-{kept.first}.zip")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(content, content_type=media_type, headers=headers)
