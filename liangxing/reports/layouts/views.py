"""Pages of layouts: which reports have one, its fields, bringing one, looking at it with figures, using it."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from liangxing.evidence import store
from liangxing.kernel.errors import Refused
from liangxing.kernel.language import CHINESE, ENGLISH, nearest
from liangxing.records.visit import Visit
from liangxing.reports.blocks import Document
from liangxing.reports.books import books
from liangxing.reports.files import WORD, file_answer
from liangxing.reports.format.reading.document import read

from .actions import adopt, content_of, standing, take_back, versions
from .check import check
from .fields import Fields
from .listed import lists_of, rows_of
from .models import Layout
from .shipped import shipped
from .use import printed, sample

LANGUAGES = {CHINESE: "\u4e2d\u6587", ENGLISH: "English"}
SALT, VALID = "layouts", 24 * 3600  # seconds between looking at a layout and using it
PREVIEWED = 60  # paragraphs


def listing(request: Visit) -> HttpResponse:
    """Every report with the layout that is in use, in each language."""
    rows = []
    for book in books().values():
        told = [
            {"code": code, "name": name, "layout": standing(request.community, book.key, code)}
            for code, name in LANGUAGES.items()
        ]
        rows.append({"key": book.key, "title": _title(request, book.key), "languages": told})
    return render(request, "layouts/list.html", {"rows": rows})


def _title(request: Visit, key: str) -> str:
    language, community = nearest(get_language()), request.community
    name = community.name if language == CHINESE else community.name_en or community.name
    return books()[key].called(language, name)


def _sample(request: Visit, key: str, language: str) -> Document | None:
    """The report to look at a layout with; 404 for a report or language that is not there."""
    if key not in books() or language not in LANGUAGES:
        raise Http404
    day: date = localdate()
    with override(language):
        return sample(request, key, language, day)


def _asked(request: Visit, key: str, language: str) -> Document:
    """The same; 404 when there is nothing yet to write it of."""
    if (document := _sample(request, key, language)) is None:
        raise Http404
    return document


def page(request: Visit, key: str, language: str) -> HttpResponse:
    """One report: the layout in use, earlier ones, the fields; POST brings a new one and looks at it."""
    document = _sample(request, key, language)
    if document is None:
        return render(request, "layouts/none.html", {"title": _title(request, key)})
    told: dict[str, Any] = {}
    if request.method == "POST":
        told = _brought(request, document)
    layout = standing(request.community, key, language)
    with override(language):
        fields = Fields(document)
    shown = {
        "key": key, "language": language, "language_name": LANGUAGES[language], "title": _title(request, key),
        "layout": layout, "rows": list(rows_of(fields, request.community)), "lists": list(lists_of(fields)),
        "versions": _versions(request, key, language, layout), "languages": LANGUAGES, **told,
    }  # fmt: skip
    return render(request, "layouts/page.html", shown, status=422 if told.get("faults") or told.get("refused") else 200)


def _versions(request: Visit, key: str, language: str, layout: Layout | None) -> list[dict[str, Any]]:
    """Earlier layouts, each file once, with what it takes to use them again."""
    found, seen = [], {layout.sha256} if layout else set()
    for each in versions(request.community, key, language):
        if each.sha256 not in seen:
            seen.add(each.sha256)
            found.append({"layout": each, "token": _token(request, each.sha256, each.name, key, language)})
    return found


def _brought(request: Visit, document: Document) -> dict[str, Any]:
    """What becomes of an uploaded file: refused, faults, or what it looks like and how to use it."""
    upload = request.FILES.get("file")
    if upload is None:
        return {"refused": _("Choose a file first.")}
    content, name = upload.read(), str(upload.name)
    try:
        checked = check(content, name, Fields(document))
        told: dict[str, Any] = {"name": name, "checked": checked, "faults": checked.faults}
        if checked.faults:
            return told
        filled = printed(content, name, document, request.community)
        lines = [line.plain for line in read(filled.content, name).lines if line.plain]
    except Refused as refused:
        return {"refused": str(refused)}
    digest, _size = store.put(io.BytesIO(content))
    token = _token(request, digest, name, document.key, document.language)
    more = {"token": token, "lines": lines[:PREVIEWED], "folded": max(len(lines) - PREVIEWED, 0)}
    return {**told, **more, "figures": len(filled.document.stated)}


def _token(request: Visit, digest: str, name: str, key: str, language: str) -> str:
    """Which file this person has looked at, for which report: nobody else can use it, nor another file by it."""
    told = [digest, name, key, language, request.community.code, request.user.get_username()]
    return signing.dumps(told, salt=SALT)


def _looked_at(request: Visit, key: str, language: str) -> tuple[bytes, str]:
    """The file that a token names; 404 for a token of another person, report or day."""
    asked = request.POST.get("token") or request.GET.get("token", "")
    try:
        digest, name, *of = signing.loads(asked, salt=SALT, max_age=VALID)
    except (signing.BadSignature, ValueError) as error:
        raise Http404 from error
    if of != [key, language, request.community.code, request.user.get_username()]:
        raise Http404
    return content_of(digest), name


def use(request: Visit, key: str, language: str) -> HttpResponse:
    """POST: print the report by the layout that was looked at."""
    if request.method != "POST":
        raise Http404
    content, name = _looked_at(request, key, language)
    document = _asked(request, key, language)
    if check(content, name, Fields(document)).faults:
        messages.error(request, _("The fields have changed since: upload the layout again to see what is wrong."))
    else:
        by = request.user.get_username()
        adopt(content, name, book=key, language=language, community=request.community, by=by)
        messages.success(request, _("From now on the report is printed by this layout."))
    return redirect("layout.build", request.community.code, key, language)


def preview(request: Visit, key: str, language: str) -> HttpResponse:
    """The layout that was looked at, with the figures of today, as Word."""
    content, name = _looked_at(request, key, language)
    filled = printed(content, name, _asked(request, key, language), request.community)
    return _word(filled.content, f"{key}.preview.docx")


def back(request: Visit, key: str, language: str) -> HttpResponse:
    """POST: print the report as it is shipped again."""
    layout = standing(request.community, key, language)
    if request.method != "POST" or layout is None:
        raise Http404
    take_back(layout, by=request.user.get_username())
    messages.success(request, _("The report is printed as it is shipped again. The layout is kept below."))
    return redirect("layout.build", request.community.code, key, language)


def as_shipped(request: Visit, key: str, language: str) -> HttpResponse:
    """The shipped layout, with fields, to change in Word."""
    document = _asked(request, key, language)
    with override(language):
        return _word(shipped(document), f"{key}.{language}.layout.docx")


def in_use(request: Visit, key: str, language: str) -> HttpResponse:
    """The layout in use, to change it further."""
    layout = standing(request.community, key, language)
    if layout is None:
        raise Http404
    return _word(content_of(layout.sha256), f"{key}.{language}.layout.docx")


def _word(content: bytes, name: str) -> HttpResponse:
    return file_answer(content, WORD, name)
