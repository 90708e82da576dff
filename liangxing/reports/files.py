"""What every page of documents shares: the day that is asked for, the document as it is known now, files as answers."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.utils.timezone import localdate

from liangxing.kernel.errors import Refused
from liangxing.ledger.remember import until_next_act
from liangxing.records.visit import Visit

from .blocks import Document
from .render.pdf import pdf
from .writing import write

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
written = until_next_act(write)


def asked_day(request: Visit) -> date:
    """The day that the address names, or today."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return localdate()


def file_answer(content: bytes, media_type: str, name: str) -> HttpResponse:
    """*content* as a file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


def pdf_answer(document: Document, name: str) -> HttpResponse:
    """*document* as PDF; without a Chinese font, the words that say which package is missing."""
    try:
        return file_answer(pdf(document), "application/pdf", name)
    except Refused as refused:
        return HttpResponse(str(refused), status=503, content_type="text/plain; charset=utf-8")
