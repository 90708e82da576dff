"""What is left of a line when days, amounts and names are taken out: what was done."""

from __future__ import annotations

from collections.abc import Iterable

from .found import GAP
from .words import words


def title_of(rest: str, lead: Iterable[str] = ()) -> str:
    r"""The title in *rest*, without the words at its edges that only join; *lead*: words of the kind that go too.

    >>> title_of("\0\0 held World Water Day at \0\0\0")
    'World Water Day'
    """
    told = words()["title"]
    parts = [_bare(part, (*told["lead"], *lead), told["tail"]) for part in rest.split(GAP)]
    return " ".join(part for part in parts if part and part.lower() not in (*told["alone"], *told["parts"]))


def _bare(part: str, lead: Iterable[str], tail: Iterable[str]) -> str:
    told = words()["title"]
    joins = told["alone"]
    lead, before = tuple(lead), None
    while part != before:
        before = part
        part = part.strip(told["edges"])
        for word in (*lead, *told["parts"], *(w for w in joins if w.isascii())):
            part = _without(part, word, first=True)
        if part.lower() in lead:
            return ""
        for word in (*tail, *joins):
            part = _without(part, word, first=False)
    return part


def _without(part: str, word: str, *, first: bool) -> str:
    """*part* without *word* at its start or end; a Latin word must stand by itself, and nothing is taken whole."""
    same = part.lower()
    if len(part) <= len(word) or not (same.startswith(word) if first else same.endswith(word)):
        return part
    beside = part[len(word)] if first else part[-len(word) - 1]
    if word.isascii() and beside.isalnum():
        return part
    return part[len(word) :] if first else part[: -len(word)]
