"""The stopwatch of a drill on any phone, by a code and without an account; what observers see, with a photo."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from liangxing.evidence.actions import attach
from liangxing.kernel.errors import Refused
from liangxing.places.hall import codes, photos
from liangxing.places.hall.asked import words
from liangxing.places.hall.ground import by_estate
from liangxing.places.hall.pages.drills import asked_plan
from liangxing.records.visit import Visit
from liangxing.register.models import Building
from liangxing.rooms.safety.actions import drills as actions
from liangxing.rooms.safety.models import DrillPlan, DrillTime
from liangxing.rooms.safety.queries import drills as asked

AT_DRILL = "code-at-drill"  # who answers for what somebody told without an account
PHONE = re.compile(r"[0-9a-f]{8,16}")
LATE = timedelta(days=2)  # after the drill a phone may still bring what it took without a network
SORTS = ("jam", "blocked", "dark", "unheard", "slow", "good")


@never_cache
def watch(request: Visit, plan: UUID, code: str) -> HttpResponse:
    """Four moments for the building that is chosen, and a note."""
    found = asked_plan(request, plan)
    if not codes.fits("drill", found.fact, code):
        raise Http404
    facts = set(asked.parts_of(found).values_list("building", flat=True))
    houses = sorted(Building.objects.known().filter(fact__in=facts).select_related("estate"), key=by_estate)
    house = next(
        (h for h in houses if str(h.fact) == (request.POST.get("building") or request.GET.get("building"))), None
    )
    if request.method == "POST":
        _told(request, found, house)
        return redirect(f"{request.path}?building={house.fact}" if house else request.path)
    context = {
        "plan": found,
        "houses": houses,
        "house": house,
        "moments": DrillTime.Moment.choices,
        "sorts": sort_words(),
        "now_ms": int(now().timestamp() * 1000),
        "taken": DrillTime.objects.known().filter(plan=found.fact, building=house.fact).order_by("at") if house else (),
    }
    return render(request, "hall/watch.html", context)


def sort_words() -> list[tuple[str, str]]:
    """The sorts of notes, in words."""
    words_of = (_("jam"), _("way blocked"), _("too dark"), _("alarm not heard"), _("somebody slow without help"),
                _("went well"))  # fmt: skip
    return list(zip(SORTS, words_of, strict=True))


def _told(request: Visit, plan: DrillPlan, house: Building | None) -> None:
    by = request.user.get_username() or AT_DRILL
    if request.POST.get("moment") in DrillTime.Moment.values:
        if house is None:
            messages.error(request, _("Choose the building first."))
            return
        at, device_at = times(request, plan)
        phone = request.POST.get("watch", "")
        watch = phone if PHONE.fullmatch(phone) else ""
        actions.take_time(plan, house.fact, request.POST["moment"], at, device_at=device_at, watch=watch, by=by)
        messages.success(request, _("Taken."))
    elif (text := words(request, "text")) or request.FILES:
        _note(request, plan, house, text, by)
    else:
        messages.error(request, _("Press a moment, or write what you saw."))


def times(request: Visit, plan: DrillPlan) -> tuple[datetime, datetime | None]:
    """The moment on our clock, as the phone has reckoned it, and what its own clock showed.

    A moment that cannot be (to come, or long before the drill) is not taken from the phone: ours counts then.
    """
    moment, device = (_moment(request.POST.get(name, "")) for name in ("at", "device_at"))
    good = moment and now() - LATE <= moment <= now() + timedelta(seconds=5)
    return (moment if moment and good else now()), device


def _moment(asked: str) -> datetime | None:
    return datetime.fromtimestamp(int(asked) / 1000, tz=UTC) if asked.isdecimal() and len(asked) <= 14 else None


def _note(request: Visit, plan: DrillPlan, house: Building | None, text: str, by: str) -> None:
    sort = request.POST.get("sort", "")
    about, sort = house.fact if house else None, sort if sort in SORTS else "jam"
    note = actions.observe(plan, about, sort, text or _("see the photo"), by=by)
    messages.success(request, _("The note is kept."))
    sent: list[Any] = request.FILES.getlist("photo")[:1]
    for file in sent:
        try:
            picture, _spot = photos.read(file)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            attach(note, picture, name="drill.jpg", sort="photo", by=by)
