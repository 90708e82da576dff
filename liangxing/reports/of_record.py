"""Pages of documents that are written of one record: choosing it, the document, and its files."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language

from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.records.visit import Visit

from .blocks import Document
from .books import Book, books
from .dressed import DRESSED, dress_of
from .files import WORD, asked_day, file_answer, pdf_answer, written
from .render.page import context
from .render.word import docx
from .subject import called, place_of, subjects

SHOWN = 30  # records of a kind to choose from, the newest: an older one is chosen on its own page


def choose(request: Visit, book: Book) -> HttpResponse:
    """The records that *book* can be written of, the newest first."""
    if not request.rights.may("build"):
        raise Http404
    some = []
    for kind, rows in subjects(book, request.community, asked_day(request)):
        mine = request.rights.narrow(rows)[:SHOWN]
        told = [(place_of(request.community.code, book.key, r), {"shown": called(r).shown, "day": r.day}) for r in mine]
        some.append((kind._meta.verbose_name_plural, told))
    title = book.called(nearest(get_language()), request.community.name)
    return render(request, "reports/choose.html", {"some": some, "title": title})


def document_of(request: Visit, key: str, kind: str, pk: UUID) -> Document:
    """The document *key* of the record, if the visitor sees it and the book can be written of it; else 404."""
    if key not in books() or kind not in books()[key].of:
        raise Http404
    model: Any = apps.get_model(kind)
    rows = request.rights.narrow(model._default_manager.filter(community=request.community))
    record = get_object_or_404(rows.known(), pk=pk)
    try:
        return written(
            request.community,
            key,
            asked_day(request),
            language=nearest(get_language()),
            record=record,
            dress=dress_of(request.GET, books()[key]),
        )
    except Refused as refused:
        raise Http404(str(refused)) from None


def document(request: Visit, key: str, kind: str, pk: UUID) -> HttpResponse:
    """The document as a page; its words lead to their records."""
    told = document_of(request, key, kind, pk)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    here = {
        "send": reverse("sent.record.build", args=[request.community.code, key, kind, pk]),
        "files": {way: f"{request.path}{way}/{query}" for way in ("docx", "pdf")},
        "book": books()[key].called(nearest(get_language()), request.community.name),
        "dressed": DRESSED in request.GET,
        "code": request.community.code,
        "base": "",
    }
    return render(request, "reports/report.html", {**context(told), **here})


def as_docx(request: Visit, key: str, kind: str, pk: UUID) -> HttpResponse:
    """The document as Word."""
    return file_answer(docx(document_of(request, key, kind, pk)), WORD, f"{key}.docx")


def as_pdf(request: Visit, key: str, kind: str, pk: UUID) -> HttpResponse:
    """The document as PDF."""
    return pdf_answer(document_of(request, key, kind, pk), f"{key}.pdf")
