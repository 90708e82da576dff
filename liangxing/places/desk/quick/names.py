"""Records that a line names: by code, by name, by part of a name, by pinyin or its initials, or in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from pypinyin import Style, lazy_pinyin

from liangxing.records.models import Record, Spell
from liangxing.records.visit import Visit

from .found import GAP, Found
from .words import words

NAME_MAX = 40  # letters of the longest name that is looked for
READ_MAX = 2000  # names of a kind that are compared one by one: places and firms, never residents
PART_MIN = 3  # letters of a name's part that stand for the whole
LATIN = re.compile(r"[A-Za-z][A-Za-z'-]*")


def named_in(line: str, kind: type[Record], request: Visit, *, day: date, whole: bool = False) -> list[Found]:
    """The records of *kind* within the visitor's reach that *line* names: each part of the line once, the longest.

    Of what happens on a day, only what happened on *day*. *whole*: codes and whole names alone.
    """
    rows = request.rights.narrow(kind._default_manager.known().filter(community=request.community))
    rows = rows.standing_on(day) if issubclass(kind, Spell) else rows.filter(day=day)
    columns = list(getattr(kind, "called", kind.natural[:1]))
    fields = {f.name for f in kind._meta.concrete_fields}
    if "name" in fields - {*columns} and request.rights.clear(kind):
        columns.append("name")
    found = list(_exact(line, rows, columns))
    words_of = [c for c in columns if c in ("name", "title")]
    if not found and words_of and not whole and rows.count() <= READ_MAX:
        every = list(rows)
        found = list(_latin(line, every, words_of)) or list(_part(line, every, words_of))
    return _apart(found)


def _exact(line: str, rows: Any, columns: list[str]) -> Iterator[Found]:
    pieces = {line[a:b] for a in range(len(line)) for b in range(a + 1, min(len(line), a + NAME_MAX) + 1)}
    asked = {p for p in pieces if GAP not in p and p == p.strip() and len(p) > 1}
    if not asked:
        return
    for record in rows.filter(reduce(or_, (Q(**{f"{column}__in": asked}) for column in columns)))[:200]:
        for said in {str(getattr(record, column)) for column in columns} & asked:
            for match in re.finditer(rf"(?<![0-9A-Za-z-]){re.escape(said)}(?![0-9A-Za-z-])" if said.isascii() else
                                     re.escape(said), line):  # fmt: skip
                yield Found(match.start(), match.end(), said, record)


def _latin(line: str, rows: Iterable[Record], columns: list[str]) -> Iterator[Found]:
    """Names that stand in the line in pinyin, in its initials or in English."""
    spots = list(LATIN.finditer(line))
    runs: dict[str, tuple[int, int]] = {}
    for first in range(len(spots)):
        for last in range(first, min(first + 6, len(spots))):
            start, end = spots[first].start(), spots[last].end()
            if last > first and line[spots[last - 1].end() : spots[last].start()].strip(" "):
                break
            runs.setdefault(_key(line[start:end]), (start, end))
    for record in rows if runs else ():
        names = {str(getattr(record, column)) for column in columns}
        for key in {key for name in names for key in spellings(name)} & runs.keys():
            start, end = runs[key]
            yield Found(start, end, line[start:end], record, _("for %s") % record)


def _key(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


@lru_cache(maxsize=4096)
def spellings(name: str) -> frozenset[str]:
    """The ways in which *name* may be written in Latin letters: pinyin, its initials, English, pinyin with English."""
    sounds = lazy_pinyin(name, errors="ignore")
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))
    english = name
    for han, word in sorted(words()["names"].items(), key=lambda told: -len(told[0])):
        english = english.replace(han, f" {word} ")
    mixed = "".join(lazy_pinyin(english))
    return frozenset(key for key in map(_key, ("".join(sounds), initials, mixed)) if len(key) > 1)


def _part(line: str, rows: Iterable[Record], columns: list[str]) -> Iterator[Found]:
    """Names of which the line has a part that is most of the name without the ending that all of its sort share."""
    for record in rows:
        for name in {str(getattr(record, column)) for column in columns}:
            core = reduce(str.removesuffix, words()["short"]["endings"], name)
            size, start = max((_overlap(line, core, at), -at) for at in range(len(line)))
            if size >= PART_MIN and size * 2 >= len(core):
                said = line[-start : -start + size]
                yield Found(-start, -start + size, said, record, _("short for %s") % name)


def _overlap(line: str, name: str, at: int) -> int:
    """How many letters from *at* on stand somewhere in *name*."""
    size = 0
    while at + size < len(line) and GAP not in line[at : at + size + 1] and line[at : at + size + 1] in name:
        size += 1
    return size


def _apart(found: list[Found]) -> list[Found]:
    """The longest at each spot; two records that are named alike there are asked."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        same = next((k for k in kept if (k.start, k.end) == (one.start, one.end)), None)
        if same and same.value != one.value:
            kept[kept.index(same)] = Found(one.start, one.end, one.said, asks=_("several are called so: use the code"))
        elif not any(k.start < one.end and one.start < k.end for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def only(found: list[Found]) -> list[Found]:
    """*found* if it names one record; else each of them asks which one is meant."""
    if len({f.value.fact if f.value else f.said for f in found}) < 2:
        return found[:1]
    told = ", ".join(f.said for f in found)
    return [Found(f.start, f.end, f.said, asks=_("which one: %s?") % told) for f in found]
