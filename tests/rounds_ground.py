"""A route to walk, and works that wait for their picture of after."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from liangxing.records.actions import write
from liangxing.register.models import Place, Post
from liangxing.rooms.environment.actions.rounds import Told, begin, confirm
from liangxing.rooms.environment.actions.works import Moment, picture
from liangxing.rooms.environment.models import (
    InspectionPoint,
    InspectionRoute,
    PointCheck,
    RouteStop,
    WorksPlan,
    WorksStep,
)


def route(who, place: Place, points: int, day: date) -> InspectionRoute:
    """A monthly route over so many extinguishers."""
    made = write(InspectionRoute(code="XF", name="消防巡查", rhythm="monthly", day=day), **who)
    for n in range(1, points + 1):
        point = write(InspectionPoint(code=f"M{n}", name=f"{n}号灭火器", kind="extinguisher", place_id=place.fact,
                                      day=day), **who)  # fmt: skip
        write(RouteStop(route=made, point=point, position=n, day=day), **who)
    return made


def begun(who, place: Place, day: date) -> None:
    """A round that somebody has begun: one point in order, one that nobody has looked at."""
    made = begin(route(who, place, 2, day), post=None, day=localdate(), by=who["by"])
    first = InspectionPoint.objects.known().get(community=who["community"], code="M1")
    confirm(made, first, Told(PointCheck.State.ORDER, {"seal": "yes"}, localdate()), by=who["by"])


def works(who, file, day: date) -> WorksPlan:
    """Works that are finished, with a picture of before."""
    plan = write(WorksPlan(code="JH1", name="沟渠疏通", sort="ditch", budget_cny=50000, day=day), **who)
    picture(plan, file, name="before.jpg", spot=1, moment=Moment.BEFORE, stands="大门口", day=day, by=who["by"])
    write(WorksStep(plan=plan, state="done", day=day + timedelta(days=20)), **who)
    return plan


def found(community) -> SimpleNamespace:
    """Write it down: with a grid worker beside the worker whom every world has."""
    from tests.town import picture as drawn

    who, long_ago = {"community": community, "by": "worker"}, localdate() - timedelta(days=400)
    square = write(Place(code="GC", name="文化广场", sort="square", day=long_ago), **who)
    write(Post(code="grid", role="grid", account="grid", day=long_ago), **who)
    return SimpleNamespace(route=route(who, square, 4, long_ago), plan=works(who, drawn("sienna"), long_ago))
