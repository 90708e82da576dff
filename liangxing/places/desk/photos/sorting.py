"""Which record a photo belongs to: what happened on its day, at its place, at its hour. What is not clear is asked."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from liangxing.kernel.ground import Spot, distance_m, middle
from liangxing.places.desk.quick.kinds import quick_kinds
from liangxing.records.kinds import Kind
from liangxing.records.models import Record, Spell
from liangxing.records.visit import Visit

from .taken import Taken

NEAR_M = 250  # a square and the streets around it; a phone between high houses is off by tens of metres
AROUND = timedelta(hours=1)  # before it begins and after it ends: people set up, and linger
LASTS = timedelta(hours=3)  # what has a beginning and no known end
LATELY = 30  # records that are offered for photos that say nothing


@dataclass(slots=True)
class Happened:
    """A record that photos may belong to, and where that was."""

    kind: Kind
    record: Record
    spots: list[Spot] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What a form says for it."""
        return f"{self.kind.key}:{self.record.pk}"

    def __str__(self) -> str:
        return f"{date_format(self.record.day, 'DATE_FORMAT')} {self.record}"


def happened(request: Visit, days: set[date]) -> list[Happened]:
    """What the visitor may attach to and happened on one of *days*, and what happened lately; the newest first."""
    found: dict[str, Happened] = {}
    for kind, places in _kinds(request):
        rows = request.rights.narrow(kind.model._default_manager.known().filter(community=request.community))
        rows = rows.select_related(*places)
        for record in [*rows.filter(day__in=days)[:500], *rows.order_by("-day")[:LATELY]]:
            one = Happened(kind, record, [spot for name in places if (spot := _where(getattr(record, name)))])
            found.setdefault(one.key, one)
    return sorted(found.values(), key=lambda one: one.record.day, reverse=True)


def _kinds(request: Visit) -> list[tuple[Kind, list[str]]]:
    """Kinds of what happens at a place: those that a line can tell and that refer to something with a geometry."""
    found = []
    for quick in quick_kinds().values():
        model = quick.kind.model
        relations = [f for f in model._meta.concrete_fields if f.editable and f.is_relation]
        places = [f.name for f in relations if _has_geometry(f.related_model)]
        if places and not issubclass(model, Spell) and request.rights.may("attach", model):
            found.append((quick.kind, places))
    return found


def _has_geometry(model: Any) -> bool:
    return any(f.name == "geometry" for f in model._meta.concrete_fields)


def _where(place: Any) -> Spot | None:
    if place is None or not place.geometry:
        return None
    return middle(json.loads(place.geometry)["coordinates"])


def match(photo: Taken, name: str, some: list[Happened]) -> tuple[Happened | None, str]:
    """The record that *photo* belongs to, and why; no record when a person has to say, and why it is not clear."""
    if photo.at is None:
        return None, _("the photo does not say when it was taken")
    said = _("taken on %s") % _moment(photo)
    of_day = [one for one in some if one.record.day == photo.at.date()]
    if not of_day:
        return None, said + _("; nothing is recorded of that day")
    placed = [one for one in of_day if one.spots] if photo.spot else []
    if placed:
        return _nearest(photo, placed, of_day, said)
    at_hour = [one for one in of_day if _was_on(one.record, photo.at)] if not photo.named else []
    called = [one for one in of_day if str(one.record) in name]
    for fits, why in (
        (of_day, _("; the only thing of that day")),
        (called, _("; the file is called so")),
        (at_hour, _("; held at that hour")),
    ):
        if len(fits) == 1:
            return fits[0], said + why
    return None, said + _("; several things happened on that day")


def _moment(photo: Taken) -> str:
    assert photo.at is not None
    day = date_format(photo.at, "DATE_FORMAT")
    return day if photo.named else f"{day} {time_format(photo.at, 'H:i')}"


def _nearest(photo: Taken, placed: list[Happened], of_day: list[Happened], said: str) -> tuple[Happened | None, str]:
    assert photo.spot is not None
    away = {one.key: min(distance_m(photo.spot, spot) for spot in one.spots) for one in placed}
    near = sorted((one for one in placed if away[one.key] <= NEAR_M), key=lambda one: away[one.key])
    at_hour = [one for one in near if photo.at and _was_on(one.record, photo.at)]
    if near and (len(near) == 1 or len(at_hour) == 1 or away[near[0].key] * 2 < away[near[1].key]):
        best = at_hour[0] if len(at_hour) == 1 else near[0]
        return best, said + _("; %s m from the place") % round(away[best.key])
    if near:
        return None, said + _("; several things happened near that place")
    if len(of_day) > len(placed):
        return None, said + _("; some things of that day have no place on the map")
    return None, said + _("; taken far from what happened on that day")


def _was_on(record: Record, at: datetime) -> bool:
    """Whether *record* says that it was going on then; what has no hour is not known to be."""
    starts: time | None = getattr(record, "starts_at", None)
    if starts is None:
        return False
    minutes = getattr(record, "duration_min", None)
    begun = datetime.combine(record.day, starts)
    return begun - AROUND <= at <= begun + (timedelta(minutes=minutes) if minutes else LASTS) + AROUND
