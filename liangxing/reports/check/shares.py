"""Shares said in words: "two thirds of", "more than half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from liangxing.kernel import numerals
from liangxing.kernel.patterns import any_of

from .quantity import Quantity
from .words import words

WHOLE = Decimal(100)
ROUGH = 10  # "two thirds" is right within a tenth of a third: a choice, and shown to the reader as an interval


@cache
def _pattern() -> re.Pattern[str]:
    told = words()
    manners = {name: each for name, each in told["manners"].items() if isinstance(each, dict)}
    before = "|".join(f"(?P<{name}>{any_of(each.get('before', ()))})" for name, each in manners.items())
    number, of = numerals.pattern(), told["shares"]["of"]
    hundred = re.escape(told["shares"]["before"])
    return re.compile(
        rf"(?:{before})?(?!{hundred})(?P<whole>{number}){of}(?P<part>{number})|(?P<half>{any_of(told['shares']['halves'])})",
        re.ASCII,
    )


def spoken(text: str) -> Iterator[Quantity]:
    """Every share of *text* that is said as a part of so many parts, or as about a half; in per cent."""
    for hit in _pattern().finditer(text):
        if hit["half"]:
            low, high = map(Decimal, words()["shares"]["halves"][hit["half"]])
            yield Quantity(hit.group(), hit.start(), hit.end(), low, high, low, "about", "%")
        else:
            yield from _parted(hit)


def _parted(hit: re.Match[str]) -> Iterator[Quantity]:
    whole, part = numerals.read(hit["whole"]), numerals.read(hit["part"])
    if whole is None or part is None or not part.value <= whole.value or not whole.value:
        return
    said, rough = part.value / whole.value * WHOLE, WHOLE / whole.value / ROUGH
    ends = {"more": said, "over": said, "under": said - 2 * rough, "most": Decimal(0)}
    manner = next((name for name in words()["manners"] if name in hit.groupdict() and hit[name]), "")
    high = said if manner in ("under", "most") else WHOLE if manner == "over" else said + rough
    low = ends.get(manner, said - rough)
    yield Quantity(hit.group(), hit.start(), hit.end(), low, min(high, WHOLE), said, manner or "about", "%")
