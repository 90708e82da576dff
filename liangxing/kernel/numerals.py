"""Numbers as they are written, in digits or characters: each as a value and the worth of its last place."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from .patterns import any_of

LONGEST = 24  # characters; what is longer is a code, an account or damage
VAGUE = (2, 9)  # "some hundred" is 200 to 900


@dataclass(frozen=True, slots=True)
class Numeral:
    """``value``, and ``place``: what one more in its last place would add. ``high``: the upper end of a vague one."""

    value: Decimal
    place: Decimal
    high: Decimal = Decimal(0)


@cache
def words() -> dict[str, Any]:
    """``numerals.toml``: each numeral's digit, each place's power of ten, the words for "some" and the point."""
    return tomllib.loads((files(__package__) / "numerals.toml").read_text("utf-8"))


@cache
def pattern() -> str:
    """A pattern for one number, without sign, manner or unit."""
    told = words()
    digits = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    places, han = any_of(told["places"]), any_of(told["numerals"])
    vague = any_of(told["vague"])
    return (
        rf"(?:{digits})(?:{places})*|{vague}{places}+|(?:{han}|[{''.join(told['places'])}])"
        rf"(?:{han}|{places})*(?:{told['point']}{han}+)?"
    )


def read(text: str) -> Numeral | None:
    """The number that *text* is; ``None`` when it is none, such as the character for ten thousand alone.

    >>> read("3,324").value, read("2.5").place
    (Decimal('3324'), Decimal('0.1'))
    """
    if len(text) > LONGEST:
        return None
    if re.match(r"[0-9]", text):
        return _digits(text)
    if text[:1] in words()["vague"]:
        place = _worth(text[1:])
        return Numeral(VAGUE[0] * place, place, VAGUE[1] * place)
    return _han(text)


def _worth(places: str) -> Decimal:
    """Places that follow each other multiply."""
    worth = Decimal(1)
    for place in places:
        worth *= Decimal(10) ** words()["places"][place]
    return worth


def _digits(text: str) -> Numeral:
    number = re.match(r"[0-9,.]+", text)
    plain = number.group().replace(",", "") if number else "0"
    worth = _worth(text[number.end() :] if number else "")
    return Numeral(Decimal(plain) * worth, last_place(plain) * worth)


def last_place(plain: str) -> Decimal:
    """The worth of the last digit that counts: of 8000 it is 1000, of 0.60 it is 0.01 because somebody wrote it."""
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.split(".")[1]))
    return Decimal(10) ** (len(plain) - len(plain.rstrip("0"))) if plain.strip("0") else Decimal(1)


def _han(text: str) -> Numeral | None:
    whole, _point, fraction = text.partition(words()["point"])
    numerals: dict[str, int] = words()["numerals"]
    if len(whole) > 2 and whole[0] in numerals and whole[1] in numerals and whole[2] in words()["places"]:
        return _between(whole)
    value = _row(whole) if len(whole) > 1 and all(c in numerals for c in whole) else _built(whole, words()["places"])
    if value is None:
        return None
    if fraction:
        plain = f"{value}.{''.join(str(numerals[c]) for c in fraction)}"
        return Numeral(Decimal(plain), last_place(plain))
    return Numeral(Decimal(value), last_place(str(value)))


def _between(text: str) -> Numeral | None:
    """Two digits before one place are a range: "three four hundred"."""
    low, high = _built(text[0] + text[2:], words()["places"]), _built(text[1:], words()["places"])
    if low is None or high is None or low > high:
        return None if high is None else Numeral(Decimal(high), last_place(str(high)))
    return Numeral(Decimal(low), last_place(str(low)), Decimal(high))


def _row(text: str) -> int:
    """Digits one after the other, as years are written."""
    return int("".join(str(words()["numerals"][c]) for c in text))


def _built(text: str, places: dict[str, int]) -> int | None:
    """Digits with their places; a place without a digit before it is one of it."""
    total = section = digit = 0
    numerals: dict[str, Any] = words()["numerals"]
    for n, char in enumerate(text):
        if char in numerals:
            digit = numerals[char]
        elif places[char] >= 4:
            section += digit
            if not section and n:
                return None
            total, section, digit = (total + (section or 1)) * 10 ** places[char], 0, 0
        else:
            section += (digit or 1) * 10 ** places[char]
            digit = 0
    return total + section + digit if len(text) > 1 or places.get(text, 0) < 4 else None
