"""7.3.1: the title is of size 2, 22 pt."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_size
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.1", gettext_lazy("Title of size 2 (22 pt)"))
SIZE_PT = 22


def check(text: Text) -> Iterator[Told]:
    """Every line of the title."""
    for part in text.of(Sort.TITLE):
        if size := other_size(part.line, SIZE_PT):
            yield Told(_("The title is of %(size)s pt.") % {"size": size}, _("Choose size 2 (22 pt)."), part.line)
