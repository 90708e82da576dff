"""Re-examinations of honours as iCalendar (RFC 5545): the day itself, and an entry for each day of reminding.

Entries of their own, for a calendar program that subscribes passes over alarms.
"""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Event

from liangxing.ledger.models import Community
from liangxing.records.almanac import absolute, opened, whole_day
from liangxing.records.visit import Visit

from .assess import Assessed
from .gaps import gaps
from .reminders import Coming, examinations, held_by, lacks

NEEDS_SHOWN = 8  # a calendar program shows a few lines


def feed(request: Visit) -> HttpResponse:
    """The calendar, for any program that subscribes."""
    made = calendar(request.community, localdate())
    headers = {"Content-Disposition": 'attachment; filename="examinations.ics"'}
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers=headers)


def calendar(community: Community, today: date) -> bytes:
    """Every examination that is to come, with its reminders, as an .ics file."""
    made, at = opened(_("Re-examinations of honours")), now()
    for coming in examinations(community, today):
        found = held_by(community, coming, today)
        text = "\n".join([*lacks(found), *_needs(community, found)])
        page = reverse("standard.plan.read", args=[community.code, found[0].book.key]) if found else ""
        for months, day in [(0, coming.day), *coming.days_before()]:
            made.add_component(_event(community, coming, months, day, text, page, at))
    told: bytes = made.to_ical()
    return told


def _needs(community: Community, found: tuple[Assessed, ...]) -> list[str]:
    some = [gap for one in found for gap in gaps(community, one)][:NEEDS_SHOWN]
    return [f"{gap.judged.clause.number} {need}" for gap in some for need in gap.needs]


def _event(community: Community, coming: Coming, months: int, day: date, text: str, page: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{coming.honour}-{months}@{community.code}.liangxing")
    event.add("dtstamp", at)
    told = {"name": coming.name, "n": months}
    if months:
        words = ngettext(
            "In %(n)s month %(name)s is examined again", "In %(n)s months %(name)s is examined again", months
        )
    else:
        words = _("%(name)s is examined again") if coming.announced else _("%(name)s ends: examined again before")
    event.add("summary", words % told)
    event.add("description", text)
    if page:
        event.add("url", absolute(page))
    whole_day(event, day)
    return event
