"""The calendar as iCalendar (RFC 5545): activities to come, and of the last ninety days, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils.timezone import get_current_timezone
from icalendar import Event, vDuration

from liangxing.activities.models import Activity
from liangxing.ledger.models import Community
from liangxing.records.almanac import absolute, opened, whole_day
from liangxing.records.models import Records

BACK = timedelta(days=90)
ASK_AGAIN = timedelta(hours=6)  # how often a program that subscribes may look


def near(community: Community, today: date) -> Records[Activity]:
    """The activities to come, and those of the last ninety days."""
    rows: Records[Activity] = Activity.objects.known().filter(community=community, day__gte=today - BACK)
    return rows


def coming(community: Community, today: date) -> Records[Activity]:
    """The activities of today and later, the next one first; those without a time before those of the same day."""
    rows: Records[Activity] = Activity.objects.known().filter(community=community, day__gte=today)
    return rows.select_related("place").order_by("day", "starts_at", "pk")


def calendar(community: Community, activities: Iterable[Activity], name: str) -> bytes:
    """*activities* as an .ics file under *name*."""
    some = list(activities)
    made = opened(name)
    made.add("refresh-interval", vDuration(ASK_AGAIN), parameters={"VALUE": "DURATION"})
    tellings = _tellings(some)
    for activity in some:
        made.add_component(_event(community, activity, tellings[activity.fact] - 1))
    made.add_missing_timezones()
    told: bytes = made.to_ical()
    return told


def _tellings(some: list[Activity]) -> dict[object, int]:
    """How often each fact was told: a calendar program takes a later telling for a newer one."""
    told = Activity.objects.filter(fact__in=[activity.fact for activity in some]).order_by().values("fact")
    return {row["fact"]: row["n"] for row in told.annotate(n=Count("pk"))}


def _event(community: Community, activity: Activity, corrected: int) -> Event:
    """One activity; its UID is its fact's, which stays through corrections."""
    event = Event()
    event.add("uid", f"{activity.fact}@{community.code}.liangxing")
    event.add("dtstamp", activity.recorded_at)
    event.add("last-modified", activity.recorded_at)
    event.add("sequence", corrected)
    event.add("summary", activity.title)
    event.add("url", absolute(reverse("activities.activity.page", args=[community.code, activity.pk])))
    if activity.place:
        event.add("location", str(activity.place))
    if activity.starts_at is None:
        whole_day(event, activity.day)
        return event
    begins = datetime.combine(activity.day, activity.starts_at, get_current_timezone())
    event.add("dtstart", begins)
    if activity.duration_min:
        event.add("dtend", begins + timedelta(minutes=activity.duration_min))
    return event
