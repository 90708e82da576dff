"""The public board: what the community has and did, each figure open to the records behind it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.evidence.access import is_picture, shown
from liangxing.evidence.queries import pieces_for
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.measures.proved import proved
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.rooms.environment.models import Works
from liangxing.rooms.governance.models import Disclosure
from liangxing.rooms.honours.models import Honour
from liangxing.standards.assess import assess
from liangxing.standards.reading import books
from liangxing.standards.views import shown as standard_shown

from .plan import plan

STANDING = (
    "register.households",
    "register.residents",
    "register.estates",
    "register.buildings",
    "environment.sorted_bins",
    "environment.parking_added",
    "volunteers.volunteers",
    "enterprises.branches",
    "outreach.pledging_households",
    "honours.held",
)
OF_A_YEAR = ("activities.held", "activities.attended")
BEHIND_PLAN = ("safety.shelters",)
WEEK = timedelta(days=7)
PICTURES = 3  # a row on a wide screen
LINES = 4  # of a list beside another


def board(request: Visit) -> HttpResponse:
    """The board of today."""
    today = localdate()
    year = Period.year_to(today)
    cards = _cards(request.community, STANDING, Period.until(today), "")
    cards += _cards(request.community, OF_A_YEAR, year, f"period={year}")
    drawn = plan(request.community, today)
    told = {
        "today": today,
        "cards": cards,
        "by_key": {card["key"]: card for card in cards + _cards(request.community, _beside(), Period.until(today), "")},
        "empty": all(card["value"] is None for card in cards),
        "plan": drawn,
        "standards": [told for told in _standards(request.community, today) if told["all"]],
        "works": _before_and_after(request),
        "honours": _known(Honour, request.community).standing_on(today).order_by("-day")[: LINES + 1],
        "disclosures": _known(Disclosure, request.community)[:LINES],
        **_activities(request, today),
    }
    return render(request, "board/board.html", told)


def _beside() -> tuple[str, ...]:
    """Measures that only the map's list asks for, as far as they are declared."""
    return tuple(key for key in BEHIND_PLAN if key in MEASURES)


def _cards(community: Community, keys: tuple[str, ...], period: Period, query: str) -> list[dict[str, Any]]:
    """A card for each of *keys*: value, measure, and how far it is proved."""
    values, seals = figures(keys, community, period), proved(keys, community, period)
    return [
        {"key": key, "measure": MEASURES[key], "value": values[key], "proved": seals[key], "query": query}
        for key in keys
    ]


def _known(kind: Any, community: Community) -> Records[Any]:
    rows: Records[Any] = kind.objects.known().filter(community=community)
    return rows


def _pictures(request: Visit, records: list[Any]) -> dict[Any, list[Any]]:
    """For each record, by its id, the pictures of its own that this visitor may see."""
    found = pieces_for(records)
    return {
        r.pk: [p for p in shown(request.rights, type(r), found[r.pk]) if is_picture(p) and p.proves == r.fact]
        for r in records
    }


def _activities(request: Visit, today: date) -> dict[str, Any]:
    """What was held in the last seven days, or else the newest; those with a picture first, the newest as hero."""
    newest = list(_known(Activity, request.community).filter(day__lte=today).select_related("place")[:12])
    pictures = _pictures(request, newest)
    some = [{"record": a, "picture": next(iter(pictures[a.pk]), None), "proved": bool(pictures[a.pk])} for a in newest]
    hero = next((told for told in some if told["picture"]), None)
    others = [told for told in some if told is not hero]
    week = [told for told in others if told["record"].day > today - WEEK]
    rest = sorted(week if len(week) > 1 else others, key=lambda told: told["picture"] is None)
    return {"hero": hero, "recent": rest[:PICTURES], "is_week": len(week) > 1}


def _before_and_after(request: Visit) -> list[dict[str, Any]]:
    """Works of which a picture of before and one of after is there: the newest three."""
    works = list(_known(Works, request.community).select_related("estate", "road")[:30])
    found = []
    for record, pictures in zip(works, _pictures(request, works).values(), strict=True):
        sorts: dict[str, Any] = {p.sort: p for p in pictures}
        if "before" in sorts and "after" in sorts:
            found.append({"record": record, "before": sorts["before"], "after": sorts["after"]})
    return found[:PICTURES]


def _standards(community: Community, today: date) -> list[dict[str, Any]]:
    """Every standard in force, with what is met."""
    return [standard_shown(assess(community, key, today)) for key in books()]
