"""Codes that work once: for a new password, or for a household that is invited. Printed on a card, never sent."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import choice
from uuid import UUID

from django.utils.timezone import now

from liangxing.ledger.models import Community

from .models import Ticket

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when read from paper
GROUPS, GROUP = 3, 4  # twelve letters of 31: 59 bits, more than anybody guesses at a slowed door
LASTS = timedelta(days=14)


def new_code() -> str:
    """A code as it is printed, such as ``abcd-efgh-jkmn``."""
    return "-".join("".join(choice(LETTERS) for _letter in range(GROUP)) for _group in range(GROUPS))


def digest(code: str) -> str:
    """SHA-256 of a code, however it was typed: capitals, spaces and strokes do not matter."""
    return sha256("".join(c for c in code.casefold() if c.isalnum()).encode()).hexdigest()


def issue(community: Community, *, by: str, account: str = "", household: UUID | None = None) -> str:
    """A new code; an earlier one for the same account is void from now on."""
    if account:
        Ticket.objects.filter(community=community, account=account, used_at=None).update(ends_at=now())
    code = new_code()
    Ticket.objects.create(
        community=community,
        digest=digest(code),
        account=account,
        household=household,
        made_by=by,
        ends_at=now() + LASTS,
    )
    return code


def find(community: Community, code: str) -> Ticket | None:
    """The ticket that *code* opens now; ``None`` when it was used, has ended, or never was."""
    return Ticket.objects.filter(community=community, digest=digest(code), used_at=None, ends_at__gt=now()).first()


def use(ticket: Ticket) -> bool:
    """Use it up; ``False`` when somebody was quicker."""
    return bool(Ticket.objects.filter(pk=ticket.pk, used_at=None).update(used_at=now()))
