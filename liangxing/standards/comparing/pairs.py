"""Which clause of a later edition takes the place of which: as the edition says, else by number, else by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from rapidfuzz import fuzz

from liangxing.kernel.language import CHINESE
from liangxing.standards.book import Clause

ALIKE = 60  # of 100: texts of one number this far alike, or alike in what they ask, are one clause reworded
RENUMBERED = 72  # of 100: texts of different numbers must be alike further


class Way(Enum):
    """How two clauses were found to belong together."""

    SAID = "said"  # the later edition names the earlier clause
    NUMBER = "number"
    LIKENESS = "likeness"


Pair = tuple[Clause | None, Clause | None, Way | None]


def pairs(older: Sequence[Clause], newer: Sequence[Clause]) -> list[Pair]:
    """Every clause of both once, in the order of the *newer*; those that went stand after what they stood behind."""
    # Of one edition on one day, a number names one clause.
    by_new = {new.number: (old, way) for old, new, way in _met(older, newer)}
    found: list[Pair] = []
    for new in newer:
        old, way = by_new.get(new.number, (None, None))
        found.append((old, new, way))
    kept = {old.number for old, _new, _way in found if old}
    for n, old in enumerate(older):
        if old.number in kept:
            continue
        before = older[n - 1] if n else None
        at = next((i + 1 for i, (there, _new, _way) in enumerate(found) if before and there is before), 0)
        found.insert(at, (old, None, None))
    return found


def _met(older: Sequence[Clause], newer: Sequence[Clause]) -> list[tuple[Clause, Clause, Way]]:
    left, right = [c for c in older if c.status != "hole"], [c for c in newer if c.status != "hole"]
    found: list[tuple[Clause, Clause, Way]] = []
    for way, some in ((Way.SAID, _said), (Way.NUMBER, _numbered), (Way.LIKENESS, _alike)):
        for old, new in some(left, right):
            if old in left and new in right:
                left.remove(old)
                right.remove(new)
                found.append((old, new, way))
    return found


def _said(older: Sequence[Clause], newer: Sequence[Clause]) -> list[tuple[Clause, Clause]]:
    return [(old, new) for new in newer for old in older if old.number in new.follows]


def _numbered(older: Sequence[Clause], newer: Sequence[Clause]) -> list[tuple[Clause, Clause]]:
    same = ((old, new) for old in older for new in newer if old.number == new.number)
    return [(old, new) for old, new in same if _measures(old) & _measures(new) or likeness(old, new) >= ALIKE]


def _alike(older: Sequence[Clause], newer: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    every = [(likeness(old, new), old, new) for old in older for new in newer]
    every.sort(key=lambda told: -told[0])
    return ((old, new) for score, old, new in every if score >= RENUMBERED)


def _measures(clause: Clause) -> set[str]:
    return {test.measure for test in clause.tests}


def likeness(one: Clause, other: Clause) -> float:
    """How far two texts are alike, from 0 to 100: by their characters, in Chinese."""
    return fuzz.ratio(one.text[CHINESE], other.text[CHINESE])
