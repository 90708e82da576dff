"""Following a reported problem, saying that one has it too, and whether it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.evidence.access import is_picture
from liangxing.evidence.actions import attach
from liangxing.evidence.models import Piece
from liangxing.evidence.queries import pieces_for
from liangxing.evidence.thumbs import thumb
from liangxing.kernel.errors import Refused
from liangxing.places.hall.asked import words
from liangxing.places.hall.household import at_home, home_of, post_facts
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.rooms.environment.actions import judge as say
from liangxing.rooms.environment.actions import support
from liangxing.rooms.environment.actions.problems import voice_of
from liangxing.rooms.environment.models import Problem, ProblemStep
from liangxing.rooms.environment.models.problems import PUBLIC
from liangxing.rooms.environment.queries import state_of, steps_of
from liangxing.rooms.environment.queries.photos import photos_shown
from liangxing.rooms.environment.queries.problems import drawn_at, drawn_for, supporters

LISTED = 30  # of the public list: a month or two of a community's reports
SIGNS = {"received": "wait", "assigned": "wait", "fixed": "ok", "confirmed": "ok", "reopened": "no"}


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as pages show it: with its steps, and where they leave it."""

    problem: Problem
    steps: list[ProblemStep]

    @property
    def state(self) -> ProblemStep.State:
        """How far it has come."""
        return state_of(self.steps)

    @property
    def late(self) -> bool:
        """Whether it stands and is past its due day."""
        at = self.problem
        return at.until is None and self.state != "fixed" and at.due_on is not None and at.due_on < localdate()

    @property
    def provisional(self) -> bool:
        """Whether the due day counts plain weekdays, for the shifted days of that year are not known yet."""
        due = self.problem.due_on
        return due is not None and self.problem.category.provisional(self.problem.day, due)

    @property
    def sign(self) -> str:
        """The class of the tag that says so."""
        return SIGNS[self.state]


def told(problems: Sequence[Problem]) -> list[Told]:
    """Each of *problems* with its steps. One query."""
    steps = steps_of(problems)
    return [Told(problem, steps[problem.fact]) for problem in problems]


def known(request: Visit) -> Records[Problem]:
    """The reports of the community that count, with where they are."""
    rows = Problem.objects.known().filter(community=request.community)
    return rows.select_related("building__estate", "place")


def prove(record: Problem | ProblemStep, photo: BytesIO, *, by: str) -> None:
    """Attach *photo* to what it shows, once."""
    digest = sha256(photo.getvalue()).hexdigest()
    if not Piece.objects.known().filter(proves=record.fact, sha256=digest).exists():
        attach(record, photo, name=f"{record.fact.hex[-8:]}.jpg", sort="photo", by=by, channel="hall")


def problems(request: Visit) -> HttpResponse:
    """The reports that everybody may see, without anybody's name; and the visitor's own."""
    home = home_of(request)
    mine = list(known(request).filter(household=home.fact)[:LISTED]) if home else []
    listed = told(list(known(request).filter(PUBLIC)[:LISTED]))
    drawn = list(drawn_at(home).select_related("building", "place")) if home else []
    asked = [one for one in told(drawn) if one.state == ProblemStep.State.FIXED]
    return render(request, "hall/problems.html", {"home": home, "mine": told(mine), "all": listed, "asked": asked})


def seen(request: Visit, fact: UUID) -> Problem:
    """The report, if this visitor may read it: their own, a public one, or any for those who work on it.

    A drawn neighbour reads what they are asked about.
    """
    problem = get_object_or_404(known(request), fact=fact)
    home = home_of(request)
    own = home is not None and (problem.household_id == home.fact or drawn_at(home).filter(fact=fact).exists())
    hidden = problem.private or problem.held in (Problem.Held.WAITS, Problem.Held.KEPT)
    if hidden and not own and not reaches(request, problem):
        raise Http404
    return problem


def reaches(request: Visit, problem: Problem) -> bool:
    """Whether the visitor works on the report, or it is their own."""
    return bool(request.rights.narrow(Problem.objects.filter(pk=problem.pk)).exists())


def pictures(request: Visit, problem: Problem, steps: Sequence[ProblemStep]) -> list[Piece]:
    """The photos that this visitor may see: all for those who work on it, what a worker has shown for the others."""
    every = [p for pieces in pieces_for([problem, *steps]).values() for p in pieces if is_picture(p)]
    if reaches(request, problem):
        return every
    shown = photos_shown(every)
    return [piece for piece in every if shown[piece.fact]]


def photo(request: Visit, problem: UUID, piece: UUID) -> FileResponse:
    """A photo of a report, small and without what the camera wrote beside it, for whoever may see it."""
    asked = seen(request, problem)
    steps = steps_of([asked])[asked.fact]
    found = next((one for one in pictures(request, asked, steps) if one.fact == piece), None)
    if found is None or (made := thumb(found.sha256, "large")) is None:
        raise Http404
    answer = FileResponse(made.open("rb"), content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"  # a worker may hide it again
    return answer


def problem(request: Visit, problem: UUID) -> HttpResponse:
    """One report: what was done about it, and a question to those who may say whether it is settled."""
    asked, home = seen(request, problem), home_of(request)
    (shown,) = told([asked])
    lots = drawn_for(asked)
    voice = voice_of(asked, home) if home else None
    open_ones = (ProblemStep.State.RECEIVED, ProblemStep.State.ASSIGNED, ProblemStep.State.REOPENED)
    context: dict[str, Any] = {
        "told": shown,
        "home": home,
        "own": home is not None and asked.household_id == home.fact,
        "pictures": pictures(request, asked, shown.steps),
        "judges": home is not None and shown.state in (ProblemStep.State.FIXED, ProblemStep.State.CONFIRMED),
        "confirms": voice in (ProblemStep.Voice.REPORTER, ProblemStep.Voice.DRAWN),
        "settled": shown.state == ProblemStep.State.CONFIRMED,
        "supporters": supporters([asked])[asked.fact],
        "joins": voice is not None and voice is not ProblemStep.Voice.REPORTER and shown.state in open_ones,
        "lots": lots,
        "main": known(request).filter(fact=asked.same_as_id).first() if asked.same_as_id else None,
    }
    return render(request, "hall/problem.html", context)


@require_POST
def join(request: Visit, problem: UUID) -> HttpResponse:
    """A household has the same problem: counted, not named."""
    asked, home = seen(request, problem), at_home(request)
    support(asked, home, day=localdate(), by=request.user.get_username())
    messages.success(request, _("Thank you. Your household is counted, and not named."))
    return redirect("hall.problem.read", community=request.community.code, problem=asked.same_as_id or asked.fact)


@require_POST
def judge(request: Visit, problem: UUID) -> HttpResponse:
    """A household says that it is settled, or is not."""
    asked, home = seen(request, problem), at_home(request)
    try:
        say(
            asked,
            home,
            settled=request.POST.get("settled") == "1",
            text=words(request, "text"),
            posts=post_facts(request),
            day=localdate(),
            by=request.user.get_username(),
        )
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Thank you. That is kept."))
    return redirect("hall.problem.read", community=request.community.code, problem=asked.fact)
