"""Quantities in a text: each an interval, because "over 8000" is not 8000, with its unit and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from functools import cache

from liangxing.kernel import numerals
from liangxing.kernel.patterns import any_of

from .quantity import Quantity
from .shares import spoken
from .words import words

__all__ = ["Quantity", "interval", "quantities"]

WIDEST = Decimal(2)  # beyond twice what was said, "over" would hide more than it says


@cache
def _pattern() -> re.Pattern[str]:
    told = words()
    manners = told["manners"]
    before = any_of(w for m in manners.values() if isinstance(m, dict) for w in m.get("before", ()))
    after = any_of(w for m in manners.values() if isinstance(m, dict) for w in m.get("after", ()))
    high = rf"{manners['over']['high']}(?=[{''.join(p for p, n in told['places'].items() if n > 1)}])"
    units = any_of([*told["units"], *told["counters"]["words"]])
    number, share, calendar = numerals.pattern(), told["shares"], any_of(told["not_numbers"]["calendar"])
    return re.compile(
        rf"(?P<before>{before}|{high})?(?P<share>{share['before']})?(?P<low>{number})(?P<inner>{after})?"
        rf"(?P<big>{any_of(p for p, n in told['places'].items() if n >= 4)})?"
        rf"(?:(?P<lowunit>{units})?(?:{any_of(manners['to'])})(?P<high>{number})(?![0-9.,]*[0-9/-]|{calendar}))?"
        rf"(?P<tenths>{share['tenths']}(?:{share['half']}|{any_of(told['numerals'])})?)?"
        rf" ?(?P<unit>{units})?(?P<after>{after})?",
        re.ASCII,
    )


@cache
def _not_numbers() -> re.Pattern[str]:
    told = words()["not_numbers"]
    day = r"[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}"
    return re.compile(f"{day}|{any_of(told['words'])}|{any_of(told['articles'])}(?!{any_of(words()['places'])})")


def quantities(text: str) -> list[Quantity]:
    """Every quantity of *text* in order; dates, ordinals, list numbers and idioms are none."""
    shares = list(spoken(text))
    return sorted([*shares, *_found(text, shares)], key=lambda quantity: quantity.start)


def _found(text: str, shares: list[Quantity]) -> Iterator[Quantity]:
    at = 0
    spans = [hit.span() for hit in _not_numbers().finditer(text)] + [(each.start, each.end) for each in shares]
    taken = {n for start, end in spans for n in range(start, end)}
    while hit := _pattern().search(text, at):
        at = max(hit.end(), at + 1)
        if hit.start("low") in taken:
            at = hit.start("low") + 1
            continue
        if _unfit(text, hit):
            continue
        quantity = _quantity(hit)
        if quantity is not None:
            torn = bool(re.search("[?\ufffd]$", text[: hit.start()]))
            yield replace(quantity, torn=torn)


def _unfit(text: str, hit: re.Match[str]) -> bool:
    """Whether the number counts nothing: an ordinal, a date, a list number, a part of a word or of a code."""
    told = words()["not_numbers"]
    start, end = hit.start("low"), hit.end()
    if text[:start].endswith(tuple(told["unfit_before"])) or re.search(r"[A-Za-z0-9.+/#]$", text[:start]):
        return True
    rest = text[end:]
    if re.match(r"[+/A-Za-z0-9]|\.\d", rest):
        return True
    if not hit["unit"] and rest.startswith((*told["calendar"], told["is_mark"])) and not hit["inner"]:
        return True
    alone = not hit["unit"] and not hit["after"] and not hit["tenths"]
    listed = re.match(r"[\u3001.)]", rest) and re.search(r"(?:^|[\n\u3002;:(!?])\s*$", text[:start])
    return alone and (bool(listed) or (not re.match(r"\d", hit["low"]) and len(hit["low"]) == 1))


def _quantity(hit: re.Match[str]) -> Quantity | None:
    low = numerals.read(hit["low"])
    if low is None:
        return None
    factor = Decimal(1)
    if hit["big"]:
        factor = Decimal(10) ** words()["places"][hit["big"]]
    unit, manner = hit["unit"] or "", _manner(hit)
    end = hit.end()
    if hit["share"] or hit["tenths"]:
        end = hit.start("unit") if hit["unit"] and hit["unit"] not in words()["units"] else end
        unit, factor = "%", Decimal(10 if hit["tenths"] else 1)
    said, place = low.value * factor, low.place * factor
    if hit["tenths"] and len(hit["tenths"]) > 1:
        last = hit["tenths"][-1]
        said, place = said + (5 if last == words()["shares"]["half"] else words()["numerals"][last]), Decimal(1)
    if unit == "%" and not hit["tenths"] and not manner:
        place = min(place, Decimal(1))
    rounded = unit == "%" or bool({".", words()["point"]} & {*hit["low"]})
    counted = place == place.to_integral_value() and unit not in words()["units"]
    first, last = interval(said, place, manner, high=low.high * factor, counted=counted, rounded=rounded)
    if hit["high"] and (high := numerals.read(hit["high"])) is not None:
        first, last = sorted((_lower(hit, said, high.value), high.value * factor))
        manner = "to"
    if unit == "%":
        first, last = min(first, Decimal(100)), min(last, Decimal(100))
    return Quantity(hit.string[hit.start() : end], hit.start(), end, first, last, said, manner, unit)


def _lower(hit: re.Match[str], said: Decimal, high: Decimal) -> Decimal:
    """The lower end of a range; a ten thousand is said once for both."""
    last = hit["high"][-1]
    shared = words()["places"].get(last, 0) if hit["low"][-1] not in words()["places"] else 0
    scaled = said * Decimal(10) ** shared
    return scaled if scaled <= high else said


def _manner(hit: re.Match[str]) -> str:
    for group, side in (("inner", "after"), ("after", "after"), ("before", "before")):
        for name, told in words()["manners"].items():
            if group == "before" and hit[group] == words()["manners"]["over"]["high"]:
                return "over"
            if isinstance(told, dict) and hit[group] and hit[group] in told.get(side, ()):
                return str(name)
    return ""


def interval(
    said: Decimal, place: Decimal, manner: str, *, high: Decimal, counted: bool, rounded: bool = False
) -> tuple[Decimal, Decimal]:
    """What *manner* makes of the number: a choice of this program, and no norm, so readers are shown it.

    *counted*: whole things. *rounded*: a share, or written with a point, and so without its last digits.
    """
    if high > said:
        return said, high
    tenth = abs(said) / 10
    near = min(place, tenth) if tenth else place
    about = min(place / 2, near)
    about = about.to_integral_value(ROUND_FLOOR) if counted else about
    ends = {
        "more": (said, said + place - (1 if counted else 0)),
        "under": (said - near, said),
        "about": (said - about, said + about),
        "over": (said, said * WIDEST),
        "most": (Decimal(0), said),
    }
    half = place / 2 if rounded else Decimal(0)
    return ends.get(manner, (said - half, said + half))
