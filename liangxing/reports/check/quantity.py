"""A number of a text as an interval, with its unit and its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit word (empty when it has none), true for every value from *low* to *high*, both in.

    ``said`` is the bare number that was written, ``manner`` how (``more``, ``about``, …; empty: exactly).
    ``torn``: a damaged character touches it, which may have been a digit.
    """

    text: str
    start: int
    end: int
    low: Decimal
    high: Decimal
    said: Decimal
    manner: str
    unit: str
    torn: bool = False

    def scaled(self, factor: Decimal) -> tuple[Decimal, Decimal]:
        """The interval in a unit of which *factor* make one of its own."""
        return self.low * factor, self.high * factor
