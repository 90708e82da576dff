"""When reports are due, as a calendar for whoever holds a post: opened by a signed address, without a password."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Event

from liangxing.ledger.models import Community
from liangxing.places.hall.codes import address, fits, signature
from liangxing.records.almanac import absolute, opened, whole_day
from liangxing.records.visit import Visit
from liangxing.register.models import Post
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.queries.problem_queue import Asked, queue

MOST = 500


def address_of(community: Community, post: UUID) -> str:
    """The secret address of the calendar of *post*; it opens nothing once the post has ended."""
    return address("hall.due.read", community, post, signature("due", post))


def calendar(request: Visit, post: UUID, code: str) -> HttpResponse:
    """The due days of the open reports that the post is in charge of: what and where, nobody's name, nobody's words."""
    if not fits("due", post, code):
        raise Http404
    serving = Post.objects.known().standing_on(localdate()).filter(community=request.community)
    holder = get_object_or_404(serving, fact=post)
    rows = Problem.objects.known().filter(community=request.community).select_related("building", "place")
    made = opened(_("Due reports: %(post)s") % {"post": holder.code})
    for problem in queue(rows, Asked(mine=[post]), localdate())[:MOST]:
        if problem.due_on:
            made.add_component(_event(request.community, problem))
    headers = {"Content-Disposition": 'inline; filename="due.ics"', "Cache-Control": "private, no-store"}
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8", headers=headers)


def _event(community: Community, problem: Problem) -> Event:
    event = Event()
    event.add("uid", f"due-{problem.fact}@{community.code}.liangxing")
    event.add("dtstamp", problem.recorded_at)
    where = problem.place or problem.building
    event.add("summary", f"{problem.category.name(get_language())} {problem.code}")
    if where:
        event.add("location", str(where))
    event.add("url", absolute(f"/{community.code}/hall/problems/{problem.fact}/answer/"))
    whole_day(event, problem.due_on)  # type: ignore[arg-type]
    return event
