"""Pages of reports: the list, a report in which each figure opens, and the report to take along."""

from __future__ import annotations

import json
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.ledger.remember import until_next_act
from liangxing.records.visit import Visit

from . import long
from .blocks import Document
from .books import books
from .build import claims_json
from .prov import prov_json
from .render.page import context
from .render.pdf import pdf
from .render.word import docx
from .writing import write

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def asked_day(request: Visit) -> date:
    """The day that the address names, or today."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return localdate()


def _document(request: Visit, key: str) -> Document:
    """The document as it is known now."""
    return _written(request.community, key, asked_day(request), language=nearest(get_language()))


_written = until_next_act(write)


def listing(request: Visit) -> HttpResponse:
    """All reports that can be written."""
    name = request.community.name
    told = [{"key": b.key, "title": b.title[nearest(get_language())].format(name=name)} for b in books().values()]
    return render(request, "reports/list.html", {"books": told, "today": localdate()})


def report(request: Visit, key: str) -> HttpResponse:
    """One report as a page."""
    told = {**context(_document(request, key)), "code": request.community.code, "base": ""}
    return render(request, "reports/report.html", told)


def all_files(request: Visit, key: str) -> HttpResponse:
    """Ask for all files of the report in both languages; they are written beside the pages."""
    if request.method != "POST" or key not in books():
        raise Http404
    day = asked_day(request)
    title = books()[key].title[nearest(get_language())].format(name=request.community.name)
    job = long.files.ask(request, title=title, key=key, day=day.isoformat())
    return redirect("jobs.job.desk", request.community.code, job.pk)


def as_docx(request: Visit, key: str) -> HttpResponse:
    """The report as Word."""
    return _file(docx(_document(request, key)), WORD, f"{key}.docx")


def as_pdf(request: Visit, key: str) -> HttpResponse:
    """The report as PDF; without a Chinese font, the words that say which package is missing."""
    try:
        return _file(pdf(_document(request, key)), "application/pdf", f"{key}.pdf")
    except Refused as refused:
        return HttpResponse(str(refused), status=503, content_type="text/plain; charset=utf-8")


def as_claims(request: Visit, key: str) -> HttpResponse:
    """The claims of the report, for programs."""
    told = json.dumps(claims_json(_document(request, key)), ensure_ascii=False, indent=2)
    return HttpResponse(told, content_type="application/json")


def as_prov(request: Visit, key: str) -> HttpResponse:
    """Where the report comes from, as PROV-JSON."""
    told = prov_json(request.community, _document(request, key))
    return _file(told.encode(), "application/provenance+json", f"{key}.prov.json")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
