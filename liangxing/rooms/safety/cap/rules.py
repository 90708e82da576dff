"""What CAP 1.2 asks in words and its schema does not hold (chapter 3 of the standard, named by the number)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from .area import circle, polygon
from .faults import Fault
from .message import Area, Info, Message, moment

FORBIDDEN = re.compile(r"[\s,<&]")  # 3.2.1, of identifier and sender
NEEDS_REFERENCES = {"Update", "Cancel", "Ack", "Error"}
AHEAD = timedelta(minutes=5)  # by which clocks that are kept may differ
OLD = timedelta(days=30)


def faults(message: Message) -> Iterator[Fault]:
    """Everything for which *message* is not taken."""
    yield from _head(message)
    yield from _references(message)
    if message.kind in ("Alert", "Update") and not message.infos:
        yield Fault("no-info")
    for info in message.infos:
        yield from _info(message, info)
        for area in info.areas:
            yield from _area(area)


def remarks(message: Message, now: datetime) -> Iterator[Fault]:
    """What is to be said of a message that is taken at *now*."""
    if message.sent > now + AHEAD:
        yield Fault("future", {"minutes": round((message.sent - now) / timedelta(minutes=1))})
    if message.sent < now - OLD:
        yield Fault("old", {"days": (now - message.sent).days})
    ends = [info.expires for info in message.infos]
    if ends and all(end is not None and end <= now for end in ends):
        yield Fault("over")
    if message.signed:
        yield Fault("signed")
    if message.status in ("Exercise", "Test") and not message.note:
        yield Fault("unmarked")


def _head(message: Message) -> Iterator[Fault]:
    """3.2.1: who, what, for whom."""
    for element, missing in (("identifier", "no-identifier"), ("sender", "no-sender")):
        told = getattr(message, element)
        if not told:
            yield Fault(missing)
        elif FORBIDDEN.search(told):
            yield Fault("signs", {"element": element, "value": told[:60]})
    if message.scope == "Restricted" and not message.restriction:
        yield Fault("no-restriction")
    if message.scope == "Private" and not message.addresses:
        yield Fault("no-addresses")


def _references(message: Message) -> Iterator[Fault]:
    """3.2.1: what an update, a cancellation or an answer is about."""
    if message.kind in NEEDS_REFERENCES and not message.references:
        yield Fault("no-references")
    whole = {str(reference) for reference in message.about()}
    for told in message.references:
        if told not in whole:
            yield Fault("bad-reference", {"value": told[:80]})
    if any((ref.sender, ref.identifier) == (message.sender, message.identifier) and ref.sent == moment(message.sent)
           for ref in message.about()):  # fmt: skip
        yield Fault("itself")


def _info(message: Message, info: Info) -> Iterator[Fault]:
    """3.2.2: what happens, and from when until when."""
    if not info.event:
        yield Fault("no-event")
    begins = info.effective or message.sent
    if info.expires is not None and info.expires <= begins:
        yield Fault("expires-first", {"expires": moment(info.expires), "effective": moment(begins)})


def _area(area: Area) -> Iterator[Fault]:
    """3.2.4: where."""
    if not area.description:
        yield Fault("no-area-words")
    for key, read, all_told in (("polygon", polygon, area.polygons), ("circle", circle, area.circles)):
        for told in all_told:
            if _swapped(told):
                yield Fault("swapped", {"value": told[:60]})
            elif read(told) is None:
                yield Fault(key, {"value": told[:60]})
    if area.ceiling is not None and area.altitude is None:
        yield Fault("ceiling")


def _swapped(told: str) -> bool:
    """Whether a latitude lies beyond the poles, and its longitude where a latitude may lie."""
    pairs = re.findall(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", told)
    return bool(pairs) and all(90 < abs(float(one)) <= 180 and abs(float(two)) <= 90 for one, two in pairs)
