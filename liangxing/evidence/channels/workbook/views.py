"""Import in two steps: what the lines would do, then doing it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpResponse
from django.shortcuts import render

from liangxing.kernel.errors import Refused
from liangxing.records.kinds import kinds
from liangxing.records.lines import State
from liangxing.records.visit import Visit

from . import uploads
from .accept import accept, rehearse
from .blank import STARTER, blank, workbook
from .preview import May, Preview, ReadSheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 1000  # wrong lines on a page; the workbook that comes back has all of them
READINGS_SHOWN = 50


@non_atomic_requests  # reads for long before it writes; the same files again keep nothing
def importing(request: Visit) -> HttpResponse:
    """Choose files; see what keeping them would do; keep them."""
    if "wrong" in request.GET:
        return _wrong(request.GET["wrong"])
    if request.method != "POST":
        return _page(request)
    try:
        if "keep" in request.POST:
            return _keep(request)
    except Refused as refused:
        return _page(request, status=422, refused=str(refused))
    return look(request, request.FILES.getlist("files"), request.POST.get("kind", ""))


def look(request: Visit, sent: list[UploadedFile[bytes]], kind: str) -> HttpResponse:
    """The page that says what keeping the files that were *sent* would do; it sends *keep* where it was sent to."""
    try:
        files = [(uploads.put(upload), str(upload.name)) for upload in sent]
        if not files:
            return _page(request, status=422, nothing=True)
        read = rehearse(_paths(files), kind=kind, may=_may(request), **_who(request))
        return _page(request, read=read, files=files, kind=kind)
    except Refused as refused:
        return _page(request, status=422, refused=str(refused))


def _paths(files: list[tuple[str, str]]) -> list[tuple[Path, str]]:
    return [(uploads.find(digest), name) for digest, name in files]


def _who(request: Visit) -> dict[str, Any]:
    return {"community": request.community, "by": request.user.get_username()}


def _may(request: Visit) -> May:
    return partial(request.rights.may, "import")


def _keep(request: Visit) -> HttpResponse:
    files = list(zip(request.POST.getlist("file"), request.POST.getlist("name"), strict=True))
    kind = request.POST.get("kind", "")
    done = accept(_paths(files), kind=kind, may=_may(request), **_who(request))
    if done.wrong:
        uploads.put_wrong(files[0][0], done.wrong)
    return _page(request, read=done.read, kept=done.kept, done=True, wrong=files[0][0] if done.wrong else "")


def _wrong(digest: str) -> HttpResponse:
    try:
        content = uploads.find_wrong(digest).read_bytes()
    except Refused:
        raise Http404 from None
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": 'attachment; filename="wrong-lines.xlsx"'}
    )


def _page(request: Visit, *, status: int = 200, read: Preview | None = None, **told: object) -> HttpResponse:
    seen = [k for k in kinds().values() if request.rights.may("import", k.model)]
    every = {"kinds": sorted(seen, key=lambda k: k.name), "read": read, **told}
    if read:
        every |= {"sheets": [_sheet(s) for s in read.sheets], "counts": read.counts()}
    return render(request, "evidence/import.html", every, status=status)


def _sheet(sheet: ReadSheet) -> dict[str, object]:
    """A sheet as the page shows it: wrong lines first of all."""
    bad = [line for line in sheet.lines if line.state is State.BAD]
    readings = list(sheet.readings())
    return {
        "sheet": sheet,
        "counts": sheet.counts(),
        "bad": [(line.number, sheet.words(line)) for line in bad[:SHOWN]],
        "more": max(0, len(bad) - SHOWN),
        "readings": readings[:READINGS_SHOWN],
        "more_readings": max(0, len(readings) - READINGS_SHOWN),
    }


def blank_workbook(request: Visit, key: str) -> HttpResponse:
    """The blank workbook of one kind."""
    if key not in kinds() or not request.rights.may("import", kinds()[key].model):
        raise Http404
    name = f"{key}.xlsx"
    made = blank(kinds()[key], request.community)
    return HttpResponse(made, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def starter_workbook(request: Visit) -> HttpResponse:
    """One workbook with the sheets that a new community needs, as far as the visitor may import them."""
    some = [kinds()[key] for key in STARTER if key in kinds() and request.rights.may("import", kinds()[key].model)]
    made = workbook(some, request.community)
    return HttpResponse(made, content_type=XLSX, headers={"Content-Disposition": 'attachment; filename="starter.xlsx"'})
