"""The page of the report check: send a text, read what becomes of each claim."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date

from django.db.transaction import non_atomic_requests
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from . import check_file
from .claims import CheckResult, Claim, Kind, Verdict
from .words_for import loss_word, verdict_word

CLASSES = {
    Verdict.BORNE_OUT: "ok",
    Verdict.DIFFERS: "no",
    Verdict.NOT_RECORDED: "dunno",
    Verdict.SAID_TWICE: "wait",
    Verdict.TWO_NAMES: "wait",
    Verdict.UNCLEAR: "dunno",
}
AROUND = 12  # characters of the text shown on each side of a claim


@non_atomic_requests  # writes nothing, and may read for long
def check(request: Visit) -> HttpResponse:
    """Ask for a file; with one, list its claims. Nothing of the text is kept."""
    told: dict[str, object] = {"day": localdate()}
    if request.method != "POST":
        return render(request, "reports/check.html", told)
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        day = localdate()
    upload = request.FILES.get("file")
    if upload is None:
        return render(request, "reports/check.html", {**told, "nothing": True}, status=422)
    try:
        found = check_file(io.BytesIO(upload.read()), str(upload.name), request.community, day)
    except Refused as refused:
        return render(request, "reports/check.html", {**told, "refused": str(refused)}, status=422)
    return render(request, "reports/check.html", {"day": day, "name": upload.name, **_shown(found)})


def _shown(found: CheckResult) -> dict[str, object]:
    """The claims as rows, what needs a look first, and how many there are of each verdict."""
    rows = [
        {
            "claim": claim,
            "stated": loss_word(claim.stated) if claim.kind is Kind.LOST else claim.stated or "",
            "word": verdict_word(claim),
            "sign": "wait" if claim.kind is Kind.LOST else CLASSES[claim.verdict],
            "before": found.given[max(0, claim.start - AROUND) : claim.start],
            "said": found.given[claim.start : claim.end],
            "after": found.given[claim.end : claim.end + AROUND],
        }
        for claim in sorted(found.claims, key=_calm)
    ]
    counts = Counter((str(row["word"]), str(row["sign"])) for row in rows)
    return {"rows": rows, "counts": [(word, sign, n) for (word, sign), n in counts.most_common()]}


def _calm(claim: Claim) -> tuple[bool, bool]:
    """What needs a look first comes first: then signs of damage, then what is borne out."""
    return claim.verdict is Verdict.BORNE_OUT, claim.kind is Kind.LOST
