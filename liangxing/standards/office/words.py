"""The words of ``words.toml``, and numbers as they are written in tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """What ``words.toml`` says."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


def any_of(choices: Iterable[str]) -> str:
    """A pattern that takes the longest of *choices*."""
    return f"(?:{'|'.join(map(re.escape, sorted(set(choices), key=len, reverse=True)))})"


@cache
def number_pattern() -> str:
    """A pattern for one number: digits, a fraction, a share, Chinese numerals, each with its ten thousands."""
    told = words()
    han = f"[{''.join(told['numerals'])}{''.join(told['places'])}]+"
    digits, share = r"[0-9][0-9,]*(?:\.[0-9]+)?", told["shares"]
    places = any_of(p for p, n in told["places"].items() if n >= 1000)
    return (
        rf"{share['half']}|{han}{share['of']}{han}|{share['percent']}(?:{digits}|{han})|{digits}/[0-9]+"
        rf"|(?:{digits}|{han}){share['tenths']}{share['half_tenth']}?|{digits}%|{digits}{places}*|{han}"
    )


def read_number(text: str) -> tuple[Fraction, bool]:
    """The number that *text* is, and whether it is said as a share; ``ValueError`` when it is none.

    >>> read_number("2/3"), read_number("80%"), read_number("1,200")
    ((Fraction(2, 3), True), (Fraction(4, 5), True), (Fraction(1200, 1), False))
    """
    share = words()["shares"]
    if text == share["half"]:
        return Fraction(1, 2), True
    if text.startswith(share["percent"]):
        return _plain(text.removeprefix(share["percent"])) / 100, True
    if share["of"] in text:
        whole, _of, part = text.partition(share["of"])
        return _plain(part) / _plain(whole), True
    if text.endswith("%"):
        return _plain(text[:-1]) / 100, True
    tenths, sign, half = text.partition(share["tenths"])
    if sign:
        return (_plain(tenths) + (Fraction(1, 2) if half else 0)) / 10, True
    return _plain(text), "/" in text


def _plain(text: str) -> Fraction:
    """Digits, a fraction, or Chinese numerals, with places behind digits."""
    found = re.fullmatch(r"([0-9][0-9,]*(?:\.[0-9]+)?(?:/[0-9]+)?)(\D*)", text)
    if not found:
        return Fraction(_han(text))
    value = Fraction(found[1].replace(",", "")) if not found[1].endswith("/0") else None
    if value is None:
        raise ValueError(text)
    for place in found[2]:
        value *= words()["places"].get(place) or _no(text)
    return value


def _han(text: str) -> int:
    numerals, places = words()["numerals"], words()["places"]
    if len(text) > 1 and all(c in numerals for c in text):
        return int("".join(str(numerals[c]) for c in text))
    total = section = digit = 0
    for char in text:
        if char in numerals:
            digit = numerals[char]
        elif (place := places.get(char) or _no(text)) >= 10000:
            total, section, digit = (total + section + digit or 1) * place, 0, 0
        else:
            section, digit = section + (digit or 1) * place, 0
    return int(total + section + digit)


def _no(text: str) -> int:
    raise ValueError(text)
