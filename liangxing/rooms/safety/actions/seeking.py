"""Who may ask how a household is, and what comes of a question."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.contrib.auth.hashers import check_password, make_password
from django.utils.timezone import localdate

from liangxing.ledger.acts import act
from liangxing.records.actions import end, write
from liangxing.register.models import Household

from ..models import Asking, Emergency, Trust


def trust(home: Household, name: str, word: str, *, by: str) -> Trust:
    """*name* may ask how *home* is, by an agreed *word*; said again it takes the place of what was said before."""
    today = localdate()
    with act("safety.trust.tell", community=home.community, by=by):
        for old in Trust.objects.known().standing_on(today).filter(household=home.fact, name=name):
            end(old, until=today, by=by)
        said = Trust(household_id=home.fact, name=name, word=make_password(_plain(word)) if word else "", day=today)
        return write(said, community=home.community, by=by)


def may_ask(home: Household | None, word: str, day: date) -> bool:
    """Whether *word* is one that *home* agreed on with somebody."""
    agreed = Trust.objects.known().standing_on(day).filter(household=home.fact).exclude(word="") if home else ()
    hashes = [said.word for said in agreed] or [make_password(_plain("nobody"))]
    return any([check_password(_plain(word), known) for known in hashes]) and bool(agreed)


def _plain(word: str) -> str:
    """As it is compared: how somebody writes it in a hurry must not matter."""
    return "".join(word.split()).casefold()


def ask(emergency: Emergency, home: Household | None, about: str, asker: str, *, told: bool, by: str) -> Asking:
    """Keep that somebody asked: answered at once where they were *told*, else passed on to people."""
    asked = Asking(
        code=f"Q-{uuid4().hex[:12]}",
        emergency_id=emergency.fact,
        household_id=home.fact if home else None,
        about=about,
        asker=asker,
        outcome=Asking.Outcome.TOLD if told else Asking.Outcome.WAITING,
        day=localdate(),
    )
    return write(asked, community=emergency.community, by=by)
