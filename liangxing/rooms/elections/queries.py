"""Who may vote on a question, under which ballot, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Building, Household

from .models import Question, Vote


def ballot_of(question: Question, household: Household) -> str:
    """The number of the ballot that *household* has of *question*: 64 hex digits, the same each time.

    It is a digest under the installation's secret key: whoever has the records and not the key cannot tell whose it is.
    """
    return salted_hmac("elections.ballot", f"{question.fact}/{household.fact}", algorithm="sha256").hexdigest()


def entitled(question: Question, community: Community, day: date) -> Records[Household]:
    """The households that may vote on *question*, as they stand on *day*."""
    homes = Household.objects.known().standing_on(day).filter(community=community)
    if question.building_id:
        return homes.filter(building=question.building_id)
    if question.estate_id:
        houses = Building.objects.known().filter(community=community, estate=question.estate_id)
        return homes.filter(building__in=houses.values("fact"))
    return homes


def put_to(household: Household, day: date) -> Records[Question]:
    """The questions on which *household* may vote on *day*."""
    building = household.building
    concerns = Q(estate=None, building=None) | Q(building=building.fact)
    if building.estate_id:
        concerns |= Q(estate=building.estate_id, building=None)
    return Question.objects.known().standing_on(day).filter(concerns, community=household.community)


def unanswered(questions: Iterable[Question], household: Household) -> list[Question]:
    """Those of *questions* of which the household's ballot has not been cast."""
    asked = {ballot_of(question, household): question for question in questions}
    cast = Vote.objects.known().filter(community=household.community, ballot__in=asked)
    done = set(cast.values_list("ballot", flat=True))
    return [question for ballot, question in asked.items() if ballot not in done]


def is_open(question: Question, day: date) -> bool:
    """Whether votes are taken on *day*."""
    return question.struck_at is None and question.day <= day and (question.until is None or day < question.until)


def counts(question: Question) -> dict[str, int]:
    """Votes for each choice, in the order of the choices."""
    told = Vote.objects.known().filter(question=question.fact).order_by().values("choice").annotate(n=Count("id"))
    found = {row["choice"]: row["n"] for row in told}
    return {choice: found.get(choice, 0) for choice in question.lines}


def ballots(question: Question) -> Records[Vote]:
    """Every ballot that counts, in the order of its number, which says nothing of whose it is or when it came."""
    return Vote.objects.known().filter(question=question.fact).order_by("ballot")
