"""7.3.1: a document has a title."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Severity, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.1", gettext_lazy("A title"), Severity.ADVICE)


def check(text: Text) -> Iterator[Told]:
    """A document without a line that could be its title."""
    if text.parts and not text.of(Sort.TITLE):
        yield Told(
            _("No title was found: no line at the beginning is large and in the middle."),
            _("Put the title at the beginning, in the middle, in size 2 (22 pt)."),
        )
