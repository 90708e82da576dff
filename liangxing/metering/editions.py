"""What holds from a day on: editions with a source, of which the older ones are never rewritten."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

BOOKS = Path(__file__).with_name("books")
STATUSES = ("read", "unverified")  # read: somebody read the figure in the source itself


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands. ``unverified`` until somebody has read it there.

    ``note``: where it was met instead, by language.
    """

    title: str
    status: str
    note: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"{self.title}: status {self.status!r} is none of {', '.join(STATUSES)}")


class Dated(Protocol):
    """Anything that holds from a day on."""

    @property
    def first(self) -> date:
        """The first day on which it holds."""


E = TypeVar("E", bound=Dated)


@dataclass(frozen=True, slots=True)
class Editions(Generic[E]):
    """Editions in the order of their days."""

    every: tuple[E, ...]

    def __post_init__(self) -> None:
        days = [edition.first for edition in self.every]
        if not days or days != sorted(set(days)):
            raise ValueError(f"editions are in order, each from a day of its own: {days}")

    def on(self, day: date) -> E | None:
        """The edition in force on *day*; ``None`` before the first, which is unknown and not free of charge."""
        found = bisect_right([edition.first for edition in self.every], day)
        return self.every[found - 1] if found else None

    def over(self, first: date, after: date) -> Iterator[tuple[E | None, date, date]]:
        """The run of days from *first* to before *after*, cut where an edition begins."""
        cuts = [first, *(e.first for e in self.every if first < e.first < after), after]
        for begin, end in pairwise(cuts):
            yield self.on(begin), begin, end


def told(folder: Path) -> Iterator[dict[str, Any]]:
    """Every book in *folder*, decimals as they are written."""
    for file in sorted(folder.glob("*.toml")):
        yield tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)


def source_of(said: Mapping[str, Any]) -> Source:
    """The source of an edition, as a book says it; ``KeyError`` where it says none."""
    return Source(**said["source"])


def months_within(first: date, after: date) -> Sequence[tuple[date, date, Decimal]]:
    """The run of days cut at months: first, after, and how much of its month each part is."""
    parts = []
    while first < after:
        begins = first.replace(day=1)
        ends = (begins + timedelta(days=31)).replace(day=1)
        until = min(ends, after)
        parts.append((first, until, Decimal((until - first).days) / (ends - begins).days))
        first = until
    return parts
