"""Points and levels: what the clauses that are met are worth, and what those would add that nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .book import Book, Clause, Level
from .rules import Finding


@dataclass(frozen=True, slots=True)
class Score:
    """Points that are ``sure``, that are still ``unknown``, and of ``all``; the level that the sure ones reach.

    ``partly``: some clauses were not read, so that the level cannot be told.
    """

    sure: int
    unknown: int
    all: int
    level: Level | None
    above: Level | None
    partly: bool

    @property
    def lacks(self) -> int:
        """Points that are missing to the level above."""
        return self.above.at_least - self.sure if self.above else 0


def score(book: Book, found: Iterable[tuple[Clause, Finding]]) -> Score | None:
    """What was *found*, in points; ``None`` for a standard that gives none."""
    told = list(found)
    by = {finding: sum(c.points or 0 for c, f in told if f is finding) for finding in Finding}
    if not (every := sum(by.values())):
        return None
    sure = by[Finding.MET]
    level = next((each for each in book.levels if sure >= each.at_least), None)
    above = next((each for each in reversed(book.levels) if sure < each.at_least), None)
    return Score(sure, by[Finding.UNKNOWN], every, level, above, any(c.status == "hole" for c, _f in told))
