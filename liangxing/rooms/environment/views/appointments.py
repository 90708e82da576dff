"""The list for the round of a collection day: who wants what fetched where, and what became of it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from ..actions.appointments import cancel, fetched
from ..models import Appointment, CollectionDay
from ..queries.waste import appointments_for


def collection_round(request: Visit, pk: object) -> HttpResponse:
    """The appointments of the day by building; POST says of one that it was fetched, or takes it back."""
    days = CollectionDay.objects.filter(community=request.community)
    day = get_object_or_404(days.known().select_related("place"), fact=get_object_or_404(days, pk=pk).fact)
    if request.method == "POST":
        _settle(request, day)
        return redirect("environment.collectionday.desk", request.community.code, day.pk)
    mine = set(request.rights.narrow(Appointment.objects.known().filter(collection_day=day.fact)))
    every = appointments_for([day])[day.fact]
    seen = sorted((one for one in every if one in mine), key=lambda one: one.household.code)
    told = {
        "day": day,
        "list": seen,
        "beyond": len(every) - len(seen),
        "free": day.slots - len(every),
        "over": day.day <= localdate(),
        "may": request.rights.may("correct", Appointment),
    }
    return render(request, "environment/collection_round.html", told)


def _settle(request: Visit, day: CollectionDay) -> None:
    mine = request.rights.narrow(Appointment.objects.known().filter(collection_day=day.fact))
    if not request.rights.may("correct", Appointment):
        raise Http404
    try:
        one = get_object_or_404(mine, pk=UUID(request.POST.get("appointment", "")))
    except ValueError:
        raise Http404 from None
    by = request.user.get_username()
    try:
        if "cancel" in request.POST:
            cancel(one, by=by)
            messages.success(request, _("Taken back: its place is free again."))
        else:
            fetched(one, day, mass_kg=_mass(request.POST.get("mass_kg", "")), today=localdate(), by=by)
            messages.success(request, _("Kept: it was fetched."))
    except Refused as refused:
        messages.error(request, str(refused))


def _mass(told: str) -> Decimal | None:
    """The weight in kg; ``None`` when none was told. ``Refused`` for what is no number."""
    if not told.strip():
        return None
    try:
        mass = Decimal(told.strip()).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise Refused(_("“%s” is no weight: write kilograms, such as 35.5.") % told[:20]) from None
    if not mass.is_finite():
        raise Refused(_("“%s” is no weight: write kilograms, such as 35.5.") % told[:20])
    return mass
