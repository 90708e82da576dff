"""What the household uses: beside its own past, beside similar homes, what it costs, what is proven, what it could do.

It reads its own meter here. Nothing of another home is ever on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from liangxing.evidence.actions import attach
from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.measures.charts.pairs import Pairs, paired
from liangxing.metering.tariffs import Cost
from liangxing.places.hall import photos
from liangxing.places.hall.asked import one
from liangxing.places.hall.household import at_home
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.rooms.saving.actions import odd, read_meter
from liangxing.rooms.saving.models import Meter, Reading, SavedUse
from liangxing.rooms.saving.models.meters import Carrier
from liangxing.rooms.saving.queries import bills_of, flows_of, meters_of, similar_to, tariff_of, tips_for, why_of
from liangxing.rooms.saving.queries.bills import Bill
from liangxing.rooms.saving.queries.home import Flow, Month
from liangxing.rooms.saving.queries.saved import reasons_of
from liangxing.rooms.saving.queries.similar import FEWEST, Similar


class ReadingForm(forms.Form):
    """The number on the register, and a photo of it for whoever likes."""

    reading = forms.DecimalField(
        label=gettext_lazy("What the register shows"), min_value=0, max_digits=15, decimal_places=6
    )
    photo = forms.FileField(label=gettext_lazy("Photo"), required=False)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page says of one carrier."""

    flow: Flow
    name: str
    chart: Pairs | None
    rows: list[tuple[Month, Month, list[Any], Cost | None]]
    similar: Similar
    proof: SavedUse | None
    reasons: list[Any]
    bills: list[Bill]
    priced: bool

    @property
    def change(self) -> tuple[Decimal, ...] | None:
        """Per day, now and a year before, as people say it."""
        return tuple(round(n, 2) for n in self.flow.change) if self.flow.change else None

    @property
    def ours(self) -> Decimal | None:
        """Per day over the last year."""
        return None if self.flow.year is None else round(self.flow.year / 365, 1)

    @property
    def proven(self) -> tuple[Decimal | None, ...]:
        """What was saved: at least, most likely, at most, in whole units."""
        told = (self.proof.saved_low, self.proof.saved, self.proof.saved_high) if self.proof else (None,) * 3
        return tuple(None if n is None else Decimal(round(n)) for n in told)

    @property
    def more(self) -> tuple[Decimal | None, ...]:
        """The same as what was used more than expected."""
        return tuple(None if n is None else -n for n in reversed(self.proven))

    @property
    def guessed(self) -> bool:
        """Whether anything in the chart is estimated."""
        return any(month.estimated for pair in self.flow.pairs for month in pair)


def use(request: Visit) -> HttpResponse:
    """The page; POST keeps a reading, and its photo if that can be read."""
    home, today = at_home(request), localdate()
    meters = meters_of(home, today)
    form, ask, meter = ReadingForm(), "", None
    if request.method == "POST":
        meter = one(Meter.objects.filter(pk__in=[m.pk for m in meters]), request.POST.get("meter", ""))
        form = ReadingForm(request.POST, request.FILES)
        if form.is_valid():
            ask = "" if "sure" in request.POST else odd(meter, form.cleaned_data["reading"], today)
            if not ask and _keep(request, meter, form, today):
                return redirect("hall.use.own", community=request.community.code)
    flows = flows_of(home, today)
    return render(request, "hall/use.html", {
        "home": home, "meters": [(m, *_last(m), m == meter) for m in meters], "form": form, "ask": ask,
        "told": [_told(home, flow, today) for flow in flows], "tips": tips_for(home, flows, today), "fewest": FEWEST,
        "language": nearest(get_language()),
    }, status=422 if form.errors else 409 if ask else 200)  # fmt: skip


def _last(meter: Meter) -> tuple[Reading | None, str]:
    """The newest reading, and the number from which the register goes on."""
    last = Reading.objects.known().filter(meter=meter.fact).order_by("-day", "-recorded_at").first()
    if last is None:
        return None, ""
    shown = last.start_reading if last.start_reading is not None else last.reading
    return last, "" if shown is None else f"{shown.normalize():f}"


def _keep(request: Visit, meter: Meter, form: ReadingForm, today: date) -> bool:
    """Keep the reading, and its photo: a bad photo loses no number."""
    by, photo = request.user.get_username(), None
    if sent := form.cleaned_data["photo"]:
        try:
            photo, _spot = photos.read(sent)
        except Refused as refused:
            messages.warning(request, str(refused))
    try:
        kept = read_meter(meter, form.cleaned_data["reading"], day=today, by=by)
    except Refused as refused:
        form.add_error("reading", str(refused))
        return False
    if photo:
        attach(kept, photo, name=f"{kept.fact.hex[-8:]}.jpg", sort="photo", by=by, channel="hall", day=today)
    messages.success(request, _("Kept. It counts as soon as the month has ended."))
    return True


def _told(home: Household, flow: Flow, today: date) -> Told:
    tariff = tariff_of(flow.sort)
    rows = []
    for now, before in flow.pairs:
        cost = tariff.cost(now.used, now.first, now.after) if tariff and now.used is not None and now.whole else None
        rows.append((now, before, why_of(now.doubts), cost))
    proofs = SavedUse.objects.known().filter(community=home.community, household=home.fact, sort=flow.sort)
    proof = proofs.order_by("-day").first()
    return Told(
        flow=flow,
        name=str(Carrier(flow.sort).label),
        chart=_chart(flow),
        rows=rows[::-1],
        similar=similar_to(home, flow, today),
        proof=proof,
        reasons=reasons_of(proof) if proof else [],
        bills=bills_of(flow.meters, today),
        priced=tariff is not None,
    )


def _chart(flow: Flow) -> Pairs | None:
    now, before = zip(*flow.pairs, strict=True)
    return paired([month.first for month in now], [_value(m) for m in before], [_value(m) for m in now])


def _value(month: Month) -> tuple[Decimal | None, Decimal]:
    share = month.estimated / month.used if month.used else Decimal(0)
    return month.per_day, share
