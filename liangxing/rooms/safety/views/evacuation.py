"""The evacuation plan: asked for, shown with its proof, on cards, as a film, and with what would change it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.jobs.models import Job
from liangxing.jobs.tasks import task
from liangxing.jobs.work import JobWork
from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from ..actions.evacuation import compute
from ..evacuation import verify
from ..models import Closure, Drill, EvacuationPlan, Presence, Vulnerable
from ..queries.drawn import breaks, curves, drawing, pictures, walked
from ..queries.drills import last_walked
from ..queries.mending import in_words, troubles
from ..queries.network import Scenario, entered
from ..queries.plans import Lost, changed, checked, document, named, plans, scenario_of
from ..queries.said import duration, minutes_up

CAUSES = (Closure.Cause.FLOOD, Closure.Cause.FIRE)


def _opens(job: Job) -> str:
    return f"{reverse('safety.evacuation.desk', args=[job.community.code])}?plan={job.result['plan']}"


@task(gettext_lazy("Evacuation plan"), verb="build", opens=_opens)
def planning(work: JobWork) -> dict[str, Any]:
    """Compute the plan that was asked for; what is in its way is told in the language of whoever asked."""
    asked = work.job.asked
    scenario = Scenario(asked["time"], asked["cause"])
    try:
        plan = compute(work.job.community, localdate(), scenario, by=work.job.by, work=work)
    except Refused as wrong:
        raise Refused(in_words(wrong)) from wrong
    return {"plan": str(plan.pk)}


def evacuation(request: Visit) -> HttpResponse:
    """The plan that holds, or the one that is asked for; POST has one computed beside the pages."""
    if request.method == "POST":
        return _ask(request)
    today = localdate()
    held = list(plans(request.community, today))
    plan = one(request, request.GET["plan"]) if "plan" in request.GET else next(iter(held), None)
    scenario = scenario_of(plan) if plan else Scenario()
    now = entered(request.community, today, scenario)
    told: dict[str, Any] = {
        "held": held,
        "now": now,
        "troubles": troubles(now, request.community),
        "times": Presence.Time.choices,
        "causes": [(cause.value, cause.label) for cause in CAUSES],
        "may_build": request.rights.may("build"),
        "sees_slow": request.rights.may("list", Vulnerable),  # even a count of one says something of somebody
        "plan": plan,
        "scenario": scenario,
    }
    return render(request, "safety/evacuation.html", told | (_shown(request, plan, now) if plan else {}))


def _ask(request: Visit) -> HttpResponse:
    time, cause = request.POST.get("time", ""), request.POST.get("cause", "")
    if not request.rights.may("build") or time not in Presence.Time.values or cause not in ("", *CAUSES):
        raise Http404
    job = planning.ask(request, title=str(Presence.Time(time).label), time=time, cause=cause)
    return redirect("jobs.job.desk", request.community.code, job.pk)


def one(request: Visit, pk: UUID | str) -> EvacuationPlan:
    """The plan of that record, whether it still holds or not; 404 when there is none here."""
    try:
        asked = UUID(str(pk))
    except ValueError:
        raise Http404 from None
    plan: EvacuationPlan = get_object_or_404(EvacuationPlan, community=request.community, pk=asked)
    return plan


def _shown(request: Visit, plan: EvacuationPlan, now: Any) -> dict[str, Any]:
    try:
        told = document(plan.digest)
    except Lost:
        return {"lost": True}
    drawn = drawing({**told["network"], "names": told["names"]}, request.community, plan.day, told["bottleneck"])
    lines, across = curves(told)
    tried = last_walked(request.community)
    line = walked(told, [(row.building.code, row.arrived_s or 0) for row in tried], across)
    longest = max(plan.planned_s, plan.nearest_s or 0)
    bars = [(key, duration(seconds), f"{100 * (seconds or 0) / longest:.1f}%") for key, seconds in _bars(plan)]
    return {
        "told": told,
        "bracket": (duration(plan.at_least_s), duration(plan.least_s)),
        "checked": checked(plan, told),
        "changed": changed(plan, told, now),
        "drawing": drawn,
        "bottleneck": named(told, told["bottleneck"]),
        "bars": bars,
        "curves": [*lines, line] if line else lines,
        "tried": tried if line else [],
        "across": breaks(across),
        "drill": _last_drill(request),
        "shelters": [(told["names"].get(s[0]) or s[0], *s[1:], _percent(s[2], s[1])) for s in told["shelters"]],
        "cards": _cards(told),
    }


def _bars(plan: EvacuationPlan) -> list[tuple[str, int | None]]:
    return [("least", plan.least_s), ("plan", plan.planned_s), ("nearest", plan.nearest_s)]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "0%"


def _cards(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Every card, with names for codes and minutes for seconds."""
    return [
        card
        | {
            "named": named(told, card["ways"]),
            "refuge": told["names"].get(card["shelter"]) or card["shelter"],
            "leaves_min": card["leaves_s"] // 60,
            "safe_min": minutes_up(card["safe_s"]),
        }
        for card in told["cards"]
    ]


def _last_drill(request: Visit) -> Drill | None:
    rows = Drill.objects.known().filter(community=request.community, duration_s__isnull=False, building=None)
    found: Drill | None = rows.select_related("activity").first()
    return found


def certificate(request: Visit, pk: UUID) -> HttpResponse:
    """The certificate as the verifier wants it: a file that anybody can check."""
    kept = one(request, pk)
    told = kept_document(kept)
    answer = JsonResponse(document(told["certificate"]))
    answer["Content-Disposition"] = f'attachment; filename="{kept.code}.json"'
    return answer


def verifier(request: Visit) -> HttpResponse:
    """The program that checks a certificate: one file that needs nothing but Python."""
    source = Path(verify.__file__).read_bytes()
    disposition = 'attachment; filename="verify.py"'
    return HttpResponse(source, content_type="text/x-python", headers={"Content-Disposition": disposition})


def kept_document(plan: EvacuationPlan) -> dict[str, Any]:
    """Its document as it was kept; 404 when it is lost."""
    try:
        return document(plan.digest)
    except Lost:
        raise Http404 from None


def film(request: Visit, pk: UUID) -> HttpResponse:
    """Where people are at thirteen moments: with a slider, side by side without script, and as a table."""
    kept = one(request, pk)
    told = kept_document(kept)
    base = drawing({**told["network"], "names": told["names"]}, request.community, kept.day, houses=False)
    shown = pictures(told, base) if base else []
    return render(request, "safety/evacuation_film.html", {"plan": kept, "drawing": base, "pictures": shown})


def what_if(request: Visit, pk: UUID) -> HttpResponse:
    """Each street and gate closed, and the narrow ones a metre wider: those first that cut buildings off."""
    kept = one(request, pk)
    told = kept_document(kept)
    ends = {way["id"]: way for way in told["network"]["ways"]}
    rows = [_row(row, told) | {"kind": ends[row["way"]]["kind"]} for row in told["closures"]]
    idle = [row for row in rows if row["later_s"] == 0]
    return render(request, "safety/evacuation_what_if.html", {
        "plan": kept,
        "worse": [row for row in rows if row["later_s"] != 0],
        "idle": idle,
        "wider": [_row(row, told) for row in told["wider"]],
        "kinds": {"street": _("street"), "gate": _("gate")},
    })  # fmt: skip


def _row(row: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    later = row["later_s"]
    name = told["names"].get(row["way"], "")
    return row | {"name": name, "later": duration(later), "takes": duration(row["clearance_s"])}


def cards(request: Visit, pk: UUID) -> HttpResponse:
    """A card of A5 for every building, or for the one that is asked for."""
    kept = one(request, pk)
    told = kept_document(kept)
    only = request.GET.get("building", "")
    shown = [card for card in _cards(told) if not only or card["building"] == only]
    if not shown:
        raise Http404
    return render(request, "safety/evacuation_cards.html", {"plan": kept, "cards": shown})
