"""Whether what the report says is the figure: its words name the number, rounded at most, in a unit of the same thing."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from html import escape

# By how much a figure in one unit is multiplied to be said in another; a share is said in per cent.
TIMES = {
    "1": ("100",),
    "m2": ("1", "0.000001"),
    "km2": ("1", "1000000"),
    "[CNY]": ("1", "0.0001"),
}
NUMBER = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?")
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


def says(shown: str, value: Decimal | None, unit: str) -> bool:
    """Whether *shown* says *value*, which is in *unit*; what is unknown is said without any number."""
    found = NUMBER.search(shown)
    if value is None or found is None:
        return value is None and found is None
    number = Decimal(found.group().replace(",", ""))
    step = Decimal(1).scaleb(number.as_tuple().exponent if found.group(1) else 0)  # type: ignore[arg-type]
    for times in TIMES.get(unit, ("1",)):
        exact = EXACT.multiply(value, Decimal(times))
        if number in (exact.quantize(step, ROUND_HALF_UP, EXACT), _over(exact)):
            return True
    return False


def _over(exact: Decimal) -> Decimal:
    """The thousands, hundreds or tens that a report says a figure is over: its first digit, and zeros."""
    place = Decimal(10) ** max(len(str(int(exact))) - 1, 0)
    return (exact / place).to_integral_value(ROUND_FLOOR) * place


def page_says(page: str, anchor: str, shown: str) -> bool:
    """Whether the report's page has *shown* where it states the claim *anchor*."""
    return f'href="#{escape(anchor)}">{escape(shown)}<' in page
