"""What became of each alert: it stands, was superseded or cancelled by a later message, or is over by the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from .faults import Fault
from .message import Message, Reference

ENDS = {"Update": "superseded", "Cancel": "cancelled"}
SILENT = {"System", "Draft"}  # of these nobody is told


@dataclass(slots=True)
class Fate:
    """What became of *message*. ``by``: the message that ended it; ``unknown``: what it is about and never came."""

    message: Message
    state: str = "stands"  # or superseded, cancelled, expired, coming, answer, silent
    by: Message | None = None
    unknown: list[Reference] = field(default_factory=list)
    foreign: list[Reference] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        """Whether people are told of it now."""
        return self.state == "stands"

    def remarks(self) -> list[Fault]:
        """What is to be said of the messages it is about."""
        return [Fault("unknown", {"value": str(ref)}) for ref in self.unknown] + [
            Fault("not-theirs", {"value": str(ref)}) for ref in self.foreign
        ]


def fates(messages: Iterable[Message], now: datetime) -> dict[Reference, Fate]:
    """The fate of every message at *now*, by its name.

    Only its own sender ends an alert, and a test or exercise ends nothing that is actual: whoever practises a
    cancellation, or forges one, must not silence a warning that stands. Moments in references are compared as moments.
    """
    every = {message.name: Fate(message) for message in messages}
    by_moment = {_key(name): fate for name, fate in every.items()}
    for fate in sorted(every.values(), key=lambda fate: fate.message.sent):
        _follow(fate, by_moment)
    for fate in every.values():
        if fate.state == "stands":
            fate.state = _by_clock(fate.message, now)
    return every


def _key(name: Reference) -> tuple[str, str, float | str]:
    try:
        return name.sender, name.identifier, datetime.fromisoformat(name.sent).timestamp()
    except ValueError:
        return name.sender, name.identifier, name.sent


def _follow(fate: Fate, by_moment: dict[tuple[str, str, float | str], Fate]) -> None:
    """Lay the end of what *fate*'s message is about where it belongs."""
    message = fate.message
    if message.kind not in ("Alert", "Update"):
        fate.state = "answer"
    if (ends := ENDS.get(message.kind)) is None:
        return
    for name in message.about():
        other = by_moment.get(_key(name))
        if other is None:
            fate.unknown.append(name)
        elif other.message.sender != message.sender or not _may_end(message, other.message):
            fate.foreign.append(name)
        elif other.by is None and other is not fate:
            other.state, other.by = ends, message


def _may_end(message: Message, other: Message) -> bool:
    return message.status == other.status or other.status not in ("Actual",)


def _by_clock(message: Message, now: datetime) -> str:
    if message.status in SILENT or message.scope != "Public":
        return "silent"
    ends = [info.expires for info in message.infos]
    if ends and all(end is not None and end <= now for end in ends):
        return "expired"
    # A sender's fast clock must not hold a warning back: only an hour that was told is waited for.
    if message.infos and all(info.effective is not None and info.effective > now for info in message.infos):
        return "coming"
    return "stands"
