"""Figures: every number that counts something, against the measure that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from liangxing.kernel.quantity import number

from .binding import Bound, bind
from .claims import Claim, Kind, Recorded, Verdict
from .quantities import Quantity
from .sentences import Sentences
from .text import Text
from .vocabulary import Vocabulary
from .words import any_of, words

FAR = 10  # a number under a tenth of ours, with more said around it, speaks of a part rather than of the whole


def figures(
    cut: Sentences, text: Text, vocabulary: Vocabulary, recorded: Recorded, *, taken: set[int]
) -> Iterator[Claim]:
    """A claim for each quantity with a unit whose place is not *taken* by a row; aims and plans are none."""
    for quantity in cut.quantities:
        if quantity.start in taken or _aim(quantity, cut):
            continue
        bound = bind(quantity, cut, vocabulary)
        if bound is not None:
            yield _claim(quantity, bound, text, recorded)
        elif quantity.unit and not _article(quantity):
            start, end = text.given(quantity.start, quantity.end)
            yield Claim(text=quantity.text, start=start, end=end, kind=Kind.FIGURE, verdict=Verdict.NOT_RECORDED,
                        stated=interval(quantity, Decimal(1)))  # fmt: skip


def _aim(quantity: Quantity, cut: Sentences) -> bool:
    before = cut.text[cut.clause(quantity.start)[0] : quantity.start]
    none, aims = any_of(words()["aims"]["none"]), any_of(words()["aims"]["figure"])
    return bool(re.search(aims, re.sub(none, "", before)))


def _article(quantity: Quantity) -> bool:
    """Whether it is "a" rather than "one": written as a character, and nothing of ours."""
    return quantity.said == 1 and not re.search("[0-9]", quantity.text)


def _claim(quantity: Quantity, bound: Bound, text: Text, recorded: Recorded) -> Claim:
    start, end = text.given(quantity.start, quantity.end)
    ours = recorded.figures.get(bound.said.key)
    limit = bound.said.threshold
    return Claim(
        text=quantity.text, start=start, end=end, kind=Kind.THRESHOLD if limit else Kind.FIGURE,
        measure=bound.said.key, verdict=_verdict(quantity, bound, recorded),
        stated=number(quantity.said * bound.factor) if limit else interval(quantity, bound.factor),
        recorded=None if ours is None else number(ours),
    )  # fmt: skip


def interval(quantity: Quantity, factor: Decimal) -> str:
    """The values for which the words are true, such as ``8,000-8,999``; what was said exactly, as it is."""
    low, high = quantity.scaled(factor)
    if not quantity.manner:
        low = high = quantity.said * factor if quantity.low <= quantity.said <= quantity.high else low
    return number(low) if low == high else f"{number(low)}-{number(high)}"


def _holds(quantity: Quantity, bound: Bound, ours: Decimal) -> bool:
    if bound.said.threshold:
        return ours == quantity.said * bound.factor
    low, high = quantity.scaled(bound.factor)
    return low <= ours <= high


def _verdict(quantity: Quantity, bound: Bound, recorded: Recorded) -> Verdict:
    ours = recorded.figures.get(bound.said.key)
    if ours is None:
        return Verdict.NOT_RECORDED
    if quantity.torn:
        return Verdict.UNCLEAR
    if _holds(quantity, bound, Decimal(ours)):
        return Verdict.BORNE_OUT
    part = quantity.high * bound.factor * FAR < ours and not bound.bare
    doubt = not bound.sure or part or bound.said.key in recorded.flows
    return Verdict.UNCLEAR if doubt else Verdict.DIFFERS
