"""What could stand in the place of a number that differs: the recorded one, written as the text writes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from liangxing.kernel.patterns import any_of

from .claims import Claim
from .quantities import Quantity
from .sentences import Sentences
from .text import Text
from .words import words

LARGE = 4  # the power of ten from which a place is written as a character, and kept


def rewritten(quantity: Quantity, ours: Decimal) -> str:
    """*quantity* with the value *ours*, in its unit; "ten thousand" stays where nothing is lost by it."""
    places = any_of(p for p, n in words()["places"].items() if n >= LARGE)
    big = re.search(places, quantity.text)
    unit = quantity.unit if quantity.unit in quantity.text else ""
    grouped = "," in quantity.text
    if big:
        worth = Decimal(10) ** words()["places"][big.group()]
        short = (ours / worth).normalize()
        if -short.as_tuple().exponent <= 2:
            return f"{short:f}{big.group()}{unit}"
    plain = f"{round(ours, 2):f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return (f"{Decimal(plain):,}" if grouped else plain) + unit


def completed(claim: Claim, cut: Sentences, text: Text, given: str) -> Claim:
    """*claim* with its whole sentence as it could stand, in the text's own script, if there is something to suggest."""
    if claim.suggestion is None:
        return claim
    at = bisect_right(text.origin, claim.start) - 1
    first, last = text.given(*cut.sentence(max(at, 0)))
    own = given[claim.start : claim.end]
    script = dict(zip(claim.text, own, strict=True)) if len(own) == len(claim.text) else {}
    new = "".join(char if char.isdigit() else script.get(char, char) for char in claim.suggestion)
    told = f"{given[first : claim.start]}{new}{given[claim.end : last + 1]}"
    return replace(claim, suggestion=new, sentence=" ".join(told.split()))
