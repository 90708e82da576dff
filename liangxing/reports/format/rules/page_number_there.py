"""7.5: pages are numbered."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.feet import numbered
from liangxing.reports.format.finding import Rule, Text, Told

RULE = Rule("7.5", gettext_lazy("Pages are numbered"), chinese=False)


def check(text: Text) -> Iterator[Told]:
    """The feet of every section; of odd pages, and of even ones when these have their own."""
    for n, section in enumerate(text.paper.sections, 1):
        sorts = ("default", "even") if text.paper.odd_even else ("default",)
        if any(numbered(section, sort) is None for sort in sorts):
            yield Told(
                _("Pages of section %(n)s have no number.") % {"n": n},
                _("Insert, Page number, at the foot of the page, on odd and on even pages."),
            )
