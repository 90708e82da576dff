"""The number that a label counts, from Chinese or Arabic digits."""

from __future__ import annotations

import re

from .shapes import shapes

CIRCLED = 0x2460  # the circled digit one


def counted(label: str) -> int | None:
    """The number in *label*; ``None`` when there is none."""
    if found := re.search(r"\d+", label):
        return int(found.group())
    if label and CIRCLED <= ord(label[0]) < CIRCLED + 20:
        return ord(label[0]) - CIRCLED + 1
    digits, ten = shapes()["numbers"]["digits"], shapes()["numbers"]["tens"]
    said = "".join(sign for sign in label if sign in digits + ten)
    if not said:
        return None
    tens, found_ten, ones = said.partition(ten)
    if not found_ten:
        return digits.find(said[0]) if len(said) == 1 else None
    return (digits.find(tens) if tens else 1) * 10 + (digits.find(ones) if ones else 0)
