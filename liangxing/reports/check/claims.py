"""What a text claims, what became of each claim, and the records that it is held against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from liangxing.kernel.period import Period


class Verdict(StrEnum):
    """What the records say to a claim; ``UNCLEAR`` asks a person to look, and is never an alarm.

    ``CONTRADICTS``: the records bear it out, but a document that was sent says otherwise. ``UNPROVEN``: a word without
    a figure, which is not wrong.
    """

    BORNE_OUT = "borne_out"
    DIFFERS = "differs"
    NOT_RECORDED = "not_recorded"
    SAID_TWICE = "said_twice"
    TWO_NAMES = "two_names"
    CONTRADICTS = "contradicts"
    UNPROVEN = "unproven"
    UNCLEAR = "unclear"


class Kind(StrEnum):
    """What sort of thing is claimed; ``LOST`` is no claim but a sign that the text itself is damaged."""

    FIGURE = "figure"
    THRESHOLD = "threshold"
    HONOUR = "honour"
    PAYMENT = "payment"
    DATE = "date"
    NAME = "name"
    ITEM = "item"
    WORD = "word"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim: its words as read, and ``start`` and ``end`` in the text as given.

    ``stated`` is what the words mean (an interval as ``8000-8999``, in the measure's unit), ``recorded`` what we have;
    ``None`` when we have nothing. ``measure`` is the key of a measure, or of the measure whose rows answer.
    ``period``: the days that the figure was counted in, when the text names some. ``suggestion``: what could stand in
    its place, and ``sentence`` the whole sentence with it. ``sent``: the document that says otherwise.
    """

    text: str
    start: int
    end: int
    kind: Kind
    verdict: Verdict
    measure: str | None = None
    stated: str | None = None
    recorded: str | None = None
    period: str | None = None
    suggestion: str | None = None
    sentence: str | None = None
    sent: Sent | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """What a program is told: docs/how-to/check-a-report.md says what each means."""
        return {
            "text": self.text,
            "start": self.start,
            "kind": self.kind.value,
            "measure": self.measure,
            "stated": self.stated,
            "recorded": self.recorded,
            "verdict": self.verdict.value,
            "end": self.end,
            "period": self.period,
            "suggestion": self.suggestion,
            "sentence": self.sentence,
            "sent": None if self.sent is None else f"{self.sent.title}: {self.sent.value}",
        }


# What the text claims without being wrong, or is a sign of damage: no reason to call a report bad.
HARMLESS = frozenset({Kind.LOST, Kind.WORD})


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All claims in the order of the text. ``given``: the text as it was given, into which places point.

    ``other``: the community that the text speaks of, when that is not the one whose records were asked.
    """

    given: str
    read: str
    claims: tuple[Claim, ...]
    other: str = ""

    def as_json(self) -> list[dict[str, str | int | None]]:
        """One object for each claim."""
        return [claim.as_json() for claim in self.claims]

    @property
    def good(self) -> bool:
        """Whether every claim is borne out; signs of loss and words without a figure are not counted."""
        return all(c.verdict is Verdict.BORNE_OUT for c in self.claims if c.kind not in HARMLESS)


@dataclass(frozen=True, slots=True)
class Honour:
    """A recorded honour; *level* is ``country``, ``province``, ``city`` or ``district``."""

    title: str
    level: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Payment:
    """Money an enterprise got for a year; *condition_cny*: the output that the policy asks for, if any."""

    enterprise: str
    year: int
    amount_cny: Decimal
    condition_cny: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Something recorded under a name of its own, and the day it began (``None``: no text may claim it)."""

    measure: str
    name: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things that a measure counts, in the word that a list would use."""

    measure: str
    name: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A figure as a document that was sent has it, and whose receiver was told nothing else since."""

    measure: str
    value: Decimal
    title: str
    day: date


def _never(_key: str, _period: Period) -> Decimal | None:
    return None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded as of a day. *flows*: keys whose figure depends on a period that texts leave out.

    *during* answers for a measure and a run of days; *community* is its name, by which a text of another is known.
    """

    figures: Mapping[str, Decimal | None]
    honours: tuple[Honour, ...] = ()
    payments: tuple[Payment, ...] = ()
    named: tuple[Named, ...] = ()
    items: tuple[Item, ...] = ()
    flows: frozenset[str] = field(default_factory=frozenset)
    during: Callable[[str, Period], Decimal | None] = _never
    sent: tuple[Sent, ...] = ()
    community: str = ""
