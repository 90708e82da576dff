"""The components on one page, each in all its states: the very templates that pages include, with invented values."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.measures.charts.calendar import year_of
from liangxing.measures.charts.ground import Shape
from liangxing.measures.charts.shares import Cell, guarded
from liangxing.measures.charts.trend import Trend, laid_out
from liangxing.measures.measure import MEASURES
from liangxing.measures.proved import Proved
from liangxing.records.visit import Visit
from liangxing.register.models import Building
from liangxing.register.rights import Rights
from liangxing.rooms.saving.queries.buildings import House, SavingMap
from liangxing.standards.rules import Finding

SHARES = ((0, 40), (12, 40), (20, 40), (27, 40), (36, 40), (40, 40), (2, 40), (3, 4))  # households with, of all
COLOURS = ("paper", "card", "sunk", "ink", "soft", "line", "edge", "green", "green-wash", "earth", "earth-wash",
           "warn", "warn-wash", "bad", "bad-wash")  # fmt: skip
STATES = (
    (3324, Proved(3324, 3324)),
    (312, Proved(312, 296)),
    (65, Proved(65, 65, corrected=1)),
    (None, Proved()),
)


class Sample(forms.Form):
    """Every sort of field that forms of records have."""

    title = forms.CharField(label=gettext_lazy("title"))
    day = forms.DateField(label=gettext_lazy("day"), widget=forms.DateInput(attrs={"type": "date"}))
    attended = forms.IntegerField(label=gettext_lazy("attended (people)"), required=False)
    sort = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=[("photo", gettext_lazy("photo")), ("minutes", gettext_lazy("minutes of a meeting"))],
    )
    note = forms.CharField(label=gettext_lazy("note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    file = forms.FileField(label=gettext_lazy("File"), required=False)
    open = forms.BooleanField(label=gettext_lazy("Show it on the board"), required=False)


def styleguide(request: Visit) -> HttpResponse:
    """The page, as the public sees it in the first community; its samples need one to lead to."""
    community = Community.objects.order_by("code").first()
    if community is None:
        return redirect("home")
    request.community, request.rights = community, Rights()
    measure = MEASURES["register.households"]
    told = {
        "colours": COLOURS,
        "states": STATES,
        "cards": [{"key": measure.key, "measure": measure, "value": v, "proved": p, "query": ""} for v, p in STATES],
        "empty_form": Sample(initial={"title": _("A sample"), "day": date(2026, 6, 5)}),
        "wrong_form": Sample({"title": "", "attended": _("many"), "sort": "photo"}),
        "measure": measure,
        "trend": trend(),
        "book": standard(),
        "calendar": year_of(2026, {date(2026, 1, 5) + timedelta(days=n * 9): n % 4 + 1 for n in range(38)}),
        "map": houses(),
        "day": date(2026, 6, 5),
        "page": SimpleNamespace(
            has_other_pages=True,
            has_previous=True,
            has_next=True,
            number=2,
            previous_page_number=1,
            next_page_number=3,
            paginator=SimpleNamespace(num_pages=9),
        ),
    }
    return render(request, "site/styleguide.html", told)


def trend() -> Trend:
    """Five years, one of which nobody recorded."""
    years = [Period.year(year) for year in range(2022, 2027)]
    return laid_out("year", years, [3190, None, 3270, 3301, 3324])


def standard() -> dict[str, Any]:
    """A standard with every finding in it."""
    counts = {Finding.MET: 17, Finding.UNMET: 4, Finding.UNKNOWN: 3}
    judged = [SimpleNamespace(finding=finding) for finding, n in counts.items() for _ in range(n)]
    told = {finding.value: n for finding, n in counts.items()}
    return {"counts": told, "all": len(judged), "parts": [{"judged": judged}]}


def houses() -> SavingMap:
    """Eight buildings: one in each band, and two that are kept back."""
    cells = guarded([Cell(str(n), part, whole) for n, (part, whole) in enumerate(SHARES, 1)])
    shapes = [Shape(f"M{40 + n % 4 * 150} {60 + n // 4 * 180}h110v90h-110z") for n in range(len(cells))]
    told = [House(Building(code=c.key), c, shape) for c, shape in zip(cells, shapes, strict=True)]
    return SavingMap(told, [Shape("M20 30h600v340H20z", None, _("An estate"), (50.0, 7.5))])
