"""Pages of reports: the list, a report in which each figure opens, and the report to take along."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.kernel.language import CHINESE, nearest
from liangxing.ledger.models import Community
from liangxing.records.visit import Visit

from . import long, of_record
from .blocks import Document
from .books import books, of_community
from .build import claims_json
from .dressed import DRESSED, dress_of
from .files import WORD, asked_day, file_answer, pdf_answer, written
from .prov import prov_json
from .render.page import context
from .render.word import docx


def called(community: Community) -> str:
    """The name of *community* in the language of the moment."""
    return community.name if nearest(get_language()) == CHINESE else community.name_en or community.name


def _document(request: Visit, key: str) -> Document:
    """The document as it is known now; 404 when it is not written of the whole community."""
    if key not in of_community():
        raise Http404
    dress = dress_of(request.GET, books()[key])
    return written(request.community, key, asked_day(request), language=nearest(get_language()), dress=dress)


def listing(request: Visit) -> HttpResponse:
    """All reports that can be written: of the community, and of one record."""
    told: dict[bool, list[dict[str, str]]] = {True: [], False: []}
    for book in books().values():
        title = book.called(nearest(get_language()), called(request.community))
        told[bool(book.of)].append({"key": book.key, "title": title})
    return render(request, "reports/list.html", {"books": told[False], "of_records": told[True], "today": localdate()})


def report(request: Visit, key: str) -> HttpResponse:
    """One report as a page; of a book of records, the records to choose from."""
    if key in books() and books()[key].of:
        return of_record.choose(request, books()[key])
    document = _document(request, key)
    query = {"day": document.day.isoformat()} | request.GET.dict()
    here = {
        "files": {
            way: f"{reverse(f'report.{way}.read', args=[request.community.code, key])}?{urlencode(query)}"
            for way in ("docx", "pdf")
        },
        "dressed": DRESSED in request.GET,
        "code": request.community.code,
        "base": "",
    }
    return render(request, "reports/report.html", {**context(document), **here})


def all_files(request: Visit, key: str) -> HttpResponse:
    """Ask for all files of the report in both languages; they are written beside the pages."""
    if request.method != "POST" or key not in of_community():
        raise Http404
    day = asked_day(request)
    title = books()[key].title[nearest(get_language())].format(name=called(request.community), year=day.year)
    job = long.files.ask(request, title=title, key=key, day=day.isoformat())
    return redirect("jobs.job.desk", request.community.code, job.pk)


def as_docx(request: Visit, key: str) -> HttpResponse:
    """The report as Word."""
    return file_answer(docx(_document(request, key)), WORD, f"{key}.docx")


def as_pdf(request: Visit, key: str) -> HttpResponse:
    """The report as PDF; without a Chinese font, the words that say which package is missing."""
    return pdf_answer(_document(request, key), f"{key}.pdf")


def as_claims(request: Visit, key: str) -> HttpResponse:
    """The claims of the report, for programs."""
    told = json.dumps(claims_json(_document(request, key)), ensure_ascii=False, indent=2)
    return HttpResponse(told, content_type="application/json")


def as_prov(request: Visit, key: str) -> HttpResponse:
    """Where the report comes from, as PROV-JSON."""
    told = prov_json(request.community, _document(request, key))
    return file_answer(told.encode(), "application/provenance+json", f"{key}.prov.json")
