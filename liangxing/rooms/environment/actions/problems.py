"""Reporting a problem, answering it, and saying whether it is settled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write
from liangxing.register.models import Household

from ..models import Problem, ProblemStep
from ..queries import state_of, steps_of

State = ProblemStep.State
ANSWERS = (State.RECEIVED, State.ASSIGNED, State.FIXED)  # what those who work on it may say


def standing(problem: Problem) -> Problem:
    """The telling of *problem* that counts now; ``Refused`` when it was struck out."""
    found = Problem.objects.known().filter(fact=problem.fact).first()
    if found is None:
        raise Refused(_("This report was struck out."))
    return found


def answer(problem: Problem, state: State, *, text: str, post: UUID | None, day: date, by: str) -> ProblemStep:
    """Say how far the problem has come; ``Refused`` once it is settled, and for what only a household says."""
    if state not in ANSWERS:
        raise Refused(_("Only a household says that a problem is settled, or is not."))
    if state_of(steps_of([problem])[problem.fact]) is State.CONFIRMED:
        raise Refused(_("A household has confirmed that this is settled. If it is not, a household opens it again."))
    step = ProblemStep(problem_id=problem.fact, state=state, text=text, post_id=post, day=day)
    return write(step, community=problem.community, by=by)


def judge(
    problem: Problem, household: Household, *, settled: bool, text: str, posts: Iterable[UUID], day: date, by: str
) -> ProblemStep:
    """A household says that what was put right is settled, or is not; then the problem ends, or stands again.

    ``Refused`` to whoever holds one of the *posts* that put it right, and when there is nothing to judge.
    """
    with act("environment.problem.judge", community=problem.community, by=by):
        now = standing(problem)
        steps = steps_of([now])[now.fact]
        state = state_of(steps)
        if state not in (State.FIXED, State.CONFIRMED) or (settled and state is State.CONFIRMED):
            raise Refused(_("There is nothing to confirm yet: nobody has said that it is put right."))
        fixed = [step for step in steps if step.state == State.FIXED]
        if any(step.post_id in {*posts} or step.act.actor == by for step in fixed[-1:]):
            raise Refused(
                _("Whoever put it right does not confirm it: the household that reported it does, or another.")
            )
        until = day if settled else None
        if now.until != until:
            correct(now, by=by, until=until)
        said = State.CONFIRMED if settled else State.REOPENED
        step = ProblemStep(problem_id=now.fact, state=said, text=text, household_id=household.fact, day=day)
        return write(step, community=problem.community, by=by)
