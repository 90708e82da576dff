"""What homes saved: the verdicts with what is not proven as large as what is, and each proof with its reasons."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from liangxing.jobs.models import Job
from liangxing.jobs.tasks import task
from liangxing.jobs.work import JobWork
from liangxing.kernel.errors import Refused
from liangxing.kernel.quantity import say
from liangxing.metering.savings.caltrack import NotInstalled
from liangxing.metering.savings.verdict import Sum
from liangxing.records.visit import Visit

from ..actions import prove
from ..models import Meter, SavedUse, SavingMeasure
from ..models.meters import Carrier
from ..queries import saved, sums

PAGE = 50


def _opens(job: Job) -> str:
    return reverse("saving.proofs.desk", args=[job.community.code])


@task(gettext_lazy("Prove savings"), verb="import", opens=_opens)
def proving(work: JobWork) -> dict[str, Any]:
    """Bring every proof to what is told now; cut off, it goes on where it was."""
    try:
        return {"changed": prove(work.job.community, today=localdate(), by=work.job.by, work=work)}
    except NotInstalled as missing:
        raise Refused(
            _("The package that works out savings is not installed here. Whoever keeps the server installs it: %(how)s")
            % {"how": "pip install 'liangxing[savings]'"}
        ) from missing


def proofs(request: Visit) -> HttpResponse:
    """Of one carrier the verdicts, the sums and every home's proof; POST has them worked out beside the pages."""
    may_prove = request.rights.may("import", Meter)
    if request.method == "POST":
        if not may_prove:
            raise Http404
        job = proving.ask(request, title=_("Proof of savings"))
        return redirect("jobs.job.desk", request.community.code, job.pk)
    sort = request.GET.get("sort", "")
    sort = sort if sort in Carrier.values else str(Carrier.ELECTRICITY)
    verdict = request.GET.get("verdict", "")
    every: Any = saved.saved_uses(request.community, sort).select_related("meter")
    every = request.rights.narrow(every)
    if verdict in SavedUse.Verdict.values:
        every = every.filter(verdict=verdict)
    page = Paginator(every, PAGE).get_page(request.GET.get("page"))
    counts = saved.counts(request.community, sort)
    newest = sums.newest(request.community, sort)
    told = {
        "sort": sort,
        "carriers": Carrier.choices,
        "verdict": verdict,
        "verdicts": [(key, SavedUse.Verdict(key).label, many) for key, many in counts.items()],
        "any": any(counts.values()),
        "total": _said(sums.total(request.community, sort).together, sort),
        "measures": [
            (label, one.counted, _said(one.together, sort))
            for key, label in SavingMeasure.Sort.choices
            if (one := sums.total_of(sort, sums.of_kind(request.community, key, newest))).counted
        ],
        "pledges": [
            (key, one.counted, _said(one.together, sort))
            for key, some in zip(("with", "without"), sums.by_pledge(request.community, newest), strict=True)
            for one in [sums.total_of(sort, some)]
        ],
        "reasons": saved.reasons(request.community, sort),
        "list": page,
        "rows": [(use, _amounts(use)) for use in page],
        "may_prove": may_prove,
    }
    return render(request, "saving/proofs.html", told)


def proof(request: Visit, fact: UUID) -> HttpResponse:
    """One meter's proof: what was expected, used, taken off, and why nothing more is said."""
    every: Any = SavedUse.objects.known().filter(community=request.community)
    use = get_object_or_404(request.rights.narrow(every).select_related("meter"), fact=fact)
    told = {"use": use, "said": _amounts(use), "reasons": saved.reasons_of(use)}
    return render(request, "saving/proof.html", told)


def _amounts(use: SavedUse) -> dict[str, str]:
    """Its amounts in words, as far as there are any."""
    names = ("used", "expected", "taken_off", "saved", "saved_low", "saved_high")
    language = get_language() or "en"
    return {name: say(round(n), use.unit, language) for name in names for n in (getattr(use, name),) if n is not None}


def _said(total: Sum | None, sort: str) -> dict[str, Any] | None:
    """A sum with its interval in words."""
    if total is None:
        return None
    unit = {"electricity": "kW.h", "heat": "GJ"}.get(sort, "m3")
    language = get_language() or "en"
    amounts = {name: say(round(getattr(total, name)), unit, language) for name in ("saved", "low", "high")}
    return {**amounts, "homes": total.homes, "verdict": SavedUse.Verdict(total.verdict).label}
