"""Requests: which there are, one of them, and a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.evidence.access import is_picture
from liangxing.evidence.queries import pieces_for
from liangxing.records.almanac import absolute
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.rooms.environment.models import Problem, ProblemStep
from liangxing.rooms.environment.queries import steps_of
from liangxing.rooms.environment.queries.photos import photos_shown
from liangxing.rooms.environment.queries.problems import public
from liangxing.rooms.environment.triage.categories import of_service

from .answers import Fault, answer, spoken
from .asked import MOST, numbers, reported, span, w3c, whole
from .keys import opened_by
from .reading import sent
from .services import promise
from .writing import keep

STATES = {"open": Q(until=None), "closed": Q(until__isnull=False)}


@spoken("GET", "POST")
def many(request: Visit, form: str) -> HttpResponse:
    """The public requests that are asked for, the newest first; POST keeps a new one."""
    if request.method == "POST":
        return _new(request, form)
    rows = _found(request).select_related("building", "place")
    size = whole(request.GET, "page_size", MOST, MOST)
    start = (whole(request.GET, "page", 1, 100_000) - 1) * size
    return _listed(request, form, list(rows[start : start + size]))


def _found(request: Visit) -> Records[Problem]:
    """What is asked for. All of it is read before ids override it: what is wrong is said, and not passed over."""
    asked = request.GET
    rows = public(request.community).order_by("-day", "-id")
    first, last = span(asked)
    states = [state.strip() for state in asked["status"].split(",")] if "status" in asked else []
    if not set(states) <= STATES.keys():
        raise Fault(400, _("status is open, closed, or both with a comma between."))
    if asked.get("service_request_id"):
        return rows.filter(fact__in=numbers(asked["service_request_id"]))
    rows = rows.filter(day__gte=first, day__lte=last)
    if asked.get("service_code"):
        wanted = [of_service(code.strip()) for code in asked["service_code"].split(",")]
        rows = rows.filter(sort__in=[one.key for one in wanted if one])
    return rows.filter(STATES[states[0]]) if len({*states}) == 1 else rows


def _listed(request: Visit, form: str, some: Sequence[Problem]) -> HttpResponse:
    steps = steps_of(some)
    pictures = _pictures(some)
    told = [_told(request, one, steps[one.fact], pictures.get(one.fact)) for one in some]
    return answer(form, "service_requests", "request", told)


def _pictures(some: Sequence[Problem]) -> dict[UUID, UUID]:
    """For each problem by its fact the first photo of it that a worker has shown to everybody."""
    pieces = {one.fact: [p for p in found if is_picture(p)] for one, found in _proofs(some)}
    shown = photos_shown(piece for found in pieces.values() for piece in found)
    first = {fact: next((p.fact for p in found if shown[p.fact]), None) for fact, found in pieces.items()}
    return {fact: piece for fact, piece in first.items() if piece}


def _proofs(some: Sequence[Problem]) -> list[tuple[Problem, list[Any]]]:
    by_id = pieces_for(some)
    return [(one, by_id[one.pk]) for one in some]


def _told(request: Visit, problem: Problem, steps: list[ProblemStep], picture: UUID | None) -> dict[str, Any]:
    """A request as GeoReport tells it: no name, no contact, and of pictures only those that were looked at."""
    one, where, code = problem.category, problem.place or problem.building, request.community.code
    shows = reverse("hall.photo.read", args=[code, problem.fact, picture]) if picture else None
    return {
        "service_request_id": str(problem.fact),
        "status": "closed" if problem.until else "open",
        "status_notes": (steps[-1].text or steps[-1].get_state_display()) if steps else None,
        "service_name": one.name(get_language()),
        "service_code": one.service,
        "description": problem.text or None,
        "agency_responsible": request.community.name,
        "service_notice": promise(one),
        "requested_datetime": w3c(reported(problem)),
        "updated_datetime": w3c(max([problem.recorded_at, *(step.recorded_at for step in steps)])),
        "expected_datetime": w3c(problem.due_on),
        "address": str(where) if where else problem.address or None,
        "address_id": where.code if where else None,
        "zipcode": None,
        "lat": problem.spot[1] if problem.spot else None,
        "long": problem.spot[0] if problem.spot else None,
        "media_url": absolute(shows) if shows else None,
    }


def found(request: Visit, number: str) -> Problem:
    """The public request with this id; ``Fault`` 404 for one that is not there, and for one that is not public."""
    rows = public(request.community).filter(fact__in=numbers(number)[:1]).select_related("building", "place")
    if (problem := rows.first()) is None:
        raise Fault(404, _("service_request_id was not found, or its report is not public."))
    return problem


@spoken("GET")
def one(request: Visit, form: str, number: str) -> HttpResponse:
    """One request."""
    return _listed(request, form, [found(request, number)])


@spoken("GET")
def token(request: Visit, form: str, number: str) -> HttpResponse:
    """The id behind a token: here a request is kept at once, and its token is its id."""
    problem = found(request, number)
    told = {"service_request_id": str(problem.fact), "token": str(problem.fact)}
    return answer(form, "service_requests", "request", [told])


def _new(request: Visit, form: str) -> HttpResponse:
    told = sent(request)
    key = opened_by(request, told.get("api_key", ""))
    kept = keep(request, told, key)
    notice = promise(kept.category)
    if kept.unlisted:
        hidden = _("It is not public: only those who work on it see it.")
        notice = f"{notice} {_('A worker looks at the words first.') if kept.held else hidden}"
    row = {"service_request_id": str(kept.fact), "service_notice": notice, "account_id": None}
    return answer(form, "service_requests", "request", [row])
