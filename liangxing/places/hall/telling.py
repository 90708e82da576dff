"""What a form says of how a household is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.timezone import now

from liangxing.rooms.safety.actions import Telling
from liangxing.rooms.safety.models import CheckIn

from .asked import words

APART = timedelta(minutes=1)  # a device's time that lies further from ours was told without a network


def told_at(request: HttpRequest) -> datetime | None:
    """When the device says that the form was sent off, if that was at another time than now; the time is its own."""
    asked = request.POST.get("told_at", "")
    if not asked.isdecimal() or len(asked) > 14:
        return None
    moment = datetime.fromtimestamp(int(asked) / 1000, tz=UTC)
    return None if abs(now() - moment) < APART else moment


def said_of(
    request: HttpRequest, community: str, emergency: UUID, household: UUID | str, told_by: str, by: str, *, key: str
) -> Telling | None:
    """What the form says of a household; ``None`` when it does not say how it is. *community*: its code."""
    if (state := request.POST.get("state", "")) not in CheckIn.State.values:
        return None
    need = words(request, "need", 80) if state == CheckIn.State.HELP else ""
    return Telling(community, emergency, household, state, told_by, by, place=words(request, "place", 80),
                   need=need, told_at=told_at(request), key=key)  # fmt: skip
