"""7.3.3: headings are of the size of the body."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_size
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.3", gettext_lazy("Headings of size 3 (16 pt)"))
SIZE_PT = 16


def check(text: Text) -> Iterator[Told]:
    """Every heading, of whatever level."""
    for part in text.of(Sort.HEADING):
        if size := other_size(part.line, SIZE_PT):
            yield Told(
                _("A heading of level %(level)s is of %(size)s pt.") % {"level": part.level, "size": size},
                _("Headings have the size of the body: choose size 3 (16 pt)."),
                part.line,
            )
