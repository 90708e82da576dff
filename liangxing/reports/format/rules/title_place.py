"""7.3.1: the title stands in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.1", gettext_lazy("Title in the middle"))


def check(text: Text) -> Iterator[Told]:
    """Every line of the title: in the middle, and not pushed aside by an indent."""
    for part in text.of(Sort.TITLE):
        shape = part.line.shape
        if shape.align != "center" or abs(part.line.indent - part.line.right) > 0.3:
            yield Told(
                _("The title does not stand in the middle of the line."),
                _("Centre it, and take away indents and blanks before it."),
                part.line,
            )
