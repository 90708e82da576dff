"""Waste of a month for everybody, the balance of it for the desk, and what goes where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.measures.proved import proved
from liangxing.records.visit import Visit

from ..models import CollectionDay, RecyclableSale
from ..queries.sampling import newest
from ..queries.waste import appointments_for, balance_of, coming_days, newest_month
from ..sorting.balance import Doubt, Line
from ..sorting.classes import Edition, in_force, name_of
from ..sorting.items import APART, catalogue

MASSES = {
    "recyclable": "environment.recyclable_mass",
    "kitchen": "environment.kitchen_mass",
    "compostable": "environment.kitchen_mass",
    "hazardous": "environment.hazardous_mass",
    "residual": "environment.residual_mass",
    "combustible": "environment.residual_mass",
}
WHOLE, CLASSED = "environment.waste_mass", "environment.classed_mass"
SHARES = ("environment.recycled_share", "environment.recyclables_sold_mass", "environment.recyclables_proceeds")
WIDEST_PERCENT = 78  # of the chart: behind the longest bar stands its value
DAYS = 4  # collection days to come that are shown
OF_DAYS = ("no-slip", "no-bins")
DOUBTS = {
    "twice": _("These slips may be one and the same: compare them, and strike one out if it was written twice."),
    "no-class": _("These slips do not say of which class the load was: correct them, or ask the carrier."),
    "unit": _("The two sides differ two hundred times over: is one in tonnes and the other in kilograms?"),
    "no-slip": _("Bins were weighed on these days, and there is no slip: ask for the missing slips."),
    "no-bins": _("There are slips of these days, and no bin was weighed: were the weights not brought in?"),
    "bins-missing": _("These bins stood there all month and were never weighed: their waste is missing on the left."),
    "taken-away": _("These bins were weighed on days on which they did not stand there: correct the bin or the day."),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A class on the chart: its name, what was weighed, and places in per cent."""

    key: str
    name: str
    value: Decimal | None
    y: float
    width: float

    @property
    def above(self) -> float:
        """Where its name stands."""
        return self.y - 2


def month_asked(request: Visit) -> tuple[Period, bool]:
    """The month that the address names; the newest with weights when it names none, or one that cannot be read."""
    told = request.GET.get("month", "")
    try:
        asked = Period.parse(told) if len(told) == 7 else None
    except ValueError:
        asked = None
    return (asked, True) if asked else (newest_month(request.community, localdate()), not told)


def neighbours(month: Period) -> dict[str, Any]:
    """The months before and after, as addresses write them; none after the one of today."""
    before = month.first - timedelta(days=1)
    later = f"{month.after:%Y-%m}" if month.after <= localdate() else ""
    return {"earlier": f"{before:%Y-%m}", "later": later}


def waste(request: Visit) -> HttpResponse:
    """A month: by class, what was recycled, how well it was sorted, and what it brought in."""
    month, read = month_asked(request)
    edition, here = in_force(month.last), request.community
    told = {
        "month": month,
        "read": read,
        "edition": edition,
        "query": f"period={month}",
        "checks": newest(here, "bins", month.last),
        "spent": RecyclableSale.objects.known().within(month).filter(community=here).exclude(spent_on=""),
        "days": _days(request),
        **_weighed(request, month, edition),
        **neighbours(month),
    }
    return render(request, "environment/waste.html", told)


def _weighed(request: Visit, month: Period, edition: Edition) -> dict[str, Any]:
    """The masses of *month* by class, on a chart and in a table, and what became of them."""
    language = nearest(get_language())
    named = {key: told.names[language] for key, told in edition.classes.items() if key in MASSES}
    keys = [*dict.fromkeys(MASSES[key] for key in named), WHOLE, CLASSED, *SHARES]
    values, seals = figures(keys, request.community, month), proved(keys, request.community, month)

    def shown(key: str) -> dict[str, Any]:
        return {"key": key, "measure": MEASURES[key], "value": values[key], "proved": seals[key]}

    return {
        "rows": [{"name": name, **shown(MASSES[key])} for key, name in named.items()],
        "bars": _bars(named, values),
        "recorded": values[WHOLE] is not None,
        "unclassed": _less(values[WHOLE], values[CLASSED]),
        "whole": shown(WHOLE),
        "cards": [shown(key) for key in SHARES],
    }


def _days(request: Visit) -> list[tuple[CollectionDay, int]]:
    """The next collection days, each with how many places are free."""
    days = coming_days(request.community, localdate())[:DAYS]
    taken = appointments_for(days)
    return [(day, day.slots - len(taken[day.fact])) for day in days]


def _less(whole: Any, part: Any) -> Any:
    """What of the *whole* is not in *part*; ``None`` when nothing is, or nothing is known."""
    return whole - part if whole is not None and part is not None and whole > part else None


def _bars(named: Mapping[str, str], values: Mapping[str, Any]) -> list[Bar]:
    most = max((values[MASSES[key]] or 0 for key in named), default=0)
    step = 100 / max(len(named), 1)
    bars = []
    for n, (key, name) in enumerate(named.items()):
        value = values[MASSES[key]]
        width = round(float((value or 0) / most) * WIDEST_PERCENT, 2) if most else 0.0
        bars.append(Bar(key, name, value, round(step * (n + 0.45), 2), width))
    return bars


def balance(request: Visit) -> HttpResponse:
    """What the weighbridge weighed beside what the rounds weighed: the difference as it is, and every doubt."""
    month, read = month_asked(request)
    found, language = balance_of(request.community, month), nearest(get_language())

    def named(line: Line) -> tuple[str, Line]:
        return name_of(line.waste_class, month.last, language), line

    told = {
        "month": month,
        "read": read,
        "lines": [named(line) for line in found.lines],
        "whole": found.whole,
        "doubts": [_doubt(doubt, month, language) for doubt in found.doubts],
        **neighbours(month),
    }
    return render(request, "environment/balance.html", told)


def _doubt(doubt: Doubt, month: Period, language: str) -> dict[str, Any]:
    """A doubt in words."""
    name = name_of(doubt.waste_class, month.last, language) if doubt.waste_class else ""
    about = doubt.about
    if doubt.name in OF_DAYS:
        about = tuple(date_format(date.fromisoformat(day), "MONTH_DAY_FORMAT") for day in about)
    return {"of": name, "says": DOUBTS[doubt.name], "about": about}


def sorting(request: Visit) -> HttpResponse:
    """What goes where: ``q`` names a thing; without it, every class with all its things."""
    language, book, edition = nearest(get_language()), catalogue(), in_force(localdate())
    asked = request.GET.get("q", "")[:40].strip()

    def shown(item: Any) -> dict[str, Any]:
        goes = edition.classes[item.goes].names[language] if item.goes in edition.classes else ""
        return {"name": item.name(language), "goes": goes, "key": item.goes, "advice": item.advice.get(language, "")}

    groups = [
        (key, edition.classes[key].names[language] if key in edition.classes else "",
         [shown(item) for item in book.items if item.goes == key])
        for key in (*edition.classes, *APART)
    ]  # fmt: skip
    told = {"q": asked, "found": [shown(item) for item in book.find(asked)], "groups": groups, "edition": edition,
            "book": book, "count": len(book.items)}  # fmt: skip
    return render(request, "environment/sorting.html", told)
