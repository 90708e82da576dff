"""Casting a vote."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write
from liangxing.register.models import Household

from .models import Question, Vote
from .queries import ballot_of, entitled, is_open

BOX = "ballot-box"  # who answers for the act: an act under the voter's own name would tell whose ballot it is


def cast(question: Question, household: Household, choice: str, *, day: date) -> Vote:
    """The ballot of *household*, which now says *choice*; ``Refused`` when it may not vote, or not any more.

    It bears the day of the question, as does the number of those entitled: turnout compares like with like.
    """
    if not is_open(question, day):
        raise Refused(_("The voting on this question has ended. The result is on its page."))
    if not entitled(question, question.community, day).filter(fact=household.fact).exists():
        raise Refused(_("This question is put to other households."))
    if choice not in question.lines:
        raise Refused(_("Choose one of the choices."))
    ballot = ballot_of(question, household)
    with act("elections.vote.cast", community=question.community, by=BOX):
        standing = Vote.objects.known().filter(community=question.community, ballot=ballot).first()
        if standing is None:
            made = Vote(question_id=question.fact, ballot=ballot, choice=choice, day=question.day)
            return write(made, community=question.community, by=BOX)
        return standing if standing.choice == choice else correct(standing, by=BOX, choice=choice)
