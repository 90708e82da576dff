"""What all our calendars share (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urljoin

from django.conf import settings
from icalendar import Calendar, Event


def absolute(path: str) -> str:
    """*path* as an address that holds outside this site."""
    return urljoin(settings.LIANGXING_URL, path)


def opened(name: str) -> Calendar:
    """A calendar without entries, called *name*, for any program that subscribes."""
    made = Calendar()
    made.add("prodid", "-//Liangxing//Calendar//ZH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    return made


def whole_day(event: Event, day: date) -> None:
    """*event* takes the whole of *day*, and keeps nobody busy."""
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
