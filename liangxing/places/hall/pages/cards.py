"""A household's card: printed for those without a phone, and scanned by a neighbour or worker for them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from liangxing.activities.actions import sign_in
from liangxing.activities.models import Activity, SignIn
from liangxing.kernel.period import Period
from liangxing.places.hall import codes
from liangxing.places.hall.asked import one
from liangxing.places.hall.household import heads
from liangxing.places.hall.pages.activities import MOST, asked_activity
from liangxing.places.hall.pages.safe import asked_emergency, tell
from liangxing.places.hall.pages.safe import told as safety_told
from liangxing.records.actions import end, write_many
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Building, Card, Household
from liangxing.register.rights import Rights
from liangxing.rooms.safety.models import CheckIn


@never_cache
def scan(request: Visit, code: str) -> HttpResponse:
    """What may be done for the household of a card: sign it in, say how it is. It never votes by card."""
    today = localdate()
    card = codes.card_of(request.community, code, today)
    if card is None:
        return render(request, "hall/card_ended.html", status=404)
    homes = Household.objects.known().filter(community=request.community)
    home = one(homes, card.household_id)
    if request.method == "POST":
        _act(request, home)
        return redirect(request.path)
    return render(request, "hall/card.html", {"home": home, **_offers(request, home)})


def _act(request: Visit, home: Household) -> None:
    by = request.user.get_username()
    if "emergency" in request.POST:
        teller = CheckIn.Teller.WORKER if request.rights.staff else CheckIn.Teller.NEIGHBOUR
        tell(request, asked_emergency(request, request.POST["emergency"]), home, teller, by)
        return
    held = asked_activity(request, request.POST.get("activity", ""))
    people = request.POST.get("people", "1")
    if codes.in_time(held, localdate()) and people.isdecimal() and 1 <= int(people) <= MOST:
        sign_in(held, home, int(people), day=localdate(), by=by)
        messages.success(request, _("The household is signed in."))


def _offers(request: Visit, home: Household) -> dict[str, Any]:
    """The activities of these days and the open emergencies, each with what is known of *home*."""
    today = localdate()
    around = Period.until(today + codes.AROUND, first=today - codes.AROUND)
    held = Activity.objects.known().within(around).filter(community=request.community)
    told = {
        s.activity_id: s for s in SignIn.objects.known().filter(household=home.fact, activity__in=held.values("fact"))
    }
    return {
        "activities": [(a, told.get(a.fact)) for a in held],
        "numbers": range(1, min(MOST, heads(home)) + 1),
        **safety_told(request.community, home, today),
    }


def _buildings(request: Visit) -> Records[Building]:
    """The buildings whose cards the visitor may print: those of their posts, or all for whoever sees all."""
    rows = Building.objects.known().standing_on(localdate()).filter(community=request.community)
    rights = request.rights
    own = [p.building_id for p in rights.posts if p.building_id] if isinstance(rights, Rights) else []
    return rows if rights.may("import") else rows.filter(fact__in=own)


@never_cache
def cards(request: Visit) -> HttpResponse:
    """Cards of a building to print; POST gives a card to each household that has none, or ends a lost one."""
    today, houses = localdate(), _buildings(request)
    asked = request.POST.get("building") or request.GET.get("building")
    house = one(houses, asked) if asked else None
    context: dict[str, Any] = {"houses": houses.order_by("code"), "house": house}
    if house:
        homes = Household.objects.known().standing_on(today).filter(community=request.community, building=house.fact)
        held = Card.objects.known().standing_on(today).filter(household__in=homes.values("fact"))
        if request.method == "POST":
            _change(request, homes, held)
            return redirect(f"{request.path}?building={house.fact}")
        by_home = {card.household_id: card for card in held}
        context["cards"] = [
            (home, card, codes.address("hall.card.vouch", request.community, codes.card_code(card)))
            for home in homes.order_by("code")
            if (card := by_home.get(home.fact))
        ]
        context["without"] = homes.count() - len(by_home)
    return render(request, "hall/cards.html", context)


def _change(request: Visit, homes: Records[Household], held: Records[Card]) -> None:
    by, today = request.user.get_username(), localdate()
    if "lost" in request.POST:
        card = one(held, request.POST["lost"])
        end(card, until=today, by=by, why=_("lost"))
        messages.success(request, _("The card is worthless from now on. Print a new one when it is asked for."))
        return
    without = homes.exclude(fact__in=held.values("household")).order_by("code")
    made = [Card(household_id=home.fact, day=today) for home in without]
    write_many(made, community=request.community, by=by)
    messages.success(request, _("Cards are ready to print."))
