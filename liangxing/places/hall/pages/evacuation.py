"""The evacuation card of a building: where to go, whom to call, what to bring; on a screen and on A5."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from liangxing.places.hall import codes
from liangxing.places.hall.household import at_home, home_of
from liangxing.records.visit import Visit
from liangxing.register.models import Building, Household, Post
from liangxing.rooms.safety.queries import refuge_for, way_out


def mine(request: Visit) -> HttpResponse:
    """The card of the building in which the visitor lives."""
    home = at_home(request)
    return _card(request, home.building, home)


def of_building(request: Visit, building: UUID) -> HttpResponse:
    """The card of any building, as the code in its staircase opens it: it says nothing of who lives there."""
    rows = Building.objects.known().filter(community=request.community).select_related("estate")
    return _card(request, get_object_or_404(rows, fact=building), None)


def _card(request: Visit, building: Building, home: Household | None) -> HttpResponse:
    today = localdate()
    heads = Post.objects.known().standing_on(today).filter(
        community=request.community, role="building_head", building=building.fact
    )  # fmt: skip
    lives_here = home_of(request)
    neighbours = lives_here is not None and lives_here.building_id == building.fact
    return render(request, "hall/evacuation.html", {
        "building": building,
        "home": home,
        "refuge": refuge_for(building, today),
        "way": way_out(building, today),
        "heads": list(heads) if neighbours or request.rights.staff else [],
        "address": codes.address("hall.evacuation.read", request.community, building.fact),
    })  # fmt: skip
