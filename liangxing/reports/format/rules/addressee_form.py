"""7.3.2: the addressee begins at the edge and ends with a full-width colon."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.2", gettext_lazy("Addressee at the edge, with a full-width colon"))
COLON = "\uff1a"


def check(text: Text) -> Iterator[Told]:
    """The line before the first paragraph of body."""
    for part in text.of(Sort.ADDRESSEE):
        if abs(part.line.indent) > 0.3:
            yield Told(_("The addressee is indented."), _("Let it begin at the edge, without indent."), part.line)
        if not part.line.plain.endswith(COLON):
            yield Told(
                _("The addressee ends with a half-width colon."),
                _("Write the full-width colon: %(sign)s") % {"sign": COLON},
                part.line,
            )
