"""What meters tell, and what of it is in doubt."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from liangxing.jobs.models import Job
from liangxing.jobs.tasks import task
from liangxing.jobs.work import JobWork
from liangxing.kernel.quantity import say
from liangxing.records.visit import Visit

from ..actions import derive
from ..models import Meter, MonthlyUse
from ..models.meters import Carrier, Serves
from ..queries import by_year, in_doubt, why_of

PAGE = 50
UNITS = {"kwh": "kW.h", "m3": "m3", "gj": "GJ"}


def _opens(job: Job) -> str:
    return reverse("saving.meter.desk", args=[job.community.code])


@task(gettext_lazy("Derive use from readings"), verb="import", opens=_opens)
def deriving(work: JobWork) -> dict[str, Any]:
    """Bring the use of every month to what is told now; done again it changes nothing."""
    return {"changed": derive(work.job.community, today=localdate(), by=work.job.by)}


def use(request: Visit) -> HttpResponse:
    """What meters used by year, and which months are in doubt and why; POST has it derived anew beside the pages."""
    may_derive = request.rights.may("import", Meter)
    if request.method == "POST":
        if not may_derive:
            raise Http404
        job = deriving.ask(request, title=_("Use from readings"))
        return redirect("jobs.job.desk", request.community.code, job.pk)
    every: Any = MonthlyUse.objects.known().filter(community=request.community)
    seen = request.rights.narrow(every)
    page = Paginator(in_doubt(seen), PAGE).get_page(request.GET.get("page"))
    for one in page:
        one["why"] = why_of(one["doubts"])
    told = {"years": [_year(row) for row in by_year(seen)], "list": page, "may_derive": may_derive}
    return render(request, "saving/use_page.html", told)


def _year(row: dict[str, Any]) -> dict[str, Any]:
    """A line of the table of years, in words."""
    column = next((name for name in UNITS if row[f"used_{name}"] is not None), "")
    said = {what: row[f"{what}_{column}"] if column else None for what in ("used", "estimated")}
    language = get_language() or "en"
    return {
        "year": row["day__year"],
        "sort": Carrier(row["sort"]).label,
        "serves": Serves(row["serves"]).label,
        "meters": row["meters"],
        **{what: None if n is None else say(n, UNITS[column], language) for what, n in said.items()},
    }
