"""Answering what was reported, giving it to somebody, and saying whether it is settled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write, write_once
from liangxing.register.models import Household

from ..models import Problem, ProblemStep, ProblemSupport
from ..queries import state_of, steps_of
from ..queries.problems import drawn_for
from .drawing import draw_neighbours

State, Voice = ProblemStep.State, ProblemStep.Voice
ANSWERS = (State.RECEIVED, State.ASSIGNED, State.FIXED)  # what those who work on it may say


def standing(problem: Problem) -> Problem:
    """The telling of *problem* that counts now; ``Refused`` when it was struck out."""
    found = Problem.objects.known().filter(fact=problem.fact).first()
    if found is None:
        raise Refused(_("This report was struck out."))
    return found


def answer(
    problem: Problem, state: ProblemStep.State, *, text: str, post: UUID | None, day: date, by: str
) -> ProblemStep:
    """Say how far the problem has come; ``Refused`` once it is settled, and for what only a household says.

    When it is put right, neighbours are drawn who are asked whether it really is.
    """
    if state not in ANSWERS:
        raise Refused(_("Only a household says that a problem is settled, or is not."))
    if problem.same_as_id:
        raise Refused(_("This was told before: answer the report that it was merged with."))
    if state_of(steps_of([problem])[problem.fact]) is State.CONFIRMED:
        raise Refused(_("A household has confirmed that this is settled. If it is not, a household opens it again."))
    step = ProblemStep(problem_id=problem.fact, state=state, text=text, post_id=post, day=day, voice=Voice.STAFF)
    with act("environment.problem.answer", community=problem.community, by=by):
        write(step, community=problem.community, by=by)
        if state is State.FIXED:
            draw_neighbours(problem, day=day, by=by)
    return step


def assign(problem: Problem, post: UUID, *, text: str, day: date, by: str) -> ProblemStep:
    """Put *post* in charge; ``Refused`` as for an answer."""
    with act("environment.problem.assign", community=problem.community, by=by):
        now = standing(problem)
        if now.post_id != post:
            now = correct(now, by=by, post_id=post)
        return answer(now, State.ASSIGNED, text=text, post=post, day=day, by=by)


def voice_of(problem: Problem, household: Household) -> ProblemStep.Voice:
    """As who *household* speaks of *problem*."""
    if problem.household_id == household.fact:
        return Voice.REPORTER
    drawn = any(one.household_id == household.fact for one in drawn_for(problem))
    return Voice.DRAWN if drawn else Voice.NEIGHBOUR


def judge(
    problem: Problem, household: Household, *, settled: bool, text: str, posts: Iterable[UUID], day: date, by: str
) -> ProblemStep:
    """A household says that what was put right is settled, or is not; then the problem ends, or stands again.

    Settled is said by the household that reported it, or by a neighbour who was drawn; not settled by any neighbour.
    ``Refused`` to whoever holds one of the *posts* that put it right, and when there is nothing to judge.
    """
    with act("environment.problem.judge", community=problem.community, by=by):
        now = standing(problem)
        steps = steps_of([now])[now.fact]
        state, voice = state_of(steps), voice_of(now, household)
        if state not in (State.FIXED, State.CONFIRMED) or (settled and state is State.CONFIRMED):
            raise Refused(_("There is nothing to confirm yet: nobody has said that it is put right."))
        fixed = [step for step in steps if step.state == State.FIXED]
        if any(step.post_id in {*posts} or step.act.actor == by for step in fixed[-1:]):
            raise Refused(_("Whoever put it right does not confirm it: the reporter does, or a drawn neighbour."))
        if settled and voice is Voice.NEIGHBOUR:
            raise Refused(_("Settled is said by whoever reported it, or by a neighbour who was drawn by lot."))
        mended = (fixed[-1].day if fixed else day) if settled else None
        if (now.until, now.fixed_on) != (until := day if settled else None, mended):
            correct(now, by=by, until=until, fixed_on=mended)
        said = State.CONFIRMED if settled else State.REOPENED
        step = ProblemStep(
            problem_id=now.fact, state=said, text=text, household_id=household.fact, day=day, voice=voice
        )
        return write(step, community=problem.community, by=by)


def support(problem: Problem, household: Household, *, day: date, by: str) -> None:
    """*household* has the same problem. Said twice, or by whoever reported it, it counts once."""
    now = standing(problem)
    if now.same_as_id:
        now = standing(now.same_as)  # type: ignore[arg-type]
    if now.household_id == household.fact:
        return
    told = ProblemSupport(problem_id=now.fact, household_id=household.fact, day=day)
    write_once(told, community=problem.community, by=by)


def merge(problem: Problem, into: Problem, *, day: date, by: str, why: str = "") -> Problem:
    """Say that *problem* was told before as *into*: it ends, its households count there, and it can be taken apart."""
    with act("environment.problem.merge", community=problem.community, by=by, why=why):
        now, main = standing(problem), standing(into)
        if now.fact == main.fact:
            raise Refused(_("A report is not merged with itself."))
        if main.same_as_id:
            raise Refused(_("That report was itself merged: choose the one that it was merged with."))
        if now.same_as_id or now.until is not None:
            raise Refused(_("This report is settled or merged already."))
        if Problem.objects.known().filter(same_as=now.fact).exists():
            raise Refused(_("Others were merged with this report: take them apart first, or merge the other way."))
        return correct(now, by=by, same_as_id=main.fact, until=max(day, now.day))


def take_apart(problem: Problem, *, by: str, why: str = "") -> Problem:
    """Undo a merging: the report stands again on its own."""
    with act("environment.problem.take_apart", community=problem.community, by=by, why=why):
        now = standing(problem)
        if not now.same_as_id:
            raise Refused(_("This report is not merged."))
        return correct(now, by=by, same_as_id=None, until=None)
