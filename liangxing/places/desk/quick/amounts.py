"""Counts, sums, weights and times in a line. What is not exact is not taken: it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from django.utils.translation import gettext as _

from liangxing.kernel import numerals
from liangxing.kernel.numerals import pattern, read
from liangxing.kernel.patterns import any_of

from .found import Found
from .words import words

# What a line's amounts are read as: the sort, its units in words.toml, and how many of the sort one of a unit is.
SORTS: dict[str, dict[str, Decimal]] = {
    "people": {"people": Decimal(1)},
    "minutes": {"hours": Decimal(60), "minutes": Decimal(1)},
    "money": {"money": Decimal(1)},
    "mass": {"kilograms": Decimal(1), "jin": Decimal("0.5"), "tonnes": Decimal(1000)},
}


def amounts_in(line: str) -> dict[str, list[Found]]:
    """The amounts that *line* names, by their sort: people, minutes, money (yuan), mass (kg)."""
    return {sort: list(_found(sort, line)) for sort in SORTS}


def places() -> frozenset[str]:
    """Characters for ten, hundred and so on: alone before a unit they say "very many", and no number."""
    return frozenset(numerals.words()["places"])


@cache
def _parts() -> tuple[str, str, str]:
    """Words before a number, those behind it that make it inexact, and those behind its unit."""
    told = words()["numbers"]
    return any_of(told["inexact_before"]), any_of(told["inexact_after"]), any_of(told["inexact_behind"])


@cache
def _pattern(sort: str) -> re.Pattern[str]:
    told = words()
    before, after, behind = _parts()
    units = any_of([unit for name in SORTS[sort] for unit in told["units"][name]])
    latin = r"(?![a-z])"  # "3 h" is hours, and "3 households" is not
    together = f"(?:{any_of(told['numbers']['together'])} ?)?"
    half = told["numbers"]["half"]
    number = f"(?P<number>{pattern()}|{half}|{any_of(told['numbers']['vague_en'])})"
    and_half = f"(?P<half>{told['numbers']['one']}?{half})?" if sort == "minutes" else ""
    mark = rf"(?:{any_of(told['before'][sort])} ?)?" if sort in told["before"] else ""
    noun = f"(?:{any_of(told['behind'][sort])})*" if sort in told["behind"] else ""
    return re.compile(
        rf"(?i){together}(?P<before>{before} ?)?{mark}(?<![\d.]){number} ?(?P<after>{after})?{and_half} ?"
        rf"(?P<unit>{units}){latin}{noun}(?P<behind> ?{behind})?",
        re.ASCII,
    )


def _found(sort: str, line: str) -> Iterator[Found]:
    found = [_one(sort, match) for match in _pattern(sort).finditer(line)]
    if sort == "money":
        found += _marked(line, found)
    if sort == "minutes":
        found = _joined(found)
    yield from found


def _one(sort: str, match: re.Match[str]) -> Found:
    said = match.group().strip()
    where = match.start(), match.end(), said
    half = match["number"] == words()["numbers"]["half"]
    numeral = None if half else read(match["number"])
    manner = match["before"] or match["after"] or match["behind"]
    vague = not half and (numeral is None or numeral.high or match["number"] in places())
    if manner or vague:
        return Found(*where, asks=_("not exact: write the number that was counted"))
    value = numeral.value if numeral else Decimal("0.5")
    if match.groupdict().get("half"):
        value += Decimal("0.5")
    exact = value * _times(sort, match["unit"].lower())
    return Found(*where, _whole(exact))


def _times(sort: str, unit: str) -> Decimal:
    return next(times for name, times in SORTS[sort].items() if unit in words()["units"][name])


def _whole(value: Decimal) -> Decimal:
    """*value* without idle digits: 1E+2 is written as 100."""
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def _marked(line: str, there: list[Found]) -> Iterator[Found]:
    """Sums with a sign before them and no unit behind."""
    for match in re.finditer(rf"(?ai){any_of(words()['before']['money'])} ?({pattern()})", line):
        numeral = read(match[1])
        if numeral and not any(one.start < match.end() and match.start() < one.end for one in there):
            yield Found(match.start(), match.end(), match.group(), _whole(numeral.value))


def _joined(found: list[Found]) -> list[Found]:
    """Hours and minutes that stand side by side are one time."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and one.start - last.end <= 1 and last.value is not None and one.value is not None:
            whole = f"{last.said}{' ' if one.start > last.end else ''}{one.said}"
            joined[-1] = Found(last.start, one.end, whole, last.value + one.value)
        else:
            joined.append(one)
    return joined


def unread_in(line: str) -> Iterator[Found]:
    """What is left of numbers when all else was taken out: households, and numbers of nothing."""
    _before, after, _behind = _parts()
    households = any_of(words()["units"]["households"])
    for match in re.finditer(rf"(?ai)({pattern()}) ?{after}? ?{households}(?![a-z])", line):
        yield Found(match.start(), match.end(), match.group(), asks=_("households: write how many people came"))
    for match in re.finditer(
        r"(?a)(?<![^\s,;\0\u3001])\d[\d,]*(?:\.\d+)?[\u5341\u767e\u5343\u4e07]?(?=$|[\s,;\0\u3001])", line
    ):
        yield Found(match.start(), match.end(), match.group(), asks=_("a number of what? Write it with its unit"))
