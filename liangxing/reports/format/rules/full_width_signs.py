"""Chinese text has signs of full width (GB/T 15834); 7.3.3 takes them for granted."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.paper import HAN
from liangxing.reports.format.shapes import shapes
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.3", gettext_lazy("Signs of full width in Chinese text"))
TEXT = (Sort.TITLE, Sort.BODY, Sort.HEADING)
ALONE = ".:,"  # between digits they belong to a number; behind one they end a sentence


def check(text: Text) -> Iterator[Told]:
    """A half-width sign beside a Chinese character; the number before a heading is asked elsewhere."""
    half = shapes()["signs"]["half"]
    for part in text.of(*TEXT):
        said = part.line.plain[len(part.label) :] if part.label else part.line.plain
        found = sorted({sign for n, sign in enumerate(said) if sign in half and _beside_han(said, n)})
        if found:
            yield Told(
                _("Half-width signs stand in Chinese text: %(signs)s") % {"signs": " ".join(found)},
                _("Write them in full width: %(signs)s") % {"signs": " ".join(half[sign] for sign in found)},
                part.line,
            )


def _beside_han(said: str, n: int) -> bool:
    before, after = said[n - 1] if n else "", said[n + 1] if n + 1 < len(said) else ""
    if said[n] in ALONE:
        return (bool(HAN.match(before)) and not after.isascii()) or bool(HAN.match(before) and not after)
    return bool(HAN.match(before) or HAN.match(after))
