"""What does not hang on the weather, such as water: each month against the same month of the year before.

The difference of every pair of months is one observation; the error of their sum is that of a paired comparison
(NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.1; as IPMVP option C has it for use without an independent
variable). Pairing takes the season out without a model of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np

from .bills import bills_before
from .cases import SHORT_D, YEAR_D, Answer, Case, Days, Reason, month_of

FEW = 3  # pairs of months: fewer have no spread
METHOD = "means"


def answer(case: Case) -> Answer:
    """What the year before lets expect of the months since, and what was used."""
    nothing = Answer(METHOD, case.after - case.first)
    before = bills_before(case, daily=False)
    if before.reasons or before.spans is None:
        return nothing.but(*before.reasons)
    since = case.since()
    since_d = int((since[1] - since[0]).sum())
    if since_d < SHORT_D:
        return nothing.but(Reason.TOO_SOON)
    used, a_day = float(since[2].sum()), _a_day(*before.spans)
    expected, apart = 0.0, list[float]()
    for a, b, told in zip(*(column.tolist() for column in since[:3]), strict=True):
        usual = sum(a_day.get(month_of(day), before.a_year / YEAR_D) for day in range(int(a), int(b)))
        expected += usual
        apart.append((usual - told) / (b - a))
    apart = _by_month(since[0], apart, since[1] - since[0])
    if expected <= 0 or len(apart) < FEW:
        return nothing.but(Reason.TOO_SOON if expected > 0 else Reason.POOR_FIT)
    error = float(np.std(apart, ddof=1)) / len(apart) ** 0.5 * since_d
    return replace(nothing, known_d=since_d, used=used, expected=expected, error=error, a_year=before.a_year)


def _a_day(begin: Days, end: Days, amount: Days) -> dict[int, float]:
    """What was used on a mean day of each month."""
    used: dict[int, float] = defaultdict(float)
    days: dict[int, int] = defaultdict(int)
    for a, b, told in zip(begin.tolist(), end.tolist(), amount.tolist(), strict=True):
        for day in range(int(a), int(b)):
            used[month_of(day)] += told / (b - a)
            days[month_of(day)] += 1
    return {month: used[month] / days[month] for month in days}


def _by_month(begin: Days, apart: list[float], days: Days) -> list[float]:
    """Daily spans are no observations of their own: one difference for each month in which spans begin."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for day, each, long in zip(begin.tolist(), apart, days.tolist(), strict=True):
        told = sums[month_of(int(day))]
        told[0], told[1] = told[0] + each * long, told[1] + long
    return [total / long for total, long in sums.values()]
