"""What can be wrong with a message, each by its name, with what to do; the page that shows one translates it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from liangxing.kernel.errors import Refused


def gettext_noop(text: str) -> str:
    """*text*, marked for the catalogue of translations."""
    return text


REFUSED = {
    "large": gettext_noop(
        "The file has more than %(most)s MB and was not opened. An alert has some kilobytes: "
        "ask the sender for it without its attachments."
    ),
    "empty": gettext_noop("The file is empty."),
    "dtd": gettext_noop("The file defines words of its own (a DOCTYPE), as attacks do. Alerts never need it."),
    "no-xml": gettext_noop("This is no XML: line %(line)s cannot be read. Ask the sender for the alert as CAP 1.2."),
    "no-cap": gettext_noop("This is XML, but no alert of CAP 1.2: it begins with %(found)s."),
    "older": gettext_noop("This is CAP %(version)s. Ask the sender for CAP 1.2."),
    "moment": gettext_noop(
        "%(element)s is %(value)s. CAP wants whole seconds and the zone in hours and minutes, "
        "such as 2026-07-01T08:00:00+08:00: no Z, and no fraction of a second."
    ),
    "schema": gettext_noop("Line %(line)s, %(element)s: it does not fit the schema of CAP 1.2 (%(detail)s)."),
    "no-identifier": gettext_noop("It has no identifier: nobody could update or cancel it."),
    "no-sender": gettext_noop("It has no sender: nobody could say whom it is from."),
    "signs": gettext_noop("%(element)s holds a space, a comma, < or &, which CAP does not allow there: %(value)s."),
    "no-references": gettext_noop(
        "It is an update, a cancellation or an answer, and does not say of which alert (references are missing)."
    ),
    "bad-reference": gettext_noop("A reference is no sender, identifier and moment with commas between: %(value)s."),
    "itself": gettext_noop("It refers to itself."),
    "no-info": gettext_noop("It says nothing: an alert or update has at least one info."),
    "no-event": gettext_noop("It does not say what happens: event is empty."),
    "no-area-words": gettext_noop("An area has no words (areaDesc is empty)."),
    "no-restriction": gettext_noop("Its scope is Restricted, and it does not say how (restriction is missing)."),
    "no-addresses": gettext_noop("Its scope is Private, and it does not say for whom (addresses are missing)."),
    "expires-first": gettext_noop("It expires (%(expires)s) before it takes effect (%(effective)s)."),
    "polygon": gettext_noop(
        "A polygon cannot be drawn: %(value)s. It needs at least four points, latitude before longitude, "
        "and the last is the first again."
    ),
    "circle": gettext_noop("A circle cannot be drawn: %(value)s. It is a point, a space, and a radius in kilometres."),
    "swapped": gettext_noop("Longitude stands before latitude in %(value)s: in CAP latitude comes first."),
    "not-along": gettext_noop("The feed names this file, and it did not come along. Nothing is fetched by itself."),
    "ceiling": gettext_noop("It has a ceiling and no altitude."),
}
SAID = {
    "future": gettext_noop("It was sent %(minutes)s minutes from now: the sender's clock is fast, or ours is slow."),
    "old": gettext_noop("It was sent %(days)s days ago."),
    "over": gettext_noop("It had expired when it came."),
    "elsewhere": gettext_noop("It is for another area (%(where)s), so nobody here is told."),
    "untold": gettext_noop(
        "Its area is told in words only (%(where)s): look whether it concerns this community. Until then it is shown."
    ),
    "unknown": gettext_noop("It is about an alert that never came here: %(value)s. It is kept, and changes nothing."),
    "not-theirs": gettext_noop("It is about an alert of another sender (%(value)s), so it changes nothing."),
    "signed": gettext_noop("It carries a signature, which is kept and not checked here."),
    "unmarked": gettext_noop("It is an exercise or test, and its note does not say for what."),
    "again": gettext_noop("The same alert had come before; it was not kept twice."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, or to be said of it: a key of ``REFUSED`` or ``SAID``, and what its sentence names."""

    key: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The words with gaps, as a catalogue of translations knows them."""
        return (REFUSED | SAID)[self.key]

    def __str__(self) -> str:
        return self.sentence % self.values


class Wrong(Refused):
    """A message that is not taken; ``faults`` says all that is wrong at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
