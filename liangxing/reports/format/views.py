"""The page of the format check: drop a Word document, read what is to be put right. Nothing of it is kept."""

from __future__ import annotations

from django.db.transaction import non_atomic_requests
from django.http import HttpResponse
from django.shortcuts import render

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from .finding import STANDARD, Finding, Place
from .lint import lint
from .rules import rules
from .words_for import summary, where

SHOWN = 6  # places of one finding that stand open; the rest folds


@non_atomic_requests  # writes nothing, and may read for some seconds
def page(request: Visit) -> HttpResponse:
    """Ask for a document; with one, list what is not as the standard has it."""
    told: dict[str, object] = {"standard": STANDARD, "rules": list(rules().values())}
    if request.method != "POST":
        return render(request, "format/lint.html", told)
    upload = request.FILES.get("file")
    if upload is None:
        return render(request, "format/lint.html", {**told, "nothing": True}, status=422)
    try:
        linted = lint(upload.read(), str(upload.name))
    except Refused as refused:
        return render(request, "format/lint.html", {**told, "refused": str(refused)}, status=422)
    found = {"linted": linted, "summary": summary(linted), "rows": [_row(each) for each in linted.findings]}
    return render(request, "format/lint.html", {**told, **found})


def _row(finding: Finding) -> dict[str, object]:
    places = [_place(place) for place in finding.places]
    return {"finding": finding, "open": places[:SHOWN], "folded": places[SHOWN:], "n": len(places)}


def _place(place: Place) -> dict[str, str]:
    return {"where": where(place), "words": place.words}
