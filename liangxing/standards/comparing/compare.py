"""Comparing two editions clause by clause, and what each finds for a community as of one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import Enum

from django.utils.timezone import now

from liangxing.ledger.models import Community
from liangxing.standards.assess import Judged, judge_clauses
from liangxing.standards.book import Book, Clause
from liangxing.standards.words import said

from .pairs import Pair, Way, pairs

LITTLE = 0.4  # of the characters: below it, marks between the words would hide both texts


class Change(Enum):
    """What became of a clause."""

    ADDED = "added"
    REMOVED = "removed"
    TEXT = "text"  # the words alone
    ASKED = "asked"  # what is asked of figures: measure, rule, number or span
    POINTS = "points"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Side:
    """An edition with the text that was in force on ``day``; ``whole``: nothing of it is known to be unread."""

    book: Book
    day: date

    @property
    def clauses(self) -> list[Clause]:
        """The clauses in force on the day."""
        return self.book.in_force(self.day)

    @property
    def whole(self) -> bool:
        """Whether every clause was read: only then was what is missing really left out."""
        return not any(clause.status == "hole" for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Compared:
    """A clause of the older edition and the one in its place, either of which may be missing.

    ``sure``: whether a missing side is known to be missing, and not only unread.
    """

    before: Judged | None
    after: Judged | None
    way: Way | None
    changes: tuple[Change, ...]
    sure: bool

    @property
    def finding_changes(self) -> bool:
        """Whether both are there, and find something different."""
        return bool(self.before and self.after and self.before.finding is not self.after.finding)

    @property
    def text_changed(self) -> bool:
        """Whether both are there with different words."""
        return Change.TEXT in self.changes


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions as of one day."""

    older: Side
    newer: Side
    day: date
    rows: tuple[Compared, ...]

    def counts(self) -> dict[str, int]:
        """How many clauses had each change for sure; a clause may have several."""
        found = Counter(change.value for row in self.rows if row.sure for change in row.changes)
        return {change.value: found[change.value] for change in Change}

    @property
    def unsure(self) -> int:
        """How many clauses stand in one edition only, while the other was not read to its end."""
        return sum(not row.sure for row in self.rows)

    @property
    def different(self) -> list[Compared]:
        """The clauses whose finding is not the same under both."""
        return [row for row in self.rows if row.finding_changes]


def compare(community: Community, older: Side, newer: Side, day: date) -> Comparison:
    """Hold both editions against the records of *community* as of *day*, each by its own text."""
    moment = now()
    judged = [
        {j.clause.number: j for j in judge_clauses(community, side.clauses, day, moment)[0]} for side in (older, newer)
    ]
    rows = tuple(
        Compared(
            judged[0][old.number] if old else None,
            judged[1][new.number] if new else None,
            way,
            changes((old, new, way)),
            _sure(old, new, older, newer),
        )
        for old, new, way in pairs(older.clauses, newer.clauses)
    )
    return Comparison(older, newer, day, rows)


def changes(pair: Pair) -> tuple[Change, ...]:
    """What changed between the two clauses of *pair*."""
    old, new, _way = pair
    if old is None or new is None:
        return (Change.ADDED,) if old is None else (Change.REMOVED,)
    found = []
    if said(old.text) != said(new.text):
        found.append(Change.TEXT)
    if set(old.tests) != set(new.tests):
        found.append(Change.ASKED)
    if old.points != new.points and None not in (old.points, new.points):  # what was not read is no change
        found.append(Change.POINTS)
    return tuple(found) or (Change.SAME,)


def _sure(old: Clause | None, new: Clause | None, older: Side, newer: Side) -> bool:
    """What only one edition has is added or removed for sure when the other was read to its end."""
    if old is None:
        return older.whole and new is not None and new.status != "hole"
    return newer.whole and old.status != "hole" if new is None else True


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    """*after* with what changed from *before*: pieces that stay (empty), went (``del``) or came (``ins``).

    Texts that have little in common stand whole, one after the other.

    >>> pieces("at least 3", "at least 4")
    [('', 'at least '), ('del', '3'), ('ins', '4')]
    """
    matched = SequenceMatcher(None, before, after, autojunk=False)
    if matched.ratio() < LITTLE:
        return [("del", before), ("ins", after)]
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in matched.get_opcodes():
        if tag == "equal":
            found.append(("", before[a:b]))
            continue
        found += [(sign, text) for sign, text in (("del", before[a:b]), ("ins", after[c:d])) if text]
    return found


def editions(some: Sequence[Book], book: Book) -> list[Book]:
    """The other editions of the standard that *book* is one of, the newest first."""
    return sorted(
        (b for b in some if b.family == book.family and b.key != book.key), key=lambda b: b.first, reverse=True
    )
