"""The words of ``words.toml``, and numbers as they are written in tables."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from liangxing.kernel import numerals
from liangxing.kernel.patterns import any_of

THOUSAND = 3  # the power of ten from which a place may follow digits


@cache
def words() -> dict[str, Any]:
    """What ``words.toml`` says."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


@cache
def number_pattern() -> str:
    """A pattern for one number: digits, a fraction, a share, Chinese numerals, each with its ten thousands."""
    told, share = numerals.words(), words()["shares"]
    han = f"[{''.join(told['numerals'])}{''.join(told['places'])}]+"
    digits = r"[0-9][0-9,]*(?:\.[0-9]+)?"
    places = any_of(p for p, n in told["places"].items() if n >= THOUSAND)
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
    """Digits with their places, a fraction, or Chinese numerals."""
    part, of, whole = text.partition("/")
    if of:
        return Fraction(part.replace(",", "")) / int(whole)
    found = numerals.read(text)
    if found is None:
        raise ValueError(text)
    return Fraction(found.value)
