"""The vocabulary made ready for a text: all names in one pattern, and the measures that each unit word may count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from liangxing.kernel.patterns import any_of

from .vocabulary import Said, Vocabulary

Found = tuple[int, int, Said]


class Lexicon:
    """Made once for a text; every number of it asks."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._named: dict[str, list[Said]] = {}
        for said in vocabulary.values():
            for name in said.names:
                self._named.setdefault(name, []).append(said)
        self._names = re.compile(f"(?={any_of(self._named).replace('(?:', '(', 1)})" if self._named else r"(?!)")
        self._any = re.compile(any_of(self._named))
        self._fits: dict[str, dict[str, Decimal]] = {}

    def fits(self, unit: str) -> dict[str, Decimal]:
        """The measures that a number with *unit* may speak of, with the factor to their own."""
        if unit not in self._fits:
            factors = {said.key: said.factor(unit) for said in self.vocabulary.values()}
            self._fits[unit] = {key: factor for key, factor in factors.items() if factor is not None}
        return self._fits[unit]

    def spoken(self, text: str) -> Iterator[Found]:
        """Where measures are named in *text*; a name inside a longer one names nothing."""
        hits = [(hit.start(), hit.start() + len(hit[1]), hit[1]) for hit in self._names.finditer(text)]
        for start, end, name in hits:
            if not any(s <= start and end <= e and e - s > end - start for s, e, _other in hits):
                yield from ((start, end, said) for said in self._named[name])

    def without(self, text: str) -> str:
        """*text* without any of the names."""
        return self._any.sub("", text)
