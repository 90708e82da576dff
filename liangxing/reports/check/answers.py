"""What the records say to one number: borne out, differs, not recorded, or please look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from liangxing.kernel.period import EVER, Period
from liangxing.kernel.quantity import number

from .binding import Bound
from .claims import Recorded, Sent, Verdict
from .days import Days
from .quantities import Quantity
from .suggested import rewritten

FAR = 10  # a number under a tenth of ours, with more said around it, speaks of a part rather than of the whole


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict, what was stated and what is recorded; *period*: the days that were counted, if any were named."""

    verdict: Verdict
    stated: str
    recorded: str | None
    period: Period | None = None
    suggestion: str | None = None
    sent: Sent | None = None


def interval(quantity: Quantity, factor: Decimal) -> str:
    """The values for which the words are true, such as ``8,000-8,999``; what was said exactly, as it is."""
    low, high = quantity.scaled(factor)
    if not quantity.manner:
        low = high = quantity.said * factor if quantity.low <= quantity.said <= quantity.high else low
    return number(low) if low == high else f"{number(low)}-{number(high)}"


def answer(quantity: Quantity, bound: Bound, recorded: Recorded, days: Days, writing: Sequence[date]) -> Answer:
    """The answer to *quantity*; *days* are the ones that it speaks of."""
    limit = bound.said.threshold
    stated = number(quantity.said * bound.factor) if limit else interval(quantity, bound.factor)
    found = list(_recorded(bound, recorded, days, writing))
    if not found:
        return Answer(Verdict.NOT_RECORDED, stated, None)
    met = [(period, ours) for period, ours in found if _holds(quantity, bound, ours)]
    period, ours = (met or found)[0]
    if quantity.torn:
        return Answer(Verdict.UNCLEAR, stated, number(ours), period)
    if met:
        # What adds up was sent for days of its own, which this number need not speak of.
        lasting = period is None and bound.said.key not in recorded.flows
        sent = _sent(quantity, bound, recorded) if lasting else None
        return Answer(Verdict.CONTRADICTS if sent else Verdict.BORNE_OUT, stated, number(ours), period, sent=sent)
    doubt = _doubt(quantity, bound, ours, recorded, days)
    suggestion = None if doubt else rewritten(quantity, ours / bound.factor)
    return Answer(Verdict.UNCLEAR if doubt else Verdict.DIFFERS, stated, number(ours), period, suggestion)


def _recorded(
    bound: Bound, recorded: Recorded, days: Days, writing: Sequence[date]
) -> Iterator[tuple[Period | None, Decimal]]:
    """Each figure that may be meant, the likeliest first, with its days where some were named."""
    key, whole = bound.said.key, recorded.figures.get(bound.said.key)
    flow = key in recorded.flows
    if whole is not None and not (days.named and (flow or not days.added)):
        yield None, Decimal(whole)
    for period in days.periods:
        value = _added(key, period, recorded) if days.added and not flow else recorded.during(key, period)
        if value is not None:
            yield period if days.named or value != whole else None, Decimal(value)
    # The last day named may be today's: then what stands now is what stood on it.
    if whole is not None and days.named and not flow and any(writing[0] in p for p in days.periods):
        yield None, Decimal(whole)


def _added(key: str, period: Period, recorded: Recorded) -> Decimal | None:
    """By how much a stock grew in *period*."""
    after, before = recorded.during(key, period), recorded.during(key, Period(EVER, period.first))
    return None if after is None or before is None else after - before


def _holds(quantity: Quantity, bound: Bound, ours: Decimal) -> bool:
    if bound.said.threshold:
        return ours == quantity.said * bound.factor
    low, high = quantity.scaled(bound.factor)
    return low <= ours <= high


def _doubt(quantity: Quantity, bound: Bound, ours: Decimal, recorded: Recorded, days: Days) -> bool:
    """Whether something else may be meant, so that nobody may say that it is wrong."""
    part = quantity.high * bound.factor * FAR < ours and not bound.bare
    undated = bound.said.key in recorded.flows and not days.named and quantity.unit != "%"
    return not bound.sure or part or undated or (days.added and bound.said.key not in recorded.flows)


def _sent(quantity: Quantity, bound: Bound, recorded: Recorded) -> Sent | None:
    """The newest document that was sent with another value, if there is one."""
    low, high = quantity.scaled(bound.factor)
    return next(
        (sent for sent in recorded.sent if sent.measure == bound.said.key and not low <= sent.value <= high), None
    )
