"""A long list to take along: written beside the pages, with the filters that the list had."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy, gettext_noop

from liangxing.jobs.tasks import task
from liangxing.jobs.work import JobWork

from .filters import found
from .kinds import kinds
from .tables.rows import content, table_of

LONG = 3000  # rows from which on a page should not wait: writing them takes seconds on an old computer


@task(gettext_lazy("List to take along"), verb="export")
def rows(work: JobWork) -> dict[str, Any]:
    """What the list found, as a file; with the rights of the moment, and without personal columns where they end."""
    asked, job = work.job.asked, work.job
    kind, query = kinds()[asked["kind"]], QueryDict(asked["query"])
    work.step(gettext_noop("collecting the rows"))
    header, lines = table_of(kind, found(kind, query, job.community, work.rights).qs, eyes=work.rights)
    work.step(gettext_noop("writing the table"), of=len(lines))
    told = content(asked["ending"], kind, header, _heard(lines, work))
    (work.folder() / f"{kind.key}.{asked['ending']}").write_bytes(told)
    return {"rows": len(lines)}


def _heard(lines: list[list[Any]], work: JobWork) -> Iterator[list[Any]]:
    for line in lines:
        yield line
        work.tell()
