"""Sentences and clauses of a text, by their places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .quantities import Quantity

SENTENCE = re.compile("[\u3002!?\n]")
CLAUSE = re.compile(r"[\u3002!?\n,;]|[:\t](?!\s*[0-9])")


@dataclass(frozen=True, slots=True)
class Sentences:
    """A text with the places at which its sentences and its clauses begin, and its quantities."""

    text: str
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    quantities: tuple[Quantity, ...]

    @classmethod
    def of(cls, text: str, quantities: Sequence[Quantity]) -> Sentences:
        """*text* cut; a comma inside a number cuts nothing."""
        inside = {n for q in quantities for n in range(q.start, q.end)}
        starts = [
            (0, *(hit.end() for hit in pattern.finditer(text) if hit.start() not in inside))
            for pattern in (SENTENCE, CLAUSE)
        ]
        return cls(text, starts[0], starts[1], tuple(quantities))

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around place *at*, without its end mark."""
        return _around(self.sentences, at, len(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around place *at*, without its end mark."""
        return _around(self.clauses, at, len(self.text))

    def before(self, at: int) -> list[tuple[int, int]]:
        """The clauses of the same sentence before the one around *at*, nearest first."""
        first, found = self.sentence(at)[0], []
        start = self.clause(at)[0]
        while start > first:
            span = self.clause(start - 1)
            found.append(span)
            start = span[0]
        return found

    def within(self, span: tuple[int, int]) -> list[Quantity]:
        """The quantities in *span*."""
        first, after = (bisect_left(self.quantities, place, key=_start) for place in span)
        return list(self.quantities[first:after])


def _start(quantity: Quantity) -> int:
    return quantity.start


def _around(starts: tuple[int, ...], at: int, length: int) -> tuple[int, int]:
    n = bisect_right(starts, at)
    return starts[n - 1], starts[n] - 1 if n < len(starts) else length
