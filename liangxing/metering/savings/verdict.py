"""What may be said of a home, and of many together, after what similar homes did has been taken off.

**One home.** The model of its own year knows how its days scatter, and not how homes change from one year to the next:
a child, a sick leave, another job. Of homes that did nothing of their own the shares they seem to save scatter by just
that; so they are placebos (as in A. Abadie, A. Diamond, J. Hainmueller, Synthetic Control Methods for Comparative Case
Studies, Journal of the American Statistical Association 105 (2010) 493-505), and one more home of the kind lies, if it
saved nothing, within the prediction interval of G. J. Hahn, W. Q. Meeker, Statistical Intervals (1991), section 4.7:
mean ± t · spread · √(1 + 1/n). ASHRAE's error of its own model is added
to that, which is on the safe side. ``bench/savings.py`` prints how often 0 % is called saved with and without it.

**Many homes.** Errors of their own are independent and add up as squares. What was taken off is the same error in all
homes of a group, so it adds up as it is; groups of one period have no home in common and add up as squares, those of
different periods may have, and add up as they are, which is too wide rather than too narrow (JCGM 100:2008, 5.2.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist

from .cases import Answer, Reason
from .similar import LEAST, Group

SURE = 0.9
Z = NormalDist().inv_cdf((1 + SURE) / 2)


@dataclass(frozen=True, slots=True)
class Proof:
    """Of one meter: the verdict, and the amounts in its unit behind it; ``None`` where nothing can be said."""

    verdict: str
    answer: Answer
    reasons: tuple[str, ...]
    taken_off: float | None = None
    saved: float | None = None
    low: float | None = None
    high: float | None = None
    own_error: float | None = None
    group_error: float | None = None
    group: str = ""
    compared: int = 0


def proof(answer: Answer, group: Group | None) -> Proof:
    """What may be said, with the *group* of similar homes, without the home itself, or with none.

    Without a group nothing is called saved or more: a mild year or a dear one may have done it.
    """
    if answer.expected is None or answer.used is None or answer.error is None:
        return Proof("insufficient", answer, answer.reasons)
    off, spread, shared, many = 0.0, 0.0, 0.0, 0
    if group is not None:
        many = len(group.shares)
        off = group.mean * answer.expected
        spread, shared = group.spread * answer.expected, group.error * answer.expected
    own = hypot(answer.error, spread)
    saved = answer.expected - answer.used - off
    wide = student(many - 1 if group else LEAST - 1) * hypot(own, shared)
    low, high = saved - wide, saved + wide
    verdict = "unproven" if group is None or low <= 0 <= high else "saved" if low > 0 else "more"
    reasons = answer.reasons if group is not None else (*answer.reasons, Reason.NO_GROUP)
    name = group.name if group is not None else ""
    return Proof(verdict, answer, reasons, off, saved, low, high, own, shared, name, many)


@dataclass(frozen=True, slots=True)
class One:
    """A proof as many are added up: of which ``period`` and ``group`` it is."""

    saved: float
    own_error: float
    group_error: float
    group: str
    period: str


@dataclass(frozen=True, slots=True)
class Sum:
    """What ``homes`` saved together, with 90 % between ``low`` and ``high``."""

    homes: int
    saved: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """By the interval alone, as for one home."""
        return "saved" if self.low > 0 else "more" if self.high < 0 else "unproven"


def together(homes: Iterable[One]) -> Sum | None:
    """The sum of *homes* with its interval, by the rule above; ``None`` of none.

    >>> one = One(100.0, 30.0, 20.0, "g", "2026")
    >>> both = together([one, one])
    >>> both.saved, round((both.high - both.low) / 2 / Z)  # √(30² + 30² + (20 + 20)²)
    (200.0, 58)
    """
    every = list(homes)
    if not every:
        return None
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for home in every:
        shared[home.period, home.group] += home.group_error
    periods: dict[str, float] = defaultdict(float)
    for (period, _group), error in shared.items():
        periods[period] = hypot(periods[period], error)
    own = sqrt(sum(home.own_error**2 for home in every))
    wide = Z * hypot(own, sum(periods.values()))
    saved = sum(home.saved for home in every)
    return Sum(len(every), saved, saved - wide, saved + wide)


def student(free: int) -> float:
    """Student's t of 90 % for so many degrees of freedom (Abramowitz and Stegun, 26.7.5).

    >>> [round(student(free), 3) for free in (14, 30, 1000)]
    [1.761, 1.697, 1.646]
    """
    z, n = Z, float(free)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / n + second / n**2 + third / n**3
