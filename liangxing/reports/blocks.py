"""A report as plain blocks: what every way of printing it starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .claim import Claim


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim within a sentence: its number in the report, as it is said there, and where it opens."""

    anchor: str
    shown: str
    claim: Claim


Run = str | Stated


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is a chapter."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text and claims."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its header, and rows of cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Block = Heading | Paragraph | TableBlock


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title, who signs it on which day, its blocks and claims, and the address of its page."""

    key: str
    title: str
    issuer: str
    day: date
    language: str
    address: str
    blocks: tuple[Block, ...]
    stated: tuple[Stated, ...]
    words: Mapping[str, str] = field(default_factory=dict)
