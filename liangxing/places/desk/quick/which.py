"""Which kind of record a line tells, and which words in it stand for a choice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from liangxing.records.visit import Visit

from .found import Found
from .kinds import Quick, quick_kinds

AMOUNT = 4  # what an amount weighs beside the letters of a word: 120 kg says more than the word for a campaign


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a kind fits a line, and the words that say so."""

    quick: Quick
    score: int
    last: int  # where its word stands: of two that weigh alike, the later one says what the line is about
    because: str


def fitting(line: str, amounts: dict[str, list[Found]], request: Visit) -> list[Fit]:
    """The kinds that the visitor may write, the one that fits *line* best first."""
    open_to = [q for q in quick_kinds().values() if request.rights.may("write", q.kind.model)]
    fits = [_fit(quick, line, {sort: some for sort, some in amounts.items() if some}) for quick in open_to]
    return sorted(fits, key=lambda fit: (-fit.score, -fit.last))


def _fit(quick: Quick, line: str, amounts: dict[str, list[Found]]) -> Fit:
    said = max((word for word in quick.words if stands_in(word, line)), key=len, default="")
    taken = [some[0].said for sort, some in amounts.items() if sort in quick.takes]
    score = _weight(said) + AMOUNT * (2 * len(taken) - len(amounts))
    found = at(said, line) if said else None
    return Fit(quick, score, found.start() if found else -1, said or next(iter(taken), ""))


def _weight(word: str) -> int:
    """A letter of an alphabet says less than a character."""
    return 2 * len(word) if not word.isascii() else len(word) // 2 + 1 if word else 0


def stands_in(word: str, line: str) -> bool:
    """Whether *word* stands in *line*: a Latin word by itself, a Chinese one anywhere.

    >>> stands_in("day", "World Environment Day"), stands_in("day", "Monday")
    (True, False)
    """
    return at(word, line) is not None


def at(word: str, line: str) -> re.Match[str] | None:
    """Where *word* stands last in *line*."""
    found = None
    for match in _pattern(word).finditer(line):
        found = match
    return found


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word), re.IGNORECASE)


def chosen(line: str, by_word: dict[str, str], *, several: bool) -> Found | None:
    """The choice that *line* says: by its longest word, of words alike long the last; *several*: every choice."""
    hits = [(match, key) for word, key in by_word.items() if len(word) > 0 and (match := at(word, line))]
    if not hits:
        return None
    if several:
        whole = [match.span() for match, _key in hits]
        hits = [
            (m, key)
            for m, key in hits
            if not any(a <= m.start() and m.end() <= b and b - a > len(m[0]) for a, b in whole)
        ]
        keys = list(dict.fromkeys(key for _match, key in sorted(hits, key=lambda hit: hit[0].start())))
        said = list(dict.fromkeys(match.group() for match, _key in hits))
        return Found(0, 0, ", ".join(said), f",{','.join(keys)},")
    match, key = max(hits, key=lambda hit: (len(hit[0].group()), hit[0].start()))
    return Found(0, 0, match.group(), key, _("change it if it is not so"))
