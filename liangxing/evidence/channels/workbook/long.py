"""An import of many lines, done beside the pages: the look first, then the keeping."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.jobs.models import Job
from liangxing.jobs.tasks import task
from liangxing.jobs.work import JobWork
from liangxing.kernel.errors import Refused
from liangxing.records.tables.sheets import sheets

from . import uploads
from .accept import accept, rehearse
from .shown import shown

LONG = 1000  # rows from which on nobody should wait before an open page: a few seconds on an old computer


def is_long(files: list[tuple[Path, str]]) -> bool:
    """Whether *files* hold more rows than a page may read while somebody waits."""
    rows = 0
    for path, name in files:
        try:
            rows += sum(len(sheet.rows) for sheet in sheets(path, name))
        except Refused:
            continue  # said by whoever reads the file in earnest
    return rows > LONG


def _opens(job: Job) -> str:
    return f"{reverse('workbook.import', args=[job.community.code])}?job={job.pk}"


def _asked(work: JobWork) -> dict[str, Any]:
    job = work.job
    return {
        "files": [(uploads.find(digest), name) for digest, name in job.asked["files"]],
        "kind": job.asked["kind"],
        "may": partial(work.rights.may, "import"),
        "community": job.community,
        "by": job.by,
        "work": work,
    }


@task(gettext_lazy("Import: look first"), verb="import", opens=_opens)
def look(work: JobWork) -> dict[str, Any]:
    """Say of each line what keeping it would do."""
    return shown(rehearse(**_asked(work)))


@task(gettext_lazy("Import: keep"), verb="import", opens=_opens)
def keep(work: JobWork) -> dict[str, Any]:
    """Keep the good lines in one act; begun anew after an interruption it adds nothing twice.

    What was kept then stands in the job already, for it was noted in the same transaction.
    """
    done = accept(**_asked(work))
    if done.wrong:
        (work.folder() / (_("wrong lines") + ".xlsx")).write_bytes(done.wrong)
    return {**shown(done.read), "kept": done.kept or work.job.result.get("kept", 0)}
