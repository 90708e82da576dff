"""What stands in a QR code: an address with a signature, which says that this community printed it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from liangxing.activities.models import Activity
from liangxing.ledger.models import Community
from liangxing.register.models import Card

AROUND = timedelta(days=1)  # a sign-in code holds on the activity's day, the day before and the day after


def address(route: str, community: Community, *args: object) -> str:
    """The full address of a page, as a phone needs it that has only the code."""
    return f"{settings.LIANGXING_URL.rstrip('/')}{reverse(route, args=[community.code, *args])}"


def signature(what: str, fact: UUID) -> str:
    """The signature of *fact* for one purpose, 43 letters: a code for one thing opens no other."""
    return Signer(salt=f"hall.{what}").signature(fact.hex)


def fits(what: str, fact: UUID, told: str) -> bool:
    """Whether *told* is that signature."""
    return constant_time_compare(signature(what, fact), told)


def in_time(activity: Activity, day: date) -> bool:
    """Whether people sign in at *activity* on *day*."""
    return abs(activity.day - day) <= AROUND


def card_code(card: Card) -> str:
    """What stands in the code of a household's card: its fact, signed. Ending the card makes the code worthless."""
    return Signer(salt="hall.card", sep=".").sign(card.fact.hex)


def card_of(community: Community, told: str, day: date) -> Card | None:
    """The card with this code that holds on *day*; ``None`` for a forged, lost or ended one."""
    try:
        fact = UUID(Signer(salt="hall.card", sep=".").unsign(told))
    except (BadSignature, ValueError):
        return None
    return Card.objects.known().standing_on(day).filter(community=community, fact=fact).first()
