"""Enterprises by their names, as texts cut, mask and shorten them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz.fuzz import ratio

from liangxing.kernel.patterns import any_of

from .words import HAN, MASK, words

SHORTEST = 4  # characters that a name and its ending have at least
NEARLY = 80  # rapidfuzz's ratio from which a name may be a slip of a recorded one: asked, never said


def core(name: str) -> str:
    """*name* without a mask or the level of a place before it.

    >>> core("**ABC"), core("ABC")
    ('ABC', 'ABC')
    """
    single = any_of(
        word for level, said in words()["levels"].items() if level != "none" for word in said if len(word) == 1
    )
    return re.sub(rf"^[{MASK}]*(?:{single}(?=.{{6}}))?", "", name)


@cache
def _opening() -> str:
    told = words()
    return any_of([*told["names"]["opening"], *told["dates"]["begun"], *told["honours"]["got"]])


def ended(text: str, endings: Iterable[str]) -> list[tuple[int, int]]:
    """Where a name with one of *endings* stands in *text*: from the last word that opens one."""
    found = []
    for hit in re.finditer(rf"[{HAN}{MASK}]{{2,24}}?{any_of(endings)}", text):
        start = hit.start()
        for opening in re.finditer(_opening(), hit.group()):
            if len(hit.group()) - opening.end() >= SHORTEST:
                start = hit.start() + opening.end()
        found.append((start, hit.end()))
    return found


def nearest(name: str, known: Iterable[str]) -> tuple[str, float]:
    """The *known* name most like *name*, and how like it is, from 0 to 100."""
    return max(((other, ratio(core(name), core(other))) for other in known), key=lambda each: each[1], default=("", 0))
