"""Taking an alert in, however it came, and sending one out: both end in the same record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from secrets import token_hex

from django.utils.timezone import localdate

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import write_once

from ..cap import feed
from ..cap.area import reach
from ..cap.faults import Fault
from ..cap.message import Info, Message
from ..cap.reading import read
from ..cap.writing import written
from ..models import Alert
from ..queries.warnings import ground

CHINA = timezone(timedelta(hours=8))  # what clocks here show: a reader sees the hour of the wall in the file


@dataclass(frozen=True, slots=True)
class Taken:
    """An alert that was taken; ``again``: it had come before, and was not kept twice."""

    alert: Alert
    again: bool


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one file or entry: ``taken``, or why not; ``name`` as whoever brought it calls it."""

    name: str
    taken: Taken | None = None
    refused: Refused | None = None


def take(data: bytes, *, way: str, community: Community, by: str, now: datetime) -> Taken:
    """Keep the alert that *data* is; ``Wrong`` says everything for which it is not taken.

    What is for another area, or about an alert that never came, is kept and said: only what cannot be read is not.
    """
    message = read(data)
    alert = _record(message, data, way, community, now)
    with act("safety.alert.take", community=community, by=by):
        kept = write_once(alert, community=community, by=by)
    return Taken(kept, again=kept.pk != alert.pk)


def _record(message: Message, data: bytes, way: str, community: Community, now: datetime) -> Alert:
    first = next(iter(message.infos), None)
    ends = [info.expires for info in message.infos if info.expires]
    return Alert(
        identifier=message.identifier[:200],
        sender=message.sender[:200],
        sent_at=message.sent,
        status=message.status,
        message=message.kind,
        event=first.event[:200] if first else "",
        severity=first.severity if first else "",
        effective_at=first.effective if first else None,
        expires_at=max(ends, default=None),
        reach=_reach(message, community, now),
        way=way,
        xml=_text(data, message),
        day=localdate(min(message.sent, now)),
    )


def _text(data: bytes, message: Message) -> str:
    """The bytes to the letter when they are UTF-8; from another encoding the message is written anew."""
    try:
        text = data.decode("utf-8-sig")
        return text if read(text.encode()) == message else written(message).decode()
    except (UnicodeDecodeError, Refused):
        return written(message).decode()


def _reach(message: Message, community: Community, now: datetime) -> str:
    """Whom a message is about; one without any area is about what it refers to, so nobody is left out by it."""
    if not any(info.areas for info in message.infos):
        return Alert.Reach.HERE
    return reach(message, code=community.code, ground=ground(community, localdate(now)))


def take_all(
    files: Iterable[tuple[str, bytes]], *, way: str, community: Community, by: str, now: datetime
) -> list[Came]:
    """Take every alert in *files* (names with bytes): alerts, and feeds that hold them or name files among these.

    Nothing is fetched: what a feed links to and did not come along is said to be missing.
    """
    there = dict(files)
    feeds = {name for name, data in there.items() if feed.is_feed(data)}
    found = [came for name in sorted(feeds) for came in _entries(name, there, community, by, now)]
    named = {came.name for came in found}
    for name in sorted(there.keys() - feeds - named):
        found.append(_came(name, there[name], way, community, by, now))
    return found


def _came(name: str, data: bytes, way: str, community: Community, by: str, now: datetime) -> Came:
    try:
        return Came(name, taken=take(data, way=way, community=community, by=by, now=now))
    except Refused as refused:
        return Came(name, refused=refused)


def _entries(name: str, there: dict[str, bytes], community: Community, by: str, now: datetime) -> Iterable[Came]:
    try:
        entries = list(feed.entries(there[name]))
    except Refused as refused:
        return [Came(name, refused=refused)]
    found = []
    for number, entry in enumerate(entries, 1):
        called = entry if isinstance(entry, str) else f"{name}#{number}"
        data = there.get(entry) if isinstance(entry, str) else entry
        if data is None:
            found.append(Came(called, refused=Refused(str(Fault("not-along")))))
        else:
            found.append(_came(called, data, Alert.Way.FEED, community, by, now))
    return found


def send_out(message: Message, *, community: Community, by: str, now: datetime) -> Taken:
    """Keep *message* as it goes out: written, read again by the same rules as what comes in, and then kept."""
    return take(written(message), way=Alert.Way.WRITTEN, community=community, by=by, now=now)


def composed(community: Community, kind: str, status: str, infos: tuple[Info, ...], now: datetime) -> Message:
    """A message of this community, named anew: nobody has to think of an identifier."""
    sent = now.astimezone(CHINA).replace(microsecond=0)
    return Message(
        identifier=f"{community.code}-{sent:%Y%m%d%H%M%S}-{token_hex(2)}",
        sender=f"{community.code}@liangxing.local",
        sent=sent,
        status=status,
        kind=kind,
        scope="Public",
        infos=infos,
    )


def about(message: Message, other: Message, note: str) -> Message:
    """*message* as one that is about *other* and about what that one was about: the whole chain is named."""
    return replace(message, references=(*other.references, str(other.name)), note=note)
