"""The page of the report check: send a text, read what becomes of each claim, take it along with our notes."""

from __future__ import annotations

import base64
import binascii
from datetime import date
from pathlib import PurePath
from urllib.parse import quote

from django.db.transaction import non_atomic_requests
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from . import check_content
from .claims import CheckResult, Claim, Kind, Verdict
from .files import LARGEST_MB, Read
from .shown import findings, groups, marked
from .words_for import other_said

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KEPT_B = 3_000_000  # so much travels in the page itself, so that nobody must choose the file a second time


@non_atomic_requests  # writes nothing, and may read for long
def check(request: Visit) -> HttpResponse:
    """Ask for a file; with one, list its claims, or hand it back with our notes. Nothing of the text is kept."""
    day = _day(request)
    if request.method != "POST":
        return render(request, "reports/check.html", {"day": day})
    try:
        name, content = _sent(request)
        read, found = check_content(content, name, request.community, day)
    except Refused as refused:
        return render(request, "reports/check.html", {"day": day, "refused": str(refused)}, status=422)
    if request.POST.get("as") == "notes":
        return _with_notes(request, name, content, found)
    told = _shown(read, found, content)
    told["other"] = found.other and other_said(found.other, request.community.name)
    told |= {"day": day, "default_query": f"day={day}", "name": name}
    return render(request, "reports/check.html", told)


def _day(request: Visit) -> date:
    try:
        return date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        return localdate()


def _sent(request: Visit) -> tuple[str, bytes]:
    """The name and content of the file that was chosen, or of the one that the page brought back."""
    upload = request.FILES.get("file")
    if upload is not None:
        if (upload.size or 0) > LARGEST_MB << 20:
            told = {"name": upload.name, "mb": LARGEST_MB}
            raise Refused(_("%(name)s is larger than %(mb)s MB; save the report without its pictures.") % told)
        return str(upload.name), upload.read()
    try:
        content = base64.b64decode(request.POST.get("kept", ""), validate=True)
    except binascii.Error:
        content = b""
    if not content:
        raise Refused(_("Choose a file first."))
    return request.POST.get("name", "") or "report.txt", content


def _shown(read: Read, found: CheckResult, content: bytes) -> dict[str, object]:
    told = findings(found)
    figures = [each for each in told if each.claim.kind not in (Kind.LOST, Kind.WORD)]
    return {
        "found": found, "read": read, "groups": groups(told), "parts": list(marked(found.given, told)),
        "claims": len(figures), "good": sum(each.claim.verdict is Verdict.BORNE_OUT for each in figures),
        "kept": base64.b64encode(content).decode() if len(content) <= KEPT_B else "",
    }  # fmt: skip


def _with_notes(request: Visit, name: str, content: bytes, found: CheckResult) -> HttpResponse:
    """The report as a Word document in which each finding is a comment, and what differs a tracked change."""
    from .notes import with_notes

    def proof(claim: Claim) -> str:
        """The address of the figure's page."""
        if not claim.measure:
            return ""
        return request.build_absolute_uri(reverse("figure.read", args=[request.community.code, claim.measure]))

    told = f"{PurePath(name).stem}-{_('with notes')}.docx"
    answer = HttpResponse(with_notes(content, name, found, proof), content_type=WORD)
    answer["Content-Disposition"] = f"attachment; filename=\"checked.docx\"; filename*=UTF-8''{quote(told)}"
    return answer
