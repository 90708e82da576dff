"""Pages of what is done before anything happens: hazards on their way, stores counted, the risk map, who needs help."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from liangxing.kernel.errors import Refused
from liangxing.records.looks import looked
from liangxing.records.visit import Visit
from liangxing.register.models import Post
from liangxing.register.roles import ROLES

from ..actions.before import count_stores, step
from ..models import Hazard, HazardStep, Resource, RiskAssessment, Shelter, Vulnerable
from ..queries import refuge_for
from ..queries.care import cared
from ..queries.hazards import ways
from ..queries.riskmap import risk_map
from ..queries.space import holds


def overview(request: Visit) -> HttpResponse:
    """How ready the community is: hazards on their way, shelters by area, the next assessment."""
    today, here = localdate(), request.community
    told = ways(here, today)
    shelters = Shelter.objects.known().standing_on(today).filter(community=here).select_related("place")
    return render(request, "safety/before.html", {
        "ways": [way for way in told if way.asks],
        "settled": [way for way in told if not way.asks][:8],
        "shelters": [holds(shelter, today) for shelter in shelters],
        "assessed": RiskAssessment.objects.known().filter(community=here).order_by("-day").first(),
        "today": today,
    })  # fmt: skip


def on_hazard(request: Visit, pk: UUID) -> HttpResponse:
    """The next step on one hazard: dealt with, or looked at again by somebody else."""
    hazard: Hazard = get_object_or_404(Hazard.objects.known().filter(community=request.community), pk=pk)
    posts = Post.objects.known().standing_on(localdate()).filter(community=request.community)
    posts = posts.filter(role__in=[key for key, role in ROLES.items() if role.staff] + ["building_head"])
    refused = ""
    if request.method == "POST":
        chosen = _uuid(request.POST.get("post", ""))
        post = posts.filter(fact=chosen).first() if chosen else None
        kind, note = request.POST.get("step", ""), request.POST.get("note", "").strip()[:200]
        try:
            if post is None or kind not in HazardStep.Step.values:
                raise Refused(_("Choose what was done, and by whom."))
            step(hazard, kind, post=post, day=localdate(), note=note, by=request.user.get_username())
        except Refused as wrong:
            refused = str(wrong)
        else:
            messages.success(request, _("Kept. The hazard is one step further."))
            return redirect("safety.before.desk", request.community.code)
    steps = HazardStep.objects.known().filter(hazard=hazard.fact).select_related("post").order_by("day", "recorded_at")
    told = {"hazard": hazard, "steps": steps, "posts": posts.order_by("code"), "refused": refused}
    told |= {"is_open": hazard.until is None or hazard.until > localdate()}
    return render(request, "safety/hazard_step.html", told, status=422 if refused else 200)


def _uuid(told: str) -> UUID | None:
    try:
        return UUID(told)
    except ValueError:
        return None


def stores(request: Visit) -> HttpResponse:
    """Count what is in store: a line for each, and why it differs from the book."""
    today = localdate()
    rows = Resource.objects.known().standing_on(today).filter(community=request.community)
    lines = [_line(request, store) for store in rows.select_related("place").order_by("code")]
    refused = ""
    if request.method == "POST":
        told = [(one["store"], int(one["pieces"]), one["why"]) for one in lines if one["pieces"].isdecimal()]
        try:
            if not told:
                raise Refused(_("Nothing was counted: write how many pieces are there, beside at least one store."))
            takes = count_stores(told, day=today, community=request.community, by=request.user.get_username())
        except Refused as wrong:
            refused = str(wrong)
        else:
            messages.success(request, _("%(n)s stores counted.") % {"n": len(takes)})
            return redirect("safety.stocktake.list", request.community.code)
    told_page = {"lines": lines, "refused": refused}
    return render(request, "safety/stores.html", told_page, status=422 if refused else 200)


def _line(request: Visit, store: Resource) -> dict[str, Any]:
    pieces, why = (request.POST.get(f"{name}-{store.fact}", "").strip() for name in ("n", "why"))
    return {"store": store, "pieces": pieces[:9], "why": why[:200], "wrong": pieces.isdecimal() and not why
            and int(pieces) != store.pieces}  # fmt: skip


def mapped(request: Visit) -> HttpResponse:
    """The risk map, which prints; everybody may see it, for it names no home."""
    return render(request, "safety/riskmap.html", {"map": risk_map(request.community, localdate()), "at": localdate()})


@never_cache
def care(request: Visit) -> HttpResponse:
    """The people who need help whom the visitor may know of, and what is missing for each; every look is kept."""
    if not request.rights.may("list", Vulnerable):
        raise Http404
    today = localdate()
    rows = Vulnerable.objects.known().standing_on(today).filter(community=request.community)
    people = list(request.rights.narrow(rows).select_related("household"))
    looked(request, people)
    told = cared(people, request.community, today)
    sums = {gap: sum(gap in one.gaps for one in told) for gap in ("consent", "helper", "card")}
    return render(request, "safety/care.html", {"told": told, "sums": sums, "today": today})


@never_cache
def card(request: Visit, fact: UUID) -> HttpResponse:
    """The card of one person, to print and to hand over: who helps, and where to go."""
    if not request.rights.may("list", Vulnerable):
        raise Http404
    today = localdate()
    rows = request.rights.narrow(Vulnerable.objects.known().filter(community=request.community))
    person = get_object_or_404(rows.select_related("household__building", "resident"), fact=fact)
    looked(request, [person])
    (told,) = cared([person], request.community, today)
    refuge = refuge_for(person.household.building, today)
    return render(request, "safety/care_card.html", {"one": told, "refuge": refuge})
