"""Figures: every number that counts something, against the measure that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from liangxing.kernel.patterns import any_of

from .answers import Answer, answer, interval
from .binding import Bound, bind
from .cells import bind_cell
from .claims import Claim, Kind, Recorded, Verdict
from .days import days_of
from .lexicon import Lexicon
from .quantities import Quantity
from .sentences import Sentences
from .tables import cells
from .text import Text
from .vocabulary import Vocabulary
from .words import words


def figures(
    cut: Sentences, text: Text, vocabulary: Vocabulary, recorded: Recorded, writing: Sequence[date], *, taken: set[int]
) -> Iterator[Claim]:
    """A claim for each quantity with a unit whose place is not *taken* by a row; aims and plans are none."""
    boxed, lexicon = cells(cut.text, cut.quantities), Lexicon(vocabulary)
    for quantity in cut.quantities:
        if quantity.start in taken or _aim(quantity, cut):
            continue
        cell = boxed.get(quantity.start)
        if cell is not None:
            quantity = cell.quantity
            bound, days = bind_cell(cell, lexicon, writing)
        else:
            bound, days = bind(quantity, cut, lexicon), None
        if bound is not None:
            told = answer(quantity, bound, recorded, days or days_of(quantity, bound, cut, recorded, writing), writing)
            yield _claim(quantity, bound, text, told)
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


def _claim(quantity: Quantity, bound: Bound, text: Text, told: Answer) -> Claim:
    start, end = text.given(quantity.start, quantity.end)
    return Claim(
        text=quantity.text, start=start, end=end, kind=Kind.THRESHOLD if bound.said.threshold else Kind.FIGURE,
        measure=bound.said.key, verdict=told.verdict, stated=told.stated, recorded=told.recorded,
        period=None if told.period is None else str(told.period), suggestion=told.suggestion, sent=told.sent,
    )  # fmt: skip
