"""Home: the household at a glance, and what to do next; for a visitor without an account, what needs none."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from liangxing.evidence.queries import coverage
from liangxing.kernel.period import Period
from liangxing.places.hall.household import home_of, people_of
from liangxing.places.hall.pages.problems import told as problems_told
from liangxing.places.hall.pages.safe import told as safety_told
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.rooms.bookbar.queries import lent_to
from liangxing.rooms.elections.queries import put_to, unanswered
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.governance.queries import notices_for
from liangxing.rooms.outreach.models import Call, Pledge
from liangxing.rooms.safety.queries import refuge_for
from liangxing.rooms.safety.queries.told import standing_told
from liangxing.rooms.volunteers.queries import services_of

LINES = 3  # of each list: the rest is a tap away


def home(request: Visit) -> HttpResponse:
    """The visitor's household, or the door to it."""
    today, mine = localdate(), home_of(request)
    told: dict[str, Any] = {
        "today": today,
        "standing": standing_told(request.community, now()),
        "home": mine,
        "notices": notices_for(request.community, mine.building if mine else None, today)[: LINES + 2],
        **safety_told(request.community, mine, today),
        **(_mine(mine, today) if mine else {}),
    }
    return render(request, "hall/home.html", told)


def _mine(home: Household, today: date) -> dict[str, Any]:
    """What is the household's own."""
    reports = Problem.objects.known().filter(community=home.community, household=home.fact)
    calls = Call.objects.known().standing_on(today).filter(community=home.community)
    pledged = Pledge.objects.known().filter(household=home.fact, call__in=calls.values("fact"))
    year = services_of(home).within(Period.year(today.year))
    return {
        "people": list(people_of(home)),
        "calls": calls.count(),
        "pledged": pledged.count(),
        "hours_h": year.aggregate(h=Sum("hours_h"))["h"],
        "hours_seal": coverage(year).seal,
        "loans": list(lent_to(home)[:LINES]),
        "votes": unanswered(put_to(home, today), home),
        "problems": problems_told(list(reports[:LINES])),
        "refuge": refuge_for(home.building, today),
    }
