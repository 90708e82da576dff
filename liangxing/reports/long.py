"""All files of a report in both languages, written beside the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy, gettext_noop

from liangxing.jobs.tasks import task
from liangxing.jobs.work import JobWork
from liangxing.kernel.language import CHINESE, ENGLISH

from .build import build


@task(gettext_lazy("Report: all files"), verb="build")
def files(work: JobWork) -> dict[str, Any]:
    """Word, PDF, page, claims and the department's form, in each language; what could not be written is said."""
    asked, messages = work.job.asked, list[str]()
    work.step(gettext_noop("writing the report"), of=2)
    for language in (CHINESE, ENGLISH):
        day = date.fromisoformat(asked["day"])
        messages += build(work.job.community, asked["key"], day, work.folder(), language=language).messages
        work.tell()
    return {"messages": sorted(set(messages))}
