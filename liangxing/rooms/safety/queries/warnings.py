"""Which alerts stand, and what became of each: read out of the messages themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Estate, Place

from ..cap.chain import Fate, fates
from ..cap.faults import Fault
from ..cap.message import Info, Message
from ..cap.reading import read
from ..cap.rules import remarks
from ..models import Alert

KEPT_FOR = timedelta(days=60)  # an alert without an end is not told for ever; whoever means longer updates it
NEWEST = 400


@lru_cache(maxsize=512)
def message_of(xml: str) -> Message:
    """The message that is kept as *xml*; it was held against schema and rules when it came."""
    return read(xml.encode())


@dataclass(frozen=True, slots=True)
class Seen:
    """An alert as it is told: the record, what it says, and what became of it."""

    alert: Alert
    fate: Fate
    at: datetime

    @property
    def message(self) -> Message:
        """What it says."""
        return self.fate.message

    @property
    def practised(self) -> bool:
        """Whether it is no actual warning, which every page says first."""
        return self.message.status != Alert.Status.ACTUAL

    @property
    def tells(self) -> bool:
        """Whether people here are told of it now."""
        return self.fate.stands and self.alert.reach != Alert.Reach.ELSEWHERE

    def info(self, language: str) -> Info | None:
        """What it says in the reader's *language*, or else in its first."""
        return self.message.info(language[:2])

    def said(self) -> list[Fault]:
        """What is to be said of it to those who look after alerts."""
        found = [*remarks(self.message, self.alert.recorded_at), *self.fate.remarks()]
        if self.alert.reach in (Alert.Reach.ELSEWHERE, Alert.Reach.UNTOLD):
            where = ", ".join(dict.fromkeys(a.description for i in self.message.infos for a in i.areas)) or "—"
            found.append(Fault(self.alert.reach, {"where": where}))
        return found


def alerts(community: Community, now: datetime) -> list[Seen]:
    """Every alert of the last weeks, the newest first, with what became of it at *now*."""
    rows = Alert.objects.known().filter(community=community, sent_at__gte=now - KEPT_FOR)
    kept = list(rows.order_by("-sent_at")[:NEWEST])
    found = fates((message_of(alert.xml) for alert in kept), now)
    return [Seen(alert, found[message_of(alert.xml).name], now) for alert in kept]


def standing(community: Community, now: datetime) -> list[Seen]:
    """What people here are told now: actual warnings before exercises, the worst first."""
    worst = {word: n for n, word in enumerate(("Extreme", "Severe", "Moderate", "Minor"))}
    told = [seen for seen in alerts(community, now) if seen.tells]
    return sorted(told, key=lambda seen: (seen.practised, worst.get(seen.alert.severity, 9)))


def one_alert(community: Community, fact: UUID, now: datetime) -> Seen | None:
    """The alert with this *fact*, however old; what became of it is read from all that came after it."""
    rows: Records[Alert] = Alert.objects.known().filter(community=community)
    alert = rows.filter(fact=fact).first()
    if alert is None:
        return None
    around = rows.filter(sent_at__gte=alert.sent_at - KEPT_FOR)
    found = fates((message_of(one.xml) for one in around), now)
    return Seen(alert, found[message_of(alert.xml).name], now)


def ground(community: Community, day: Any) -> list[list[tuple[float, float]]]:
    """The rings of the community's ground: of its boundary, or else of its estates."""
    places: Iterable[Any] = Place.objects.known().standing_on(day).filter(community=community, sort="boundary")
    found = [ring for place in places for ring in _rings(place.geometry)]
    if found:
        return found
    estates = Estate.objects.known().standing_on(day).filter(community=community)
    return [ring for estate in estates for ring in _rings(estate.geometry)]


def _rings(geometry: str) -> list[list[tuple[float, float]]]:
    told = json.loads(geometry) if geometry else {"type": ""}
    if told["type"] == "Polygon":
        lines = told["coordinates"][:1]
    elif told["type"] == "MultiPolygon":
        lines = [part[0] for part in told["coordinates"]]
    elif told["type"] == "LineString":  # a boundary is often drawn as a line that comes back to where it began
        lines = [[*told["coordinates"], told["coordinates"][0]]]
    else:
        lines = []
    return [[(float(point[0]), float(point[1])) for point in line] for line in lines]
