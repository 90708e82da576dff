"""What a clause asks of a figure. ``at_least`` and ``more_than`` are different: two thirds of 75 are 50, or 51."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum
from fractions import Fraction


class Finding(Enum):
    """What a clause finds; *unknown* is an answer, and not a failure."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


Holds = Callable[[Fraction, tuple[Fraction, ...]], bool]
RULES: dict[str, Holds] = {
    "at_least": lambda value, asked: value >= asked[0],
    "more_than": lambda value, asked: value > asked[0],
    "at_most": lambda value, asked: value <= asked[0],
    "less_than": lambda value, asked: value < asked[0],
    "equal": lambda value, asked: value == asked[0],
    "between": lambda value, asked: asked[0] <= value <= asked[1],
    "reported": lambda value, asked: True,  # the text asks that it be known, and names no number
}
NUMBERS = {"reported": 0, "between": 2}  # how many numbers a rule takes; the others take one


def judge(rule: str, value: Fraction | None, asked: tuple[Fraction, ...]) -> Finding:
    """Hold *value* against a rule of ``RULES`` with the numbers it *asked* for."""
    if value is None:
        return Finding.UNKNOWN
    return Finding.MET if RULES[rule](value, asked) else Finding.UNMET


def together(findings: list[Finding]) -> Finding:
    """Several tests of one clause: met when all are, unmet when one is, else unknown."""
    if Finding.UNMET in findings:
        return Finding.UNMET
    return Finding.UNKNOWN if Finding.UNKNOWN in findings or not findings else Finding.MET


def lacking(rule: str, value: Fraction, asked: tuple[Fraction, ...]) -> Decimal | None:
    """How much more (or, negative, less) of a counted thing would do; ``None`` where nothing is lacking."""
    if RULES[rule](value, asked):
        return None
    target = asked[0] if value < asked[0] else asked[-1]
    gap = Decimal((target - value).numerator) / (target - value).denominator
    if rule == "more_than":
        return gap.to_integral_value(ROUND_FLOOR) + 1
    if rule == "less_than":
        return gap.to_integral_value(ROUND_CEILING) - 1
    return gap.to_integral_value(ROUND_CEILING if gap > 0 else ROUND_FLOOR)
