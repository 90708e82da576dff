"""Walking a round: begin it, tell each point once, close it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.drawing import new_seed
from liangxing.kernel.errors import Refused
from liangxing.kernel.language import nearest
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write, write_once

from ..inspection.checklists import Checklist, checklist, written
from ..models import InspectionPoint, InspectionRoute, Mending, PointCheck, Problem, ProblemStep, Round
from ..queries.rounds import asked_of, listed, open_findings, points_of, round_of_term, walked

State = PointCheck.State


class Outcome(Enum):
    """What became of a point that was told."""

    KEPT = "kept"
    SAME = "same"  # it had been told so already
    ANEW = "anew"  # the same account says it otherwise now
    TWICE = "twice"  # another account had told it; it counts once


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says of a point: its end, the answers to its checklist, words, and when it was seen."""

    state: State
    answers: dict[str, str]
    day: date
    at: time | None = None
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What was kept: the check, what became of the telling, and whether it reported a problem anew."""

    check: PointCheck
    outcome: Outcome
    reported: bool = False


def begin(route: InspectionRoute, *, post: UUID | None, day: date, by: str) -> Round:
    """The round of the term in which *day* lies: the one that was begun, or a new one, its sample drawn now.

    ``Refused`` when no point lies on the route: there would be nothing to walk to.
    """
    with act("environment.round.begin", community=route.community, by=by):
        if (standing := round_of_term(route, day)) is not None:
            return standing
        points = points_of(route, day)
        if not points:
            raise Refused(_("No point lies on %s yet: put points on the route first.") % route)
        many = min(route.sample or len(points), len(points))
        walk = Round(code=f"{route.code}-{day:%Y%m%d}", route_id=route.fact, post_id=post, day=day, asked=many)
        walk.listed, walk.seed = listed(points), new_seed() if many < len(points) else ""
        return write_once(walk, community=route.community, by=by)


def confirm(walk: Round, point: InspectionPoint, told: Told, *, by: str) -> Confirmed:
    """Keep what was seen at *point*; from however many phones it comes, it counts once, and a finding outweighs.

    ``Refused`` when the round does not ask for the point, or was struck out.
    """
    with act("environment.round.confirm", community=walk.community, by=by):
        now = Round.objects.known().filter(fact=walk.fact).first()
        if now is None:
            raise Refused(_("This round was struck out."))
        if now.listed and point.fact not in asked_of(now):
            raise Refused(_("%s is not among the points of this round.") % point)
        said = _weighed(told, checklist(point.kind))
        standing = PointCheck.objects.known().filter(round=now.fact, point=point.fact).select_related("act").first()
        kept = _first(now, point, said, by) if standing is None else _again(standing, point, said, by)
        _good_until(point, said, by)
        _mended(point, kept.check, by)
        if now.finished:
            close(now, by=by)
        return kept


def close(walk: Round, *, by: str) -> Round:
    """Say that *walk* is over, and how many of its points nobody has looked at; counted anew when one comes late."""
    with act("environment.round.close", community=walk.community, by=by):
        now = Round.objects.known().get(fact=walk.fact)
        missed = max(0, now.asked - walked(now).looked)
        return now if now.finished and now.missed == missed else correct(now, by=by, finished=True, missed=missed)


def _weighed(told: Told, asks: Checklist) -> Told:
    """*told*, with its end as its answers say it: an item answered with no, or a day gone by, is a finding."""
    until = asks.good_until(told.answers)
    wrong = asks.wrong(told.answers) or told.text or (until and until < told.day)
    if told.state is State.ORDER and wrong:
        return Told(State.FINDING, told.answers, told.day, told.at, told.text, told.note)
    return told


def _first(walk: Round, point: InspectionPoint, told: Told, by: str) -> Confirmed:
    check = PointCheck(round_id=walk.fact, point_id=point.fact, state=told.state, answers=written(told.answers),
                       at=told.at, day=told.day, note=told.note)  # fmt: skip
    check.problem_id, reported = _problem(point, told, by) if told.state is State.FINDING else (None, False)
    return Confirmed(write(check, community=walk.community, by=by), Outcome.KEPT, reported)


def _again(standing: PointCheck, point: InspectionPoint, told: Told, by: str) -> Confirmed:
    """A point that was told already: by the same account it is said anew, by another both are told."""
    mine, answers = standing.act.actor == by, written(told.answers)
    same = (standing.state, standing.answers) == (told.state, answers)
    if same and not told.text and (mine or standing.twice):
        return Confirmed(standing, Outcome.SAME)
    outcome = Outcome.ANEW if mine else Outcome.TWICE
    changes: dict[str, Any] = {"twice": standing.twice or not mine}
    reported = False
    if mine or _outweighs(told.state, standing.state):
        changes |= {"state": told.state, "answers": answers, "note": told.note or standing.note}
    if told.state is State.FINDING:
        problem, reported = _problem(point, told, by, standing.problem_id)
        changes |= {"problem_id": problem}
    return Confirmed(correct(standing, by=by, **changes), outcome, reported)


def _outweighs(one: str, other: str) -> bool:
    """Whether *one* of two tellings of a point says more: that something is wrong, before that it is in order."""
    weight = (State.UNREACHED, State.ORDER, State.FINDING)
    return weight.index(State(one)) > weight.index(State(other))


def _problem(point: InspectionPoint, told: Told, by: str, known: UUID | None = None) -> tuple[UUID, bool]:
    """The report of what is wrong at *point*, and whether it is a new one: what still stands is not reported twice."""
    earlier = [check.problem_id for check in open_findings(point.fact) if check.problem_id]
    standing = Problem.objects.known().filter(fact__in=[known, *earlier], until=None).order_by("-recorded_at").first()
    if standing is not None:
        return standing.fact, False
    asks = checklist(point.kind)
    made = Problem(sort=asks.category, source=Problem.Source.ROUND, day=told.day, place_id=point.place_id,
                   building_id=point.building_id, geometry=point.geometry)  # fmt: skip
    made.code, made.text = f"X-{made.pk.hex[-8:]}", _words(point, told, asks)
    return write(made, community=point.community, by=by).fact, True


def _words(point: InspectionPoint, told: Told, asks: Checklist) -> str:
    """What the report says: the point, the items that were answered with no, and what was written."""
    items = [item.asks[nearest(get_language())] for item in asks.wrong(told.answers)]
    until = asks.good_until(told.answers)
    late = [_("good until %s") % date_format(until)] if until and until < told.day else []
    said = [str(point), *(_("not so: %s") % item for item in items), *late, told.text]
    return " · ".join(words for words in said if words)[:300]


def _good_until(point: InspectionPoint, told: Told, by: str) -> None:
    """The day that was read off the thing is said of the thing."""
    until = checklist(point.kind).good_until(told.answers)
    now = InspectionPoint.objects.known().filter(fact=point.fact).first()
    if until and now and now.expires_on != until:
        correct(now, by=by, expires_on=until)


def _mended(point: InspectionPoint, check: PointCheck, by: str) -> None:
    """A point in order again was mended: on the day on which the report says so, else when it was seen."""
    if check.state != State.ORDER:
        return
    findings = open_findings(point.fact, before=check)
    if not findings:
        return
    first = findings[0]
    problems = [finding.problem_id for finding in findings if finding.problem_id]
    fixed = ProblemStep.objects.known().filter(problem__in=problems, state=ProblemStep.State.FIXED)
    told = fixed.order_by("-day").values_list("day", flat=True).first()
    day = told if told and first.day <= told <= check.day else check.day
    write_once(Mending(point_id=point.fact, found_on=first.day, day=day), community=point.community, by=by)
