"""Titles of honours as texts write them: where they stand, of which level they are, and what is left without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .sentences import Sentences
from .words import HAN, any_of, words

LONGEST = 40  # characters; the longest title met has 24


@dataclass(frozen=True, slots=True)
class Title:
    """A title at ``[start, end)``; *level* is empty when the text gives none; *core* is the title without it."""

    text: str
    start: int
    end: int
    level: str
    core: str


@cache
def _levels() -> re.Pattern[str]:
    """A level word, after a mask or the name of a place: **市, 某某市, 全省, 省级."""
    told = words()["levels"]
    groups = "|".join(f"(?P<{level}>{any_of(said)})" for level, said in told.items())
    places = any_of(word for said in told.values() for word in said if len(word) == 1)
    return re.compile(rf"[*\u00d7]*(?:[{HAN}]{{2,3}}(?={places}))??(?:{groups})")


def levelled(title: str) -> tuple[str, str]:
    """The level that *title* begins with (empty for none), and the rest, without quotes."""
    plain = re.sub("[\u201c\u201d\"'\u300a\u300b*\u00d7]", "", title)
    hit = _levels().match(plain)
    if hit is None or len(plain) - hit.end() < 4:
        return "", plain
    return str(hit.lastgroup), plain[hit.end() :]


@cache
def _edges() -> re.Pattern[str]:
    """What a title cannot reach over to the left."""
    got = words()["honours"]["got"]
    return re.compile(f"[\u3001,;\u3002!?\n:(\t\u300a\u201c\u201d\"]|{any_of(got)}(?:\u4e86)?|{any_of(words()['clauses']['joints'])}")


def titles(cut: Sentences) -> Iterator[Title]:
    """Everything that ends as an honour does and has a level, or follows a word of getting; aims are none."""
    endings = re.compile(any_of(words()["honours"]["endings"]))
    at = 0
    for hit in endings.finditer(cut.text):
        first = max(cut.sentence(hit.start())[0], at, hit.end() - LONGEST)
        title = _title(cut.text, first, hit.end())
        if title is not None and _is_one(title, cut):
            at = title.end
            yield title


def _title(text: str, first: int, end: int) -> Title | None:
    edges = [edge.end() for edge in _edges().finditer(text, first, end - 2) if not _inside(text, edge)]
    start = edges[-1] if edges else first
    inner = text[start:end]
    level, core = levelled(inner)
    return Title(inner, start, end, level, core) if len(core) >= 4 else None
