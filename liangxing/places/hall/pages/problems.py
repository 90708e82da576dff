"""Reporting a problem in three taps, following it, and saying whether it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.evidence.access import is_picture
from liangxing.evidence.actions import attach
from liangxing.evidence.models import Piece
from liangxing.evidence.queries import pieces_for
from liangxing.kernel.errors import Refused
from liangxing.places.hall import photos
from liangxing.places.hall.asked import words
from liangxing.places.hall.ground import Ground
from liangxing.places.hall.household import at_home, home_of, post_facts
from liangxing.places.hall.report_form import ReportForm, sorts
from liangxing.records.actions import write
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Household
from liangxing.rooms.environment.actions import judge as say
from liangxing.rooms.environment.models import Problem, ProblemStep
from liangxing.rooms.environment.queries import state_of, steps_of

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


def report(request: Visit) -> HttpResponse:
    """The form of three taps; POST keeps it, and whatever of it was good."""
    home, today = at_home(request), localdate()
    ground = Ground.of(request.community, today)
    form = ReportForm(
        request.POST or None, request.FILES or None, ground=ground, home=home.building, initial={"where": "home"}
    )
    if request.method == "POST" and form.is_valid():
        return _keep(request, form, home)
    return render(request, "hall/report.html", {
        "form": form, "home": home, "ground": ground, "drawing": ground.drawing(), "sorts": sorts(),
        "mine": told(list(known(request).filter(household=home.fact)[:LISTED])),
    }, status=422 if form.errors else 200)  # fmt: skip


def _keep(request: Visit, form: ReportForm, home: Household) -> HttpResponse:
    """Keep the report, and its photo if that can be read: a bad photo loses no words."""
    photo, spot, by = None, None, request.user.get_username()
    if sent := form.cleaned_data["photo"]:
        try:
            photo, spot = photos.read(sent)
        except Refused as refused:
            messages.warning(request, str(refused))
    made = form.problem(spot)
    made.day, made.household_id = localdate(), home.fact
    kept = write(made, community=request.community, by=by)
    if photo:
        prove(kept, photo, by=by)
    if form.cleaned_data["where"] == "photo" and not spot:
        messages.warning(request, _("The photo does not say where it was taken; your building was kept as the place."))
    messages.success(request, _("Reported. You see here what is done about it."))
    return redirect("hall.problem.read", community=request.community.code, problem=kept.fact)


def prove(record: Problem | ProblemStep, photo: BytesIO, *, by: str) -> None:
    """Attach *photo* to what it shows, once."""
    digest = sha256(photo.getvalue()).hexdigest()
    if not Piece.objects.known().filter(proves=record.fact, sha256=digest).exists():
        attach(record, photo, name=f"{record.fact.hex[-8:]}.jpg", sort="photo", by=by, channel="hall")


def problems(request: Visit) -> HttpResponse:
    """The reports that everybody may see, without anybody's name or photo; and the visitor's own."""
    home = home_of(request)
    mine = list(known(request).filter(household=home.fact)[:LISTED]) if home else []
    listed = told(list(known(request).filter(private=False)[:LISTED]))
    return render(request, "hall/problems.html", {"home": home, "mine": told(mine), "all": listed})


def seen(request: Visit, fact: UUID) -> Problem:
    """The report, if this visitor may read it: their own, a public one, or any for those who work on it."""
    problem = get_object_or_404(known(request), fact=fact)
    home = home_of(request)
    own = home is not None and problem.household_id == home.fact
    if problem.private and not own and not request.rights.narrow(known(request).filter(fact=fact)).exists():
        raise Http404
    return problem


def problem(request: Visit, problem: UUID) -> HttpResponse:
    """One report: what was done about it, and a question to the household once it is put right."""
    asked, home = seen(request, problem), home_of(request)
    (shown,) = told([asked])
    reach = bool(request.rights.narrow(Problem.objects.filter(pk=asked.pk)).exists())
    found = pieces_for([asked, *shown.steps]) if reach else {}
    context: dict[str, Any] = {
        "told": shown,
        "home": home,
        "own": home is not None and asked.household_id == home.fact,
        "pictures": [p for pieces in found.values() for p in pieces if is_picture(p)],
        "judges": home is not None and shown.state in (ProblemStep.State.FIXED, ProblemStep.State.CONFIRMED),
        "settled": shown.state == ProblemStep.State.CONFIRMED,
    }
    return render(request, "hall/problem.html", context)


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
