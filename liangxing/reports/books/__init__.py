"""Reports: one folder each, found rather than listed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from liangxing.kernel.registry import Registry

BOOKS = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Book:
    """A report that can be written: its key, titles and who signs it, and where its bodies lie."""

    key: str
    title: dict[str, str]
    issuer: dict[str, str]
    form: str
    folder: Path

    def body(self, language: str) -> Path:
        """The body in *language*."""
        return self.folder / f"body.{language}.md"


@cache
def books() -> Registry[Book]:
    """Every report by its key."""
    found: Registry[Book] = Registry("report")
    for file in sorted(BOOKS.glob("*/report.toml")):
        told: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
        found.add(Book(file.parent.name, told["title"], told["issuer"], told.get("form", ""), file.parent))
    return found
