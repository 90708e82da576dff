"""Reporting a problem in three taps: what may be the same is shown first, and nothing good is lost."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.ground import Spot
from liangxing.places.hall import photos
from liangxing.places.hall.ground import Ground
from liangxing.places.hall.household import at_home
from liangxing.places.hall.pages.problems import LISTED, known, prove, told
from liangxing.places.hall.report_form import ReportForm, sorts
from liangxing.records.actions import write
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.rooms.environment.queries.problems import Alike, alike
from liangxing.rooms.environment.queries.where import NEAR_M as ASIDE_M

PHOTOS = 5  # of one report: more show the same


def report(request: Visit) -> HttpResponse:
    """The form of three taps; POST keeps it, and whatever of it was good.

    What may be the same is shown before it is kept, once.
    """
    home, today = at_home(request), localdate()
    ground = Ground.of(request.community, today)
    form = ReportForm(
        request.POST or None,
        request.FILES or None,
        ground=ground,
        home=home.building,
        community=request.community,
        initial={"where": "home"},
    )
    same: list[Alike] = []
    sent = request.method == "POST" and form.is_valid()
    if sent and "sure" not in request.POST:
        same = known_already(request, form)
    if sent and not same:
        return _keep(request, form, home)
    return render(request, "hall/report.html", {
        "form": form, "home": home, "ground": ground, "drawing": ground.drawing(), "sorts": sorts(), "same": same,
        "mine": told(list(known(request).filter(household=home.fact)[:LISTED])),
    }, status=422 if form.errors else 409 if same else 200)  # fmt: skip


def known_already(request: Visit, form: ReportForm) -> list[Alike]:
    """The public reports that may be what *form*, which is valid, says once more."""
    made = form.problem(None)
    made.locate()
    return alike(made, request.community, localdate())


def same(request: Visit) -> HttpResponse:
    """What may be the same as a report that is being written: asked for by the page's script while it is."""
    home = at_home(request)
    told = {"where": "home", "text": "-"} | {name: value for name, value in request.GET.items() if name != "photo"}
    ground = Ground.of(request.community, localdate())
    form = ReportForm(told, ground=ground, home=home.building, community=request.community)
    found = known_already(request, form) if form.is_valid() else []
    return render(request, "hall/same.html", {"same": found})


def _keep(request: Visit, form: ReportForm, home: Household) -> HttpResponse:
    """Keep the report, and its photos as far as they can be read: a bad photo loses no words."""
    by, sent = request.user.get_username(), request.FILES.getlist("photo")
    read, spot = _photos(request, sent)
    if spot and form.cleaned_data["where"] == "photo" and form.beyond_m(spot) > ASIDE_M:
        messages.warning(request, _("The photo was taken outside our community; your building was kept as the place."))
        spot = None
    elif form.cleaned_data["where"] == "photo" and not spot:
        messages.warning(request, _("The photo does not say where it was taken; your building was kept as the place."))
    made = form.problem(spot)
    made.day, made.household_id = localdate(), home.fact
    kept = write(made, community=request.community, by=by)
    for photo in read:
        prove(kept, photo, by=by)
    messages.success(request, _("Reported. You see here what is done about it."))
    if kept.held:
        messages.info(request, _("A worker looks at the words first, before others can read them."))
    return redirect("hall.problem.read", community=request.community.code, problem=kept.fact)


def _photos(request: Visit, sent: Sequence[Any]) -> tuple[list[BytesIO], Spot | None]:
    """The first few of the photos that were sent, and where the first that says so was taken."""
    read, where = list[BytesIO](), None
    for file in sent[:PHOTOS]:
        try:
            photo, spot = photos.read(file)
        except Refused as refused:
            messages.warning(request, str(refused))
        else:
            read.append(photo)
            where = where or spot
    if len(sent) > PHOTOS:
        told = _("Of %(sent)s photos the first %(kept)s were kept. All that you wrote is kept.")
        messages.warning(request, told % {"sent": len(sent), "kept": PHOTOS})
    return read, where
