"""What was done about requests, step by step (the extension ``servicerequestupdates``), and a word from a reporter."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.records.actions import write
from liangxing.records.visit import Visit
from liangxing.register.keys import called
from liangxing.rooms.environment.models import Problem, ProblemStep
from liangxing.rooms.environment.queries import state_of, steps_of
from liangxing.rooms.environment.queries.problems import public
from liangxing.rooms.environment.triage.insults import insulting

from .answers import Fault, answer, spoken
from .asked import MOST, numbers, span, w3c
from .keys import opened_by
from .reading import sent

OPEN = (ProblemStep.State.RECEIVED, ProblemStep.State.ASSIGNED, ProblemStep.State.REOPENED)
LONGEST = 300


@spoken("GET", "POST")
def many(request: Visit, form: str) -> HttpResponse:
    """Steps on public requests, the oldest first; POST adds a word to a request that the same key sent."""
    if request.method == "POST":
        return _new(request, form)
    rows = public(request.community)
    steps = ProblemStep.objects.known().filter(community=request.community)
    first, last = span(request.GET)
    if told := request.GET.get("service_request_id"):
        steps = steps.filter(problem__in=rows.filter(fact__in=numbers(told)).values("fact"))
    else:
        steps = steps.filter(problem__in=rows.values("fact"), day__gte=first, day__lte=last)
    return _listed(form, list(steps.order_by("recorded_at")[:MOST]))


def _listed(form: str, steps: list[ProblemStep]) -> HttpResponse:
    return answer(form, "service_request_updates", "request_update", [_told(step) for step in steps])


def _told(step: ProblemStep) -> dict[str, Any]:
    return {
        "update_id": str(step.fact),
        "service_request_id": str(step.problem_id),
        "status": "closed" if step.state == ProblemStep.State.CONFIRMED else "open",
        "updated_datetime": w3c(step.recorded_at),
        "description": step.text or step.get_state_display(),
    }


def _new(request: Visit, form: str) -> HttpResponse:
    """Keep a word of whoever reported it. It settles nothing: that is said by households."""
    told = sent(request)
    key = opened_by(request, told.get("api_key", ""))
    mine = Problem.objects.known().filter(community=request.community, source=Problem.Source.OPEN311)
    problem = mine.filter(fact__in=numbers(told.get("service_request_id", ""))[:1]).first()
    if problem is None or _sender(problem) != called(key):
        raise Fault(404, _("service_request_id was not found among what this key has reported."))
    if told.get("status", "open").lower() != "open":
        raise Fault(403, _("Only a household says that a request is closed."))
    words = told.get("description", "")
    if not words or len(words) > LONGEST:
        raise Fault(400, _("description has from 1 to %s letters.") % LONGEST)
    if insulting(words):
        raise Fault(400, _("Say it without words that hurt: everybody reads it, and nobody could look first."))
    state = state_of(steps_of([problem])[problem.fact])
    if problem.until or state not in OPEN:
        raise Fault(400, _("It was put right. If it is not, a household says so in the residents' hall."))
    step = ProblemStep(problem_id=problem.fact, state=state, text=words, day=localdate(), voice="reporter")
    return _listed(form, [write(step, community=request.community, by=called(key))])


def _sender(problem: Problem) -> str:
    """Who first told *problem*."""
    return str(Problem.objects.select_related("act").get(pk=problem.fact).act.actor)
