"""What a rule says: which clause, where, how bad, what is there, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .paper import Line, Paper
from .sorts import Part, Sort

STANDARD = "GB/T 9704-2012"
FIRST_WORDS = 16  # characters by which a person finds a paragraph


class Severity(Enum):
    """How much a finding matters."""

    WRONG = "wrong"  # a measure or form of the standard is not kept
    ADVICE = "advice"  # custom, or what the file alone cannot show


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the number of the paragraph, its first words, and its page as the program that saved the file had it."""

    paragraph: int
    words: str
    page: int | None

    @classmethod
    def of(cls, line: Line) -> Place:
        """The place of *line*."""
        plain = " ".join(line.plain.split())
        return cls(line.number, plain[:FIRST_WORDS] + ("…" if len(plain) > FIRST_WORDS else ""), line.page)


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule found at a line, or in the document as a whole."""

    says: str
    todo: str
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What rules look at: the paper, and what each of its paragraphs is."""

    paper: Paper
    parts: tuple[Part, ...]

    def of(self, *sorts: Sort) -> list[Part]:
        """The parts of some sorts."""
        return [part for part in self.parts if part.sort in sorts]


Check = Callable[[Text], Iterable[Told]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its key, the clause, what it asks in a few words. ``chinese``: it says nothing of other languages."""

    clause: str
    title: str | Promise
    severity: Severity = Severity.WRONG
    chinese: bool = True
    key: str = ""
    check: Check = field(default=lambda text: (), compare=False)


@dataclass(slots=True)
class Finding:
    """One thing that is not as it should be, with every place where it is so; no place: in the whole document."""

    rule: Rule
    says: str
    todo: str
    places: list[Place]

    @property
    def wrong(self) -> bool:
        """Whether it is more than advice."""
        return self.rule.severity is Severity.WRONG

    @property
    def severity(self) -> str:
        """How much it matters, in a word."""
        return _("to put right") if self.wrong else _("advice")

    @property
    def clause(self) -> str:
        """The clause as people cite it; a custom that no clause has says so."""
        return f"{STANDARD}, {self.rule.clause}" if self.rule.clause else _("custom")

    def as_json(self) -> dict[str, Any]:
        """The finding for programs."""
        return {
            "rule": self.rule.key,
            "title": str(self.rule.title),
            "clause": self.rule.clause,
            "severity": self.rule.severity.value,
            "says": self.says,
            "todo": self.todo,
            "places": [{"paragraph": p.paragraph, "words": p.words, "page": p.page} for p in self.places],
        }
