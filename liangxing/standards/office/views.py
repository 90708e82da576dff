"""Bringing a table as a standard: choose the file, look what it would find and correct, keep; and taking it along."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from liangxing.evidence.channels.workbook import uploads
from liangxing.kernel.errors import Refused
from liangxing.measures.measure import MEASURES
from liangxing.records.tables.rows import MEDIA
from liangxing.records.visit import Visit
from liangxing.standards.assess import judge_clauses
from liangxing.standards.book import SPANS, Book
from liangxing.standards.models import Edition
from liangxing.standards.points import score
from liangxing.standards.shelf import shelf

from . import export
from .draft import Draft, draft
from .keep import keep, known, next_of, withdraw
from .matching import called
from .table import read_table

XLSX = MEDIA["xlsx"]


def offering(request: Visit) -> HttpResponse:
    """Choose a file; see each clause with its figure and what it would find; put right what is not; keep it."""
    if request.method != "POST":
        return render(request, "standards/office/choose.html")
    try:
        digest, name = _file(request)
        made = draft(read_table(uploads.find(digest), name), request.POST.dict(), known(request.community))
        if "keep" in request.POST and not made.wrong and not (made.suggested and "looked" not in request.POST):
            who: dict[str, Any] = {"community": request.community, "by": request.user.get_username()}
            kept = keep(made, file=uploads.find(digest), name=name, **who)
            words = _("Kept as edition %s: it is held against the records like any other standard.")
            messages.success(request, words % kept.edition)
            return redirect("standard.read", request.community.code, kept.key)
    except Refused as refused:
        return render(request, "standards/office/choose.html", {"refused": str(refused)}, status=422)
    told = {"digest": digest, "name": name, **_looked(request, made), "asked_to_keep": "keep" in request.POST}
    return render(request, "standards/office/look.html", told, status=422 if told["asked_to_keep"] else 200)


def _file(request: Visit) -> tuple[str, str]:
    """The upload and its name: as it is sent now, or as it lies here already."""
    if sent := request.FILES.get("file"):
        return uploads.put(sent), str(sent.name)
    if digest := request.POST.get("digest", ""):
        return digest, request.POST.get("name", "")[:120]
    raise Refused(_("Choose a file first."))


def _looked(request: Visit, made: Draft) -> dict[str, Any]:
    """What the page shows of a draft: each clause with what it would find today."""
    judged, _got = judge_clauses(request.community, made.clauses, localdate(), now())
    found = {id(each.clause): each for each in judged}
    rows = [
        {"row": row, "bounds": some, "clause": clause, "judged": found.get(id(clause))}
        for row, some, clause in made.rows
    ]
    code, edition = next_of(request.community, made.info["title"], made.info["issuer"])
    book = made.book(f"{code}-e{edition}", code)
    return {
        "draft": made,
        "rows": rows,
        "edition": edition,
        "score": score(book, ((j.clause, j.finding) for j in judged)),
        "figures": [called(key) for key in sorted(MEASURES)],
        "spans": list(SPANS),
        "counts": [sum(j.finding.value == value for j in judged) for value in ("met", "unmet", "unknown")],
    }


def blank(request: Visit) -> HttpResponse:
    """A blank table to fill in."""
    return _sent(export.xlsx(None), XLSX, "standard.xlsx")


def _book(request: Visit, key: str) -> Book:
    if key not in (some := shelf(request.community)):
        raise Http404
    return some[key]


def as_xlsx(request: Visit, key: str) -> HttpResponse:
    """A standard as a table."""
    return _sent(export.xlsx(_book(request, key)), XLSX, f"{key}.xlsx")


def as_toml(request: Visit, key: str) -> HttpResponse:
    """A standard as TOML."""
    return _sent(export.toml(_book(request, key)).encode(), "application/toml; charset=utf-8", f"{key}.toml")


def _sent(content: bytes, media: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def withdrawing(request: Visit, key: str) -> HttpResponse:
    """POST: strike an edition that was brought by mistake, for a reason."""
    if request.method != "POST" or not _book(request, key).given:
        raise Http404
    code, _sep, number = key.rpartition("-e")
    edition = get_object_or_404(Edition.objects.known(), community=request.community, code=code, edition=int(number))
    if not (why := request.POST.get("why", "").strip()[:200]):
        messages.error(request, _("Say why: the reason stays with what was struck."))
        return redirect("standard.read", request.community.code, key)
    withdraw(edition, by=request.user.get_username(), why=why)
    messages.success(request, _("The edition is struck. It stays readable in the ledger."))
    return redirect("standards.read", request.community.code)
