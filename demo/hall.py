"""What lives in the hall today: an activity and an exercise that are open now, ballots, and cards of one building.

These are told as people tell them in the hall, and not by a table; a second run on the same day adds nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from . import heard, kept
from .accounts import ACCOUNTS
from .facts import WORDS, chance

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

BY = "worker"
TURNOUT = 0.72  # of the households that are asked
SAFE = 0.55  # of the households of the first estate that have said so


def live(community: Community, today: date) -> int:
    """Write it down, in one act; how many records that adds."""
    from liangxing.ledger.acts import act

    with act("demo.hall", community=community, by=BY) as done:
        before = len(done.told)
        _today(community, today)
        _vote(community)
        _ours(community)
        heard.hear(community, today, by=BY)
        kept.ask(community, today)
        return len(done.told) - before


def _home(community: Community, code: str) -> Any:
    from liangxing.register.models import Household

    return Household.objects.known().get(community=community, code=code)


def _today(community: Community, today: date) -> None:
    """An activity to sign in at, an exercise to check in, and the cards of the building of the resident's account."""
    from liangxing.activities.models import Activity, SignIn
    from liangxing.records.actions import write_once
    from liangxing.register.models import Card, Household, Place
    from liangxing.rooms.safety.actions import check_in
    from liangxing.rooms.safety.models import Emergency

    who: Any = {"community": community, "by": BY}
    square = Place.objects.known().get(community=community, code="WHGC")
    told = WORDS["hall"]
    held = write_once(Activity(code=f"T-{today:%Y%m%d}", title=told["today"], sort="campaign", topics=",energy,",
                               place_id=square.fact, day=today), **who)  # fmt: skip
    begun = today - timedelta(days=today.weekday())
    storm = write_once(Emergency(code=f"YX-{begun:%Y%m%d}", name=told["exercise"], exercise=True, day=begun,
                                 until=begun + timedelta(days=8)), **who)  # fmt: skip
    ours = next(account.household for account in ACCOUNTS if account.household)
    building = _home(community, ours).building_id
    homes = list(Household.objects.known().filter(community=community, building=building).order_by("code"))
    draw = chance(f"hall/{today}")
    for n, home in enumerate(homes):
        if home.code == ours:
            continue
        write_once(Card(household_id=home.fact, day=date(2026, 3, 2)), **who)
        if n % 5 == 0:
            write_once(SignIn(activity_id=held.fact, household_id=home.fact, people=1 + n % 2, day=today), **who)
        if draw.random() < SAFE:
            state = "help" if n % 17 == 3 else "safe"
            place = told["stairs"] if state == "help" else ""
            check_in(storm, home, state, place=place, told_by="self", by=home.code)


def _vote(community: Community) -> None:
    """Most of those who are asked have voted: on the question that has ended, and some on the one that is open."""
    from liangxing.records.actions import write_many
    from liangxing.rooms.elections.actions import BOX
    from liangxing.rooms.elections.models import Question, Vote
    from liangxing.rooms.elections.queries import ballot_of, entitled

    ours = [account.household for account in ACCOUNTS if account.household]
    for question in Question.objects.known().filter(community=community).order_by("code"):
        if Vote.objects.known().filter(question=question.fact).exists():
            continue
        draw, lines = chance(f"votes/{question.code}"), question.lines
        homes = entitled(question, community, question.day).exclude(code__in=ours).order_by("code")
        ballots = [ballot_of(question, home) for home in homes if draw.random() < TURNOUT]
        choices = draw.choices(lines, [5, 2, 1][: len(lines)], k=len(ballots))
        cast = [Vote(question_id=question.fact, ballot=ballot, choice=choice, day=question.day)
                for ballot, choice in zip(ballots, choices, strict=True)]  # fmt: skip
        write_many(cast, community=community, by=BOX)


def _ours(community: Community) -> None:
    """What the household of the resident's account has pledged, and the book that lies there."""
    from liangxing.records.actions import write_once
    from liangxing.rooms.bookbar.models import Book, Loan
    from liangxing.rooms.outreach.models import Call, Pledge

    who: Any = {"community": community, "by": BY}
    home = _home(community, next(account.household for account in ACCOUNTS if account.household))
    for call in Call.objects.known().filter(community=community).order_by("code")[:4]:
        write_once(Pledge(household_id=home.fact, call_id=call.fact, day=date(2026, 3, 5)), **who)
    book = Book.objects.known().get(community=community, code="B014")
    write_once(Loan(code="J2026-H1", book_id=book.fact, household_id=home.fact, day=date(2026, 11, 2)), **who)
