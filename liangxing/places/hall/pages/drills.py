"""Drills: what is planned and what came of it, for everybody; choosing buildings, inviting and closing, for staff."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.activities.models import Activity
from liangxing.evidence.queries import coverage
from liangxing.ledger.acts import act
from liangxing.places.hall import codes
from liangxing.places.hall.asked import one, words
from liangxing.places.hall.ground import by_estate
from liangxing.places.hall.household import posts
from liangxing.places.hall.pages.drill_bars import bars
from liangxing.records.actions import correct, write_many, write_once
from liangxing.records.visit import Visit
from liangxing.register.models import Building
from liangxing.rooms.governance.models import Notice
from liangxing.rooms.safety.actions import drills as actions
from liangxing.rooms.safety.models import DrillPlan, DrillResult, Emergency
from liangxing.rooms.safety.queries import drills as asked

MOST = 9999  # people who take part


def asked_plan(request: Visit, fact: object) -> DrillPlan:
    """The plan with this *fact*; 404 when it is not there."""
    found: DrillPlan = one(DrillPlan.objects.known().filter(community=request.community), fact)
    return found


def drills(request: Visit) -> HttpResponse:
    """Every drill, the newest first, with how many times the proven minimum it took."""
    rows = [(plan, asked.median_ratio(asked.outcomes(plan))) for plan in asked.plans(request.community)[:12]]
    return render(request, "hall/drills.html", {"rows": rows, "today": localdate()})


def drill(request: Visit, plan: UUID) -> HttpResponse:
    """One drill: by building its times, the proven minimum, and the drill before."""
    found = asked_plan(request, plan)
    outcomes = asked.outcomes(found)
    results = DrillResult.objects.known().filter(plan=found.fact)
    staff = request.rights.may("answer")
    return render(request, "hall/drill.html", {
        "plan": found,
        "outcomes": outcomes,
        "bars": bars(outcomes),
        "median": asked.median_ratio(outcomes),
        "proven": any(outcome.least_s for outcome in outcomes),
        "seal": coverage(results).seal,
        "kept": results.exists(),
        "notes": asked.notes_of(found) if staff else (),
        "today": localdate(),
    })  # fmt: skip


def _houses(request: Visit) -> list[Building]:
    """The buildings that the visitor may invite: of their posts, or all for whoever sees all."""
    rows = Building.objects.known().standing_on(localdate()).filter(community=request.community)
    if not request.rights.may("import"):
        rows = rows.filter(fact__in=[post.building_id for post in posts(request) if post.building_id])
    return sorted(rows.select_related("estate"), key=by_estate)


def prepare(request: Visit, plan: UUID) -> HttpResponse:
    """Which buildings take part, their invitations, and the codes to print; POST does one step."""
    found, houses = asked_plan(request, plan), _houses(request)
    chosen = set(asked.parts_of(found).values_list("building", flat=True))
    by = request.user.get_username()
    if request.method == "POST":
        step = {"choose": _choose, "invite": _invite, "close": _close}.get(request.POST.get("step", ""))
        if step is not None:
            step(request, found, houses, by)
        return redirect(request.path)
    code = codes.signature("drill", found.fact)
    context = {
        "plan": found,
        "houses": houses,
        "chosen": chosen,
        "code": code,
        "watch": codes.address("hall.drill.scan", request.community, found.fact, code),
    }
    return render(request, "hall/drill_prepare.html", context)


def _choose(request: Visit, plan: DrillPlan, houses: list[Building], by: str) -> None:
    """Those that are ticked; what lies outside the visitor's reach stays as it is."""
    ticked, mine = set(request.POST.getlist("building")), {house.fact for house in houses}
    others = {b for b in asked.parts_of(plan).values_list("building", flat=True) if b not in mine}
    actions.choose(plan, {fact for fact in mine if str(fact) in ticked} | others, by=by)
    messages.success(request, _("The buildings are kept."))


def _invite(request: Visit, plan: DrillPlan, houses: list[Building], by: str) -> None:
    """A notice for each building, an activity to sign in at, an exercise to check in: each once."""
    who: Any = {"community": request.community, "by": by}
    with act("safety.drillplan.invite", **who):
        held = Activity(code=f"{plan.code}-A", title=plan.title, sort="drill", topics=",safety,", day=plan.day)
        storm = Emergency(code=f"{plan.code}-E", name=plan.title, exercise=True, day=plan.day,
                          until=plan.day + timedelta(days=2))  # fmt: skip
        if not plan.activity_id or not plan.emergency_id:
            plan = correct(plan, by=by, activity_id=plan.activity_id or write_once(held, **who).fact,
                           emergency_id=plan.emergency_id or write_once(storm, **who).fact)  # fmt: skip
        taking = set(asked.parts_of(plan).values_list("building", flat=True))
        hung = set(Notice.objects.known().filter(community=request.community, code__startswith=f"{plan.code}-N-")
                   .values_list("building", flat=True))  # fmt: skip
        notices = [_notice(plan, house) for house in houses if house.fact in taking - hung]
        write_many(notices, **who)
    messages.success(request, _("%(n)s notices hang now; nothing was told twice.") % {"n": len(notices)})


def _notice(plan: DrillPlan, house: Building) -> Notice:
    text = _(
        "On %(day)s we practise what to do in case of: %(title)s. When you hear the alarm, take the stairs, help your "
        "neighbour, go to your shelter, and scan the code there. Whoever walks badly tells the office before: somebody "
        "comes along."
    )
    return Notice(code=f"{plan.code}-N-{house.code}"[:40], title=plan.title, building_id=house.fact, day=localdate(),
                  text=text % {"day": f"{plan.day:%Y-%m-%d}", "title": plan.title},
                  until=max(plan.day, localdate()) + timedelta(days=1))  # fmt: skip


def _close(request: Visit, plan: DrillPlan, _houses: list[Building], by: str) -> None:
    told = {name: words(request, name, 6) for name in ("took_part", "helpers")}
    if any(word and not (word.isdecimal() and int(word) <= MOST) for word in told.values()):
        messages.error(request, _("Write how many people in digits, or leave it empty when nobody counted."))
        return
    counted = {name: int(word) if word else None for name, word in told.items()}
    actions.close(plan, **counted, by=by)
    messages.success(request, _("The result is kept. Notes that show a danger can become hazards."))


def settle(request: Visit, plan: UUID) -> HttpResponse:
    """A note becomes a hazard."""
    found = asked_plan(request, plan)
    if request.method == "POST":
        note = one(asked.notes_of(found), request.POST.get("note", ""))
        actions.to_hazard(note, by=request.user.get_username())
        messages.success(request, _("It stands among the hazards now, until it is dealt with."))
    return redirect("hall.drillplan.read", community=request.community.code, plan=found.fact)


def letter(request: Visit, plan: UUID) -> HttpResponse:
    """Letters for the doors of each building that takes part, one a page, to print."""
    found = asked_plan(request, plan)
    chosen = set(asked.parts_of(found).values_list("building", flat=True))
    houses = [house for house in _houses(request) if house.fact in chosen]
    code = codes.signature("check-in", found.emergency_id) if found.emergency_id else ""
    safe = codes.address("hall.shelter.scan", request.community, found.emergency_id, code) if code else ""
    return render(request, "hall/drill_letter.html", {"plan": found, "houses": houses, "safe": safe})
