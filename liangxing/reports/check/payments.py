"""Money that enterprises got: each sum is bound by the keys of its row, the enterprise and the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from liangxing.kernel.quantity import number

from .answers import interval
from .binding import surroundings
from .claims import Claim, Kind, Payment, Recorded, Verdict
from .dates import dates
from .firms import NEARLY, core, ended, nearest
from .quantities import Quantity
from .sentences import Sentences
from .suggested import rewritten
from .text import Text
from .words import has, words

AMOUNT, CONDITION = "enterprises.payments", "enterprises.policies"


@dataclass(frozen=True, slots=True)
class Keys:
    """What the text says before a sum: *firm* as recorded (empty: none named, ``None``: one that nobody recorded).

    *years*: those that the words can mean, empty when none is named. *doubt*: the name is only like a recorded one.
    """

    firm: str | None
    years: frozenset[int]
    doubt: bool


def payments(
    cut: Sentences, text: Text, recorded: Recorded, writing: Sequence[date]
) -> Iterator[tuple[Quantity, Claim]]:
    """A claim for each sum that an enterprise is said to have got, or to have had to earn; with its quantity."""
    told = words()["payments"]
    for quantity in cut.quantities:
        near = surroundings(quantity, cut)
        if words()["units"].get(quantity.unit, [""])[0] != "[CNY]" or has(near.before, told["total"]):
            continue
        keys = _keys(quantity, cut, recorded, writing)
        condition = _last(near.before, told["condition"]) > _last(near.before, told["got"])
        if (keys.firm == "" and not keys.years) or (not condition and not has(near.before + near.after, told["got"])):
            continue
        yield quantity, _claim(quantity, keys, text, recorded.payments, condition=condition)


def _last(text: str, choices: Sequence[str]) -> int:
    return max(map(text.rfind, choices))


def _keys(quantity: Quantity, cut: Sentences, recorded: Recorded, writing: Sequence[date]) -> Keys:
    """The last enterprise and the last year before the sum in its sentence; an enterprise also one sentence back."""
    first = cut.sentence(quantity.start)[0]
    sentence = cut.text[first : quantity.start]
    years = [dated.years for dated in dates(sentence, writing)]
    firm, doubt = _firm(sentence, recorded)
    if firm == "" and first:
        firm, doubt = _firm(cut.text[slice(*cut.sentence(first - 1))], recorded)
    return Keys(firm, years[-1] if years else frozenset(), doubt)


def _firm(text: str, recorded: Recorded) -> tuple[str | None, bool]:
    known = {payment.enterprise for payment in recorded.payments}
    exact = {name: text.rfind(core(name)) for name in known if core(name) in text}
    named = ended(text, words()["payments"]["firms"])
    last = max(exact.values(), default=-1)
    if (named and named[-1][0] > last + 30) or (named and not exact):
        name, like = nearest(text[slice(*named[-1])], known)
        return (name, True) if like >= NEARLY else (None, False)
    return (max(exact, key=exact.__getitem__), False) if exact else ("", False)


def _claim(
    quantity: Quantity, keys: Keys, text: Text, rows: Sequence[Payment], *, condition: bool
) -> Claim:  # fmt: skip
    mine = [row for row in rows if keys.firm in ("", row.enterprise) and (not keys.years or row.year in keys.years)]
    sums = [row.condition_cny if condition else row.amount_cny for row in mine]
    ours = [each for each in sums if each is not None]
    start, end = text.given(quantity.start, quantity.end)
    verdict = _verdict(quantity, keys, ours)
    sure = verdict is Verdict.DIFFERS and len(ours) == 1
    return Claim(
        text=quantity.text, start=start, end=end, kind=Kind.PAYMENT, measure=CONDITION if condition else AMOUNT,
        stated=interval(quantity, Decimal(1)), recorded=", ".join(map(number, ours)) or None,
        verdict=verdict, suggestion=rewritten(quantity, ours[0]) if sure else None,
    )  # fmt: skip


def _verdict(quantity: Quantity, keys: Keys, ours: Sequence[Decimal]) -> Verdict:
    if keys.firm is None or not ours:
        return Verdict.NOT_RECORDED
    if any(quantity.low <= each <= quantity.high for each in ours):
        return Verdict.UNCLEAR if keys.doubt else Verdict.BORNE_OUT
    whole = keys.firm and bool(keys.years) and not keys.doubt
    return Verdict.DIFFERS if whole else Verdict.UNCLEAR
