"""What came back wrong from an import, and is still to be mended: for whoever sent it, and as long as it is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.jobs.models import State
from liangxing.jobs.views import mine
from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from . import long, uploads

SESSION = "came-back-wrong"
MOST = 10  # the newest; older ones were mended, or nobody will


class Returned(NamedTuple):
    """Wrong lines as a workbook: of which files, since when, and where it is fetched."""

    name: str
    day: date
    href: str


def remember(request: Visit, digest: str, name: str) -> None:
    """That the upload *digest* left wrong lines with this visitor."""
    told = [one for one in request.session.get(SESSION, []) if one[0] != digest]
    request.session[SESSION] = [[digest, name, request.community.code, localdate().isoformat()], *told][:MOST]


def returned(request: Visit) -> list[Returned]:
    """What came back to this visitor here, the newest first; what was forgotten meanwhile is left out."""
    code, found = request.community.code, []
    for digest, name, community, day in request.session.get(SESSION, []):
        try:
            uploads.find_wrong(digest)
        except Refused:
            continue
        if community == code:
            href = f"{reverse('workbook.import', args=[code])}?wrong={digest}"
            found.append(Returned(name, datetime.fromisoformat(day).date(), href))
    for job in mine(request).filter(state=State.DONE, task=long.keep.key)[:MOST]:
        found += [Returned(job.title, localdate(job.ended_at), reverse("jobs.file.desk", args=[code, job.pk, name]))
                  for name in job.files]  # fmt: skip
    return found
