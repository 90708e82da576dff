"""7.3.5.4: the date in Arabic digits, without idle zeros."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.5.4", gettext_lazy("Form of the date"))


def check(text: Text) -> Iterator[Told]:
    """The date below the signature."""
    for part in text.of(Sort.DATE):
        if not pattern("date_right").match(part.line.plain):
            yield Told(
                _("The date is not in Arabic digits with year, month and day, or has idle zeros."),
                _("Write it like %(right)s") % {"right": "2026\u5e741\u67085\u65e5"},
                part.line,
            )
