"""7.3.3: numbers count on, and no level is left out."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.counted import counted
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import shapes
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.3", gettext_lazy("Order of headings"))


def check(text: Text) -> Iterator[Told]:
    """A number that does not follow the one before it on its level; each upper heading begins anew.

    A document of two levels may go from the first straight to the third: that is custom.
    """
    counts: dict[int, int] = {}
    levels = {part.level for part in text.of(Sort.HEADING)}
    for part in text.of(Sort.HEADING, Sort.ANNEX):
        if part.sort is Sort.ANNEX:
            counts = {}
            continue
        number, expected = counted(part.label), counts.get(part.level, 0) + 1
        if number is not None and number != expected and number != 1:
            yield Told(
                _("The heading is number %(number)s; after the one before it, %(expected)s is next.")
                % {"number": number, "expected": expected},
                _("Number the headings of this level anew."),
                part.line,
            )
        if part.level > 1 and not any(level in counts for level in range(1, part.level)) and min(levels) < part.level:
            yield Told(
                _("A heading of level %(level)s stands before any of a higher level.") % {"level": part.level},
                _("Begin with a number like %(shown)s") % {"shown": shapes()["numbers"]["shown"][min(levels) - 1]},
                part.line,
            )
        counts = {level: n for level, n in counts.items() if level < part.level} | {part.level: number or expected}
