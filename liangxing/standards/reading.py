"""Reading a book; what is wrong with it is refused with its file and line, before anybody is judged by it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.registry import Registry
from liangxing.measures.measure import MEASURES

from .book import BEGINNING, FOREVER, SPANS, Book, Clause, Level, Test
from .rules import NUMBERS, RULES

FOLDER = Path(__file__).parent / "books"
STATUSES = ("read", "unverified", "advisory", "hole")


@dataclass(frozen=True, slots=True)
class _At:
    """Where in a file something stands, for the words of a refusal."""

    file: str
    line: int

    def refuse(self, why: str) -> Refused:
        """The refusal of what stands here."""
        return Refused(f"{self.file}:{self.line}: {why}")


def read(file: Path) -> Book:
    """The book in *file*; ``Refused`` names file and line of the first thing wrong in it."""
    return parse(file.read_text("utf-8"), f"{file.parent.name}/{file.name}", file.parent.name)


def parse(text: str, name: str, key: str) -> Book:
    """The book with this *key* that *text* is; refusals call the text by its *name*."""
    try:
        told = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"{name}: {error}") from None
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[clause]]"]
    whole = _At(name, 1)
    first, after = _days(told, whole, (BEGINNING, FOREVER))
    clauses = [_clause(c, _At(name, n), (first, after)) for c, n in zip(told.get("clause", []), lines, strict=True)]
    book = Book(
        key=key,
        title=_words(told, "title", whole),
        note=told.get("note", {}),
        parts=told.get("part", {}),
        official=bool(told.get("official", False)),
        number=told.get("number", ""),
        issuer=told.get("issuer", ""),
        source=_needed(told, "source", whole),
        first=first,
        after=after,
        points=told.get("points"),
        clauses=tuple(clauses),
        family=told.get("family", key),
        honours=told.get("honours", ""),
        levels=_levels(told.get("level", []), whole),
    )
    _consistent(book, [_At(name, n) for n in lines], whole)
    return book


def _needed(told: dict[str, Any], key: str, at: _At) -> Any:
    if told.get(key) in (None, ""):
        raise at.refuse(_("%s is missing") % key)
    return told[key]


def _words(told: dict[str, Any], key: str, at: _At) -> dict[str, str]:
    words: dict[str, str] = _needed(told, key, at)
    if not (isinstance(words, dict) and words.get("zh-hans") and words.get("en")):
        raise at.refuse(_("%s needs zh-hans and en") % key)
    return words


def _days(told: dict[str, Any], at: _At, otherwise: tuple[date, date]) -> tuple[date, date]:
    first, after = told.get("valid_from", otherwise[0]), told.get("valid_to", otherwise[1])
    if not (type(first) is date and type(after) is date):
        raise at.refuse(_("valid_from and valid_to are days, written 2026-01-01 without quotes"))
    if first >= after:
        raise at.refuse(_("it ends before it begins"))
    return first, after


def _clause(told: dict[str, Any], at: _At, valid: tuple[date, date]) -> Clause:
    first, after = _days(told, at, valid)
    status = told.get("status", "read")
    if status not in STATUSES:
        raise at.refuse(_("status %(status)s is none of %(known)s") % {"status": status, "known": ", ".join(STATUSES)})
    tests = [_test(t, at) for t in told.get("test", [told] if "measure" in told else [])]
    if not tests and not told.get("needs"):
        raise at.refuse(_("a clause without a measure says in needs what would have to be recorded"))
    return Clause(
        number=str(_needed(told, "number", at)),
        part=str(told.get("part", "")),
        text=_words(told, "text", at),
        tests=tuple(tests),
        source=str(_needed(told, "source", at)),
        status=status,
        points=told.get("points"),
        evidence=tuple(told.get("evidence", ())),
        first=first,
        after=after,
        needs=told.get("needs", {}),
        effort_min=told.get("effort_min"),
        follows=tuple(told.get("follows", ())),
        who=told.get("who", {}),
        by=told.get("by"),
    )


def _levels(told: list[dict[str, Any]], at: _At) -> tuple[Level, ...]:
    """The levels, the highest first."""
    levels = [Level(_words(each, "title", at), int(_needed(each, "at_least", at))) for each in told]
    return tuple(sorted(levels, key=lambda level: -level.at_least))


def _test(told: dict[str, Any], at: _At) -> Test:
    measure = _needed(told, "measure", at)
    if measure not in MEASURES:
        raise at.refuse(_("there is no measure %s") % measure)
    if "unit" in told and told["unit"] != MEASURES[measure].unit:
        words = {"measure": measure, "unit": MEASURES[measure].unit, "asked": told["unit"]}
        raise at.refuse(_("%(measure)s is counted in %(unit)s, not in %(asked)s") % words)
    rule = next((r for r in RULES if r in told), None)
    if rule is None:
        raise at.refuse(_("no rule; there are: %s") % ", ".join(RULES))
    numbers = _numbers(told[rule], at) if NUMBERS.get(rule, 1) else ()
    if len(numbers) != NUMBERS.get(rule, 1):
        raise at.refuse(_("%(rule)s takes %(n)s numbers") % {"rule": rule, "n": NUMBERS.get(rule, 1)})
    span = told.get("over", "year")
    if span not in SPANS:
        raise at.refuse(_("over %(span)s is none of %(known)s") % {"span": span, "known": ", ".join(SPANS)})
    return Test(measure, rule, numbers, span)


def _numbers(told: Any, at: _At) -> tuple[Fraction, ...]:
    """Numbers, or fractions as text such as ``"2/3"``."""
    try:
        return tuple(Fraction(n) for n in (told if isinstance(told, list) else [told]))
    except (ValueError, TypeError, ZeroDivisionError):
        raise at.refuse(_('%s is no number; write 5, 0.7 or "2/3"') % told) from None


def _consistent(book: Book, places: list[_At], whole: _At) -> None:
    """Points add up; of one number only one text is in force at a time."""
    if book.points is not None and (total := sum(c.points or 0 for c in book.clauses)) != book.points:
        raise whole.refuse(
            _("points are %(told)s, but the clauses' add up to %(sum)s") % {"told": book.points, "sum": total}
        )
    texts: dict[str, list[tuple[Clause, _At]]] = defaultdict(list)
    for clause, at in zip(book.clauses, places, strict=True):
        for other, _there in texts[clause.number]:
            if clause.first < other.after and other.first < clause.after:
                raise at.refuse(_("two texts of %s are in force at the same time") % clause.number)
        texts[clause.number].append((clause, at))


def faults(folder: Path = FOLDER) -> Iterator[str]:
    """What is wrong with the books in *folder*, one line for each bad book."""
    for file in sorted(folder.glob("*/standard.toml")):
        try:
            read(file)
        except Refused as error:
            yield str(error)


@cache
def books() -> Registry[Book]:
    """Every book by its key: a folder that is there."""
    found: Registry[Book] = Registry("standard")
    for file in sorted(FOLDER.glob("*/standard.toml")):
        found.add(read(file))
    return found
