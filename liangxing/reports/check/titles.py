"""Titles of honours as texts write them: where they stand, of which level they are, and what is left without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from liangxing.kernel.patterns import any_of

from .sentences import Sentences
from .words import HAN, MASK, has, words

LONGEST = 40  # characters; the longest title met has 24
TAIL = 4  # characters by which a recorded title teaches how titles end
QUOTES = re.compile("[\u201c\u201d\"'\u300a\u300b\u300e\u300f]")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at ``[start, end)``; *level* is empty when the text gives none; *core* is the title without it."""

    text: str
    start: int
    end: int
    level: str
    core: str


@cache
def _levels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A level at the start of a title, also as one character after a mask or a place; and one anywhere."""
    told = {level: said for level, said in words()["levels"].items() if level != "none"}
    none = any_of(words()["levels"]["none"])
    single = any_of(word for said in told.values() for word in said if len(word) == 1)
    groups = "|".join(f"(?P<{level}>{any_of(said)})" for level, said in told.items())
    longer = any_of(word for said in told.values() for word in said if len(word) > 1)
    start = re.compile(rf"(?:[{MASK}]+|(?![{HAN}]{{0,3}}{none})[{HAN}]{{2,3}}(?={single}))?(?:{groups})")
    return start, re.compile(rf"[{MASK}]+{single}|{longer}")


def levelled(title: str) -> tuple[str, str]:
    """The level that *title* begins with (empty for none), and the rest, without quotes."""
    plain = QUOTES.sub("", title)
    hit = _levels()[0].match(plain)
    if hit is None or len(plain) - hit.end() < TAIL:
        return "", plain
    return str(hit.lastgroup), plain[hit.end() :]


@cache
def _edges() -> re.Pattern[str]:
    """What a title cannot reach over to the left; joints only where a level follows: they are parts of words too."""
    joints = f"{any_of(words()['clauses']['joints'])}(?={_levels()[1].pattern})"
    return re.compile(f"[\u3001,;:(\t]|(?P<got>{any_of(words()['honours']['got'])}\u4e86?)|{joints}")


def titles(cut: Sentences, known: Iterable[str]) -> Iterator[Title]:
    """What ends as honours do, or as one of the *known* titles does, and has a level or was got; aims are none."""
    endings = any_of([*words()["honours"]["endings"], *(title[-TAIL:] for title in known)])
    later, joints = any_of(words()["honours"]["followed"]), any_of(words()["clauses"]["joints"])
    at = 0
    for hit in re.finditer(f"{endings}(?!{later}|(?!{joints})[{HAN}]{{0,4}}{endings})", cut.text):
        first = max(cut.sentence(hit.start())[0], at, hit.end() - LONGEST)
        title = _title(cut.text, first, hit.end(), listed=first == at)
        if title is not None:
            at = title.end
            yield title


def _title(text: str, first: int, end: int, *, listed: bool) -> Title | None:
    start, got = first, False
    for edge in _edges().finditer(text, first, end - TAIL):
        start, got = edge.end(), bool(edge["got"]) or (got and edge.group() == "\u3001")
    got = got or listed
    start += len(text[start:end]) - len(QUOTES.sub("", text[start : start + 1]) + text[start + 1 : end])
    level, core = levelled(text[start:end])
    if not level:
        inner = _levels()[1].search(text, start, end - TAIL)
        before = text[start : inner.start()] if inner else text[start:end]
        if has(before, words()["aims"]["honour"]) or not (got or inner):
            return None
        if inner:
            start = inner.start()
            level, core = levelled(text[start:end])
    elif has(text[max(first, start - TAIL) : start], words()["aims"]["honour"]) and not got:
        return None
    return Title(text[start:end], start, end, level, core) if len(core) >= TAIL else None
