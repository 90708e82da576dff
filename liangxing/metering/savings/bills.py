"""The year before as the package reads it: day by day, or bill by bill without a gap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .cases import OFF_D, YEAR_D, Case, Days, Reason

LEAST_D = 329  # CalTRACK 2.2.1: a year, of which a tenth may be missing
SHORT_BILL_D, LONG_BILL_D = 25, 70  # 2.2.3.4 and 2.2.3.5: shorter and longer ones are not bills of one or two months
GUESSED = 0.1


@dataclass(frozen=True, slots=True)
class Bills:
    """``observed``: for each day from ``first`` what was used, or on the first day of a bill what it tells."""

    first: int
    after: int
    observed: Days
    cel: Days
    highest: float = 0.0  # use of the day, or of the mean day of the bill, on which most was used
    a_year: float = 0.0
    spans: tuple[Days, Days, Days] | None = None
    reasons: tuple[Reason, ...] = ()


def bills_before(case: Case, *, daily: bool) -> Bills:
    """The days of the year before, or the whole bills without a gap that end last before it does."""
    begin, end, amount, guess = case.within(case.year, case.before)
    if not daily:
        begin, end, amount, guess = _whole(*case.within(case.year - OFF_D, case.before))
    if not len(begin):
        return _none(Reason.NO_READINGS)
    if float((guess * (end - begin)).sum()) > GUESSED * float((end - begin).sum()):
        return _none(Reason.ESTIMATED)
    if not daily and int(end[-1] - begin[0]) < LEAST_D:
        return _none(Reason.BASELINE_SHORT)
    first, after = (case.year, case.before) if daily else (int(begin[0]), int(end[-1]))
    observed = np.full(after - first, np.nan)
    alone = (end - begin == 1) if daily else np.ones(len(begin), dtype=bool)
    observed[begin[alone] - first] = amount[alone]
    highest = float((amount[alone] / (end - begin)[alone]).max(initial=0.0))
    known_d = float((end - begin).sum())
    cel = case.weather.told(first, after)
    return Bills(first, after, observed, cel, highest, float(amount.sum()) / known_d * YEAR_D, (begin, end, amount))


def _none(reason: Reason) -> Bills:
    return Bills(0, 0, np.empty(0), np.empty(0), reasons=(reason,))


def _whole(begin: Days, end: Days, amount: Days, guess: Days) -> tuple[Days, Days, Days, Days]:
    """The last bills that follow each other, a year of them at most; runs of short ones are put together."""
    rows: list[list[float]] = []
    for a, b, used, guessed in zip(begin.tolist(), end.tolist(), amount.tolist(), guess.tolist(), strict=True):
        if (rows and rows[-1][1] != a) or b - a > LONG_BILL_D:
            rows = []
        if b - a > LONG_BILL_D:
            continue
        if rows and rows[-1][1] - rows[-1][0] < SHORT_BILL_D:
            rows[-1] = [rows[-1][0], b, rows[-1][2] + used, max(rows[-1][3], guessed)]
        else:
            rows.append([a, b, used, guessed])
    while rows and rows[-1][1] - rows[0][0] > YEAR_D + 1:
        rows.pop(0)
    if rows and rows[-1][1] - rows[-1][0] < SHORT_BILL_D:
        rows.pop()
    told = np.array(rows, dtype=np.float64).reshape(-1, 4)
    return told[:, 0].astype(np.int64), told[:, 1].astype(np.int64), told[:, 2], told[:, 3]
