"""What a sample tells of the whole: a share, and between which bounds it may lie.

Two ways, each by its source:

- ``wilson``: of a whole that is large or has no end. E. B. Wilson, Probable inference, the law of succession, and
  statistical inference, Journal of the American Statistical Association 22 (1927) 209-212; recommended by
  L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001)
  101-133.
- ``of_whole``: of a whole that was counted and drawn from without putting back. The bounds are exact
  (J. P. Buonaccorsi, A note on confidence intervals for proportions in finite populations, The American Statistician
  41 (1987) 215-218): whoever asks everybody knows, and whoever asks nobody knows nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import comb, sqrt
from statistics import NormalDist

SURE = 0.95  # of a hundred such intervals, so many of a hundred hold the truth


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 0 to 1 as it was found, and the bounds within which that of the whole lies."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.value <= self.high <= 1:
            raise ValueError(f"{self.value} does not lie between {self.low} and {self.high}")


def wilson(found: int, asked: int, *, sure: float = SURE) -> Share | None:
    """The share of *found* in *asked*, with Wilson's bounds; ``None`` when nobody was asked.

    >>> print("{0.value:.2f} {0.low:.3f} {0.high:.3f}".format(wilson(15, 20)))
    0.75 0.531 0.888
    """
    _check(found, asked)
    if not asked:
        return None
    z = NormalDist().inv_cdf((1 + sure) / 2)
    share, around = found / asked, z * z / asked
    middle = (share + around / 2) / (1 + around)
    half = z * sqrt(share * (1 - share) / asked + around / (4 * asked)) / (1 + around)
    low, high = (0.0 if not found else middle - half), (1.0 if found == asked else middle + half)
    return Share(share, max(0.0, min(low, share)), min(1.0, max(high, share)))


def of_whole(found: int, asked: int, whole: int, *, sure: float = SURE) -> Share | None:
    """The share in a *whole* of so many, of whom *asked* were drawn and *found* had it; ``None`` when none was asked.

    >>> of_whole(3, 4, 4)
    Share(value=0.75, low=0.75, high=0.75)
    """
    _check(found, asked)
    if asked > whole:
        raise ValueError(f"{asked} of {whole} cannot have been asked")
    if not asked:
        return None
    tail = Fraction(1 - sure).limit_denominator(10_000) / 2 * comb(whole, asked)
    least, most = found, whole - (asked - found)  # of the whole, so many at least and at most have it

    def from_(first: int, last: int, having: int) -> int:
        """In how many samples between *first* and *last* have it, when *having* of the whole do."""
        return sum(comb(having, k) * comb(whole - having, asked - k) for k in range(first, last + 1))

    low = _first(least, most, lambda n: from_(found, asked, n) > tail)
    high = most - _first(0, most - least, lambda n: from_(0, found, most - n) > tail)
    share = found / asked
    return Share(share, min(low / whole, share), max(high / whole, share))


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number from *low* on for which it *holds*: it does for *high*, and from the first one on for all."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _check(found: int, asked: int) -> None:
    if not 0 <= found <= asked:
        raise ValueError(f"{found} of {asked} cannot be")
