"""Taking a pack along, and the page on which anybody checks one without sending it anywhere."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.records.visit import Visit
from liangxing.reports.books import of_community
from liangxing.reports.files import asked_day

from .write import ALL, HASHES, file_name, pack


def download(request: Visit, key: str) -> FileResponse:
    """The pack of a report, written anew; ``?evidence=all`` takes along what an assessor may open."""
    if key not in of_community():
        raise Http404
    language = nearest(get_language())
    evidence = ALL if request.GET.get("evidence") == ALL else HASHES
    with tempfile.TemporaryDirectory(prefix="liangxing-pack-") as folder:
        path = Path(folder) / file_name(key, language)
        pack(request.community, key, asked_day(request), path, evidence=evidence, language=language)
        kept = tempfile.TemporaryFile()  # noqa: SIM115 - has no name, and goes when it was sent
        with path.open("rb") as written:
            shutil.copyfileobj(written, kept)
    kept.seek(0)
    return FileResponse(kept, as_attachment=True, filename=path.name)


def check(request: Visit) -> HttpResponse:
    """The page: a pack is chosen from the disk and checked by the page itself."""
    return render(request, "packs/check.html")
