"""The grounds for everybody, and one noise complaint for those who work on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.measures.proved import proved
from liangxing.records.visit import Visit

from ..actions.noise import take_step
from ..models import NoiseComplaint, NoiseStep
from ..queries.grounds import blocked_lanes, green_areas, noise_of, noise_sorts
from ..queries.sampling import newest
from ..sorting.noise import editions

CLEARED = ("environment.clearances", "environment.cleared_area", "environment.cleared_mass")
LANES = ("environment.lanes_found_blocked", "environment.lanes_cleared")
BLOCKED = ("environment.lanes_blocked",)
GREEN = ("environment.green_area", "environment.green_area_per_resident")
TREES = ("environment.tree_survival",)
NOISE = ("environment.noise_complaints", "environment.noise_settled")


def grounds(request: Visit) -> HttpResponse:
    """Green, trees, cleared places and whether they stay clean, fire lanes, and noise without where and by whom."""
    today, here = localdate(), request.community
    year = Period.year_to(today)

    now = Period.until(today)

    def told(keys: tuple[str, ...], period: Period) -> list[dict[str, Any]]:
        query = f"period={period}" if period == year else ""
        values, seals = figures(keys, here, period), proved(keys, here, period)
        return [
            {"key": key, "measure": MEASURES[key], "value": values[key], "proved": seals[key], "query": query}
            for key in keys
        ]

    context = {
        "today": today,
        "cleared": told(CLEARED, year),
        "lane_figures": told(LANES, year) + told(BLOCKED, now),
        "green_figures": told(GREEN, now) + told(TREES, year),
        "noise_figures": told(NOISE, year),
        "checks": newest(here, "places", today),
        "lanes": blocked_lanes(here, year),
        "green": green_areas(here, today),
        "sorts": [(NoiseComplaint(sort=sort), n) for sort, n in noise_sorts(here, year)],
        "law": editions().on(today),
    }
    return render(request, "environment/grounds.html", context)


def noise(request: Visit, pk: object) -> HttpResponse:
    """A complaint with its steps, and the form of the next one."""
    seen = request.rights.narrow(NoiseComplaint.objects.filter(community=request.community))
    told = get_object_or_404(seen, pk=pk)
    related = ("place", "building", "household")
    complaint = get_object_or_404(seen.known().select_related(*related), fact=told.fact)
    may = request.rights.may("write", NoiseStep)
    if request.method == "POST":
        if not may:
            raise Http404
        _step(request, complaint)
        now = get_object_or_404(seen.known(), fact=told.fact)
        return redirect("environment.noisecomplaint.desk", request.community.code, now.pk)
    (shown,) = noise_of([complaint], localdate())
    context = {"told": shown, "complaint": complaint, "may": may, "steps": NoiseStep.Step.choices}
    return render(request, "environment/noise.html", context)


def _step(request: Visit, complaint: NoiseComplaint) -> None:
    step = request.POST.get("step", "")
    if step not in NoiseStep.Step.values:
        messages.error(request, _("Choose which step was taken."))
        return
    words = {name: request.POST.get(name, "").replace("\0", "").strip() for name in ("department", "text")}
    settled, by = request.POST.get("settled") == "on", request.user.get_username()
    try:
        take_step(complaint, NoiseStep.Step(step), settled=settled, day=localdate(), by=by, **words)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Kept. It is settled.") if settled else _("Kept."))
