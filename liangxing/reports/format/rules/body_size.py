"""5.2.2: body is of size 3, 16 pt."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_size
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("5.2.2", gettext_lazy("Body of size 3 (16 pt)"))
SIZE_PT = 16


def check(text: Text) -> Iterator[Told]:
    """Every paragraph of body, with those before and behind it that are set like it."""
    for part in text.of(Sort.BODY, Sort.ADDRESSEE, Sort.NOTE, Sort.SIGNER, Sort.DATE):
        if size := other_size(part.line, SIZE_PT):
            yield Told(
                _("Body is of %(size)s pt.") % {"size": size},
                _("Select it and choose size 3 (16 pt)."),
                part.line,
            )
