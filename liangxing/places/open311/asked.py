"""What a program asks for: moments, spans of days, and numbers of reports, each read or refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import get_current_timezone, localdate, localtime
from django.utils.translation import gettext as _

from liangxing.rooms.environment.models import Problem

from .answers import Fault

SPAN = timedelta(days=90)
MOST = 1000
END_OF_DAY = time(23, 59, 59)


def moment(told: str, name: str) -> datetime:
    """A moment as W3C writes it, ``2026-01-01T00:00:00Z``; a day is its first moment here."""
    try:
        found = parse_datetime(told.replace(" ", "+")) or parse_date(told)  # "+" in an address means a space
    except ValueError:
        found = None
    if found is None or not 1900 <= found.year <= 9000:
        raise Fault(400, _("%s is no moment such as 2026-01-01T00:00:00Z.") % name)
    if not isinstance(found, datetime):
        found = datetime.combine(found, time(), get_current_timezone())
    return found if found.tzinfo else found.replace(tzinfo=get_current_timezone())


def span(asked: Mapping[str, str]) -> tuple[date, date]:
    """The first and the last day that are asked for: 90 days at most, the last ninety when nothing is said."""
    first, last = (
        localtime(moment(asked[name], name)).date() if name in asked else None for name in ("start_date", "end_date")
    )
    if first is None:
        last = last or localdate()
        first = last - SPAN
    last = last or first + SPAN
    if not timedelta(0) <= last - first <= SPAN:
        raise Fault(400, _("start_date and end_date may lie at most 90 days apart, the earlier one first."))
    return first, last


def numbers(told: str) -> list[UUID]:
    """The ids between commas; what is no id names no report."""
    found = []
    for part in told.split(",")[:MOST]:
        try:
            found.append(UUID(part.strip()))
        except ValueError:
            continue
    return found


def whole(asked: Mapping[str, str], name: str, usual: int, most: int) -> int:
    """A number from 1 to *most*."""
    told = asked.get(name, str(usual))
    if not (told.isascii() and told.isdecimal() and len(told) < 10 and 1 <= int(told) <= most):
        raise Fault(400, _("%(name)s is a number from 1 to %(most)s.") % {"name": name, "most": most})
    return int(told)


def reported(problem: Problem) -> datetime:
    """When it was reported: the moment of its first telling, or the first of its day when it was told later."""
    told = localtime(datetime.fromtimestamp((problem.fact.int >> 80) / 1000, UTC))
    return told if told.date() == problem.day else datetime.combine(problem.day, time(), get_current_timezone())


def w3c(at: datetime | date | None) -> str | None:
    """A moment in the form of the protocol, in whole seconds; a day ends with its last."""
    if at is None:
        return None
    if not isinstance(at, datetime):
        at = datetime.combine(at, END_OF_DAY, get_current_timezone())
    return localtime(at).isoformat(timespec="seconds")
