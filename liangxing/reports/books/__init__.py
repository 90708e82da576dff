"""Reports: one folder each, found rather than listed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from liangxing.kernel.registry import Registry

if TYPE_CHECKING:
    from liangxing.records.models import Record  # Django looks through these folders before its apps are there

BOOKS = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of record of which a document may be written. ``when``: ``past``, ``coming``, or empty for both."""

    kind: str
    when: str = ""
    sort: tuple[str, ...] = ()

    def fits(self, record: Record, day: date) -> bool:
        """Whether a document as of *day* can be written of *record*."""
        if record._meta.label_lower != self.kind or (self.sort and getattr(record, "sort", "") not in self.sort):
            return False
        return {"past": record.day <= day, "coming": record.day >= day}.get(self.when, True)


@dataclass(frozen=True, slots=True)
class Book:
    """A report that can be written: its key, titles and who signs it, and where its bodies lie.

    ``of``: the kinds of record that it is written of; a book without any is of the whole community.
    """

    key: str
    title: dict[str, str]
    issuer: dict[str, str]
    form: str
    folder: Path
    of: Mapping[str, Subject] = field(default_factory=dict)
    name: Mapping[str, str] = field(default_factory=dict)
    sealed: bool = False
    imprint: bool = False

    def body(self, language: str) -> Path:
        """The body in *language*."""
        return self.folder / f"body.{language}.md"

    def called(self, language: str, community: str) -> str:
        """What the book is called in a list: for one of a record its sort, for another its title."""
        return self.name[language] if self.name else self.title[language].format(name=community)


def _book(file: Path) -> Book:
    told: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    of = {
        kind: Subject(kind, which.get("when", ""), tuple(which.get("sort", ())))
        for kind, which in told.get("of", {}).items()
    }
    return Book(
        key=file.parent.name,
        title=told["title"],
        issuer=told["issuer"],
        form=told.get("form", ""),
        folder=file.parent,
        of=of,
        name=told.get("name", {}),
        sealed=told.get("sealed", False),
        imprint=told.get("imprint", False),
    )


@cache
def books() -> Registry[Book]:
    """Every report by its key."""
    found: Registry[Book] = Registry("report")
    for file in sorted(BOOKS.glob("*/report.toml")):
        found.add(_book(file))
    return found


def of_community() -> dict[str, Book]:
    """The reports that are of the whole community, by their keys."""
    return {key: book for key, book in books().items() if not book.of}
