"""7.5: a dash stands on each side of a page number."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.feet import feet
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern

RULE = Rule("7.5", gettext_lazy("A dash on each side of the page number"))


def check(text: Text) -> Iterator[Told]:
    """The text around the number; the number itself that the file last showed is left out."""
    for _sort, line in feet(text.paper):
        around = "".join(sign for sign in line.plain if not sign.isdigit()).strip()
        if not pattern("page_number_right").match(around):
            yield Told(
                _("No dash stands on each side of the page number."),
                _("Write the foot as — 1 —, with the number as a field."),
            )
