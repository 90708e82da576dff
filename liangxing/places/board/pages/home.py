"""The board of today: the community at a glance, each figure open to the records behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from liangxing.activities.models import Activity
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
from liangxing.rooms.outreach.models import Call, Campaign, CampaignDay
from liangxing.rooms.safety.queries.told import standing_told
from liangxing.rooms.saving.models.meters import Carrier
from liangxing.rooms.saving.queries import total
from liangxing.standards.assess import assessed
from liangxing.standards.shelf import shelf
from liangxing.standards.views import shown as standard_shown

from ..almanac import coming
from ..ground import LAYERS, Ground
from ..pictures import changed, of_records, years
from ..plan import plan

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
WEEK = timedelta(days=7)
PICTURES = 3  # a row on a wide screen
LINES = 4  # of a list beside another
NEWEST_WORKS = 30  # among which to look for pictures of before and after
CALLS = 6


def board(request: Visit) -> HttpResponse:
    """The board of today."""
    today, here = localdate(), request.community
    year = Period.year_to(today)
    cards = cards_of(here, STANDING, Period.until(today)) + cards_of(here, OF_A_YEAR, year, f"period={year}")
    ground = Ground(here, today)
    told = {
        "today": today,
        "standing": standing_told(here, now()),
        "cards": cards,
        "by_key": {card["key"]: card for card in cards + cards_of(here, behind_layers(), Period.until(today))},
        "empty": all(card["value"] is None for card in cards),
        "plan": plan(ground, ground.layers()),
        "standards": [told for told in _standards(here, today) if told["all"]],
        "works": changed(_known(Works, here).select_related("estate", "road")[:NEWEST_WORKS])[:PICTURES],
        "honours": _known(Honour, here).standing_on(today).order_by("-day")[: LINES + 1],
        "disclosures": _known(Disclosure, here)[:LINES],
        "coming": coming(here, today)[:LINES],
        "calls": _known(Call, here).standing_on(today).order_by("pk")[:CALLS],
        "campaigns": _campaigns(here, today),
        "picture_years": years(here),
        "electricity": total(here, Carrier.ELECTRICITY),
        **_activities(here, today),
    }
    return render(request, "board/board.html", told)


def behind_layers() -> tuple[str, ...]:
    """Measures that count what is on the map, as far as they are declared and no card asks for them."""
    return tuple(layer.measure for layer in LAYERS if layer.measure in MEASURES and layer.measure not in STANDING)


def cards_of(community: Community, keys: Sequence[str], period: Period, query: str = "") -> list[dict[str, Any]]:
    """A card for each of *keys*: value, measure, and how far it is proved."""
    values, seals = figures(keys, community, period), proved(keys, community, period)
    return [
        {"key": key, "measure": MEASURES[key], "value": values[key], "proved": seals[key], "query": query}
        for key in keys
    ]


def _known(kind: Any, community: Community) -> Records[Any]:
    rows: Records[Any] = kind.objects.known().filter(community=community)
    return rows


def _activities(community: Community, today: date) -> dict[str, Any]:
    """What was held in the last seven days, or else the newest; those with a picture first, the newest as hero."""
    newest = list(_known(Activity, community).filter(day__lte=today).select_related("place")[:12])
    pictures = of_records(newest)
    some = [{"record": a, "picture": next(iter(pictures[a.pk]), None), "proved": bool(pictures[a.pk])} for a in newest]
    hero = next((told for told in some if told["picture"]), None)
    others = [told for told in some if told is not hero]
    week = [told for told in others if told["record"].day > today - WEEK]
    rest = sorted(week if len(week) > 1 else others, key=lambda told: told["picture"] is None)
    return {"hero": hero, "recent": rest[:PICTURES], "is_week": len(week) > 1}


def _campaigns(community: Community, today: date) -> list[dict[str, Any]]:
    """The campaigns that run, with how many days each had and when the last was."""
    running = list(_known(Campaign, community).standing_on(today).order_by("-day")[:LINES])
    days = _known(CampaignDay, community).filter(campaign__in=[c.fact for c in running], day__lte=today)
    counted = {d["campaign"]: d for d in days.order_by().values("campaign").annotate(n=Count("pk"), last=Max("day"))}
    nothing = {"n": 0, "last": None}
    return [{"record": c, **counted.get(c.fact, nothing)} for c in running]


def _standards(community: Community, today: date) -> list[dict[str, Any]]:
    """Every standard in force, with what is met."""
    in_force = [key for key, book in shelf(community).items() if book.first <= today < book.after]
    return [standard_shown(assessed(community, key, today)) for key in in_force]
