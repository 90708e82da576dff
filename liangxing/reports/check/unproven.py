"""Words that claim without a figure ("comprehensive", "marked"): not wrong, and proved by nothing beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from liangxing.kernel.patterns import any_of

from .claims import Claim, Kind, Verdict
from .sentences import Sentences
from .text import Text
from .words import has, words


def unproven(cut: Sentences, text: Text, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each such word that stands in no aim and has no other claim in its clause or the next to it."""
    told = words()["unproven"]
    names = {n for hit in re.finditer(any_of(told["names"]), cut.text) for n in range(*hit.span())}
    proved = {claim.start for claim in claims}
    for hit in re.finditer(any_of(told["words"]), cut.text):
        clause = cut.clause(hit.start())
        before = cut.text[clause[0] : hit.start()]
        aim = has(before, words()["aims"]["figure"]) or has(before, told["aims"])
        if hit.start() in names or aim or _near(cut, text, clause, proved):
            continue
        start, end = text.given(*hit.span())
        yield Claim(text=hit.group(), start=start, end=end, kind=Kind.WORD, verdict=Verdict.UNPROVEN)


def _near(cut: Sentences, text: Text, clause: tuple[int, int], proved: set[int]) -> bool:
    """Whether a claim begins in *clause*, or in the one before or after it in the same sentence."""
    first, last = cut.sentence(clause[0])
    start = cut.clause(clause[0] - 1)[0] if clause[0] > first else clause[0]
    end = cut.clause(clause[1] + 1)[1] if clause[1] < last else clause[1]
    low, high = text.given(max(start, first), min(end, last))
    return any(low <= place < high for place in proved)
