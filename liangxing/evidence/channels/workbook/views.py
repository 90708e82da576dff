"""Import in two steps: what the lines would do, then doing it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from liangxing.jobs.models import State
from liangxing.jobs.tasks import Task
from liangxing.jobs.views import one
from liangxing.kernel.errors import Refused
from liangxing.records.kinds import kinds
from liangxing.records.visit import Visit

from . import long, returned, uploads
from .accept import accept, rehearse
from .blank import STARTER, blank, workbook
from .preview import May
from .shown import shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@non_atomic_requests  # reads for long before it writes; the same files again keep nothing
def importing(request: Visit) -> HttpResponse:
    """Choose files; see what keeping them would do; keep them."""
    if "wrong" in request.GET:
        return _wrong(request.GET["wrong"])
    if request.method != "POST":
        return _found(request) if "job" in request.GET else _page(request)
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
        if long.is_long(_paths(files)):
            return _later(request, long.look, files, kind)
        read = rehearse(_paths(files), kind=kind, may=_may(request), **_who(request))
        return _page(request, read=shown(read), files=files, kind=kind)
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
    if long.is_long(_paths(files)):
        return _later(request, long.keep, files, kind)
    done = accept(_paths(files), kind=kind, may=_may(request), **_who(request))
    if done.wrong:
        uploads.put_wrong(files[0][0], done.wrong)
        returned.remember(request, files[0][0], ", ".join(name for _digest, name in files))
    wrong = f"?wrong={files[0][0]}" if done.wrong else ""
    return _page(request, read=shown(done.read), kept=done.kept, done=True, wrong=wrong)


def _later(request: Visit, task: Task, files: list[tuple[str, str]], kind: str) -> HttpResponse:
    """Have it done beside the pages, and go where it can be watched, left and found again."""
    job = task.ask(request, title=", ".join(name for _digest, name in files), files=files, kind=kind)
    return redirect("jobs.job.desk", request.community.code, job.pk)


def _found(request: Visit) -> HttpResponse:
    """What a job found, as if it had been done at once."""
    job = one(request, request.GET["job"])
    if job.state != State.DONE:
        return redirect("jobs.job.desk", request.community.code, job.pk)
    told: dict[str, Any] = {"read": job.result, "files": job.asked["files"], "kind": job.asked["kind"]}
    if "kept" in job.result:
        code, names = request.community.code, job.files
        wrong = reverse("jobs.file.desk", args=[code, job.pk, names[0]]) if names else ""
        told |= {"done": True, "kept": job.result["kept"], "wrong": wrong}
    return _page(request, **told)


def _wrong(digest: str) -> HttpResponse:
    try:
        content = uploads.find_wrong(digest).read_bytes()
    except Refused:
        raise Http404 from None
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": 'attachment; filename="wrong-lines.xlsx"'}
    )


def _page(request: Visit, *, status: int = 200, **told: object) -> HttpResponse:
    seen = [k for k in kinds().values() if request.rights.may("import", k.model)]
    every = {"kinds": sorted(seen, key=lambda k: k.name), "names": {k.key: k.name for k in kinds().values()}, **told}
    return render(request, "evidence/import.html", every, status=status)


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
