"""7.3.4: an annex note stands two characters in, with a full-width colon, and no sign behind a name."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.4", gettext_lazy("Form of the annex note"))
COLON, ROUND = "\uff1a", 0.35


def check(text: Text) -> Iterator[Told]:
    """The note behind the body that names the annexes; its further lines begin below the first name."""
    for part in text.of(Sort.NOTE):
        first = bool(pattern("annex_note_start").match(part.line.plain))
        if first and abs(part.line.indent - 2) > ROUND:
            yield Told(_("The annex note is not two characters in."), _("Indent it by 2 characters."), part.line)
        if first and COLON not in part.line.plain[:8]:
            yield Told(
                _("A half-width colon stands in the annex note."),
                _("Write the full-width colon: %(sign)s") % {"sign": COLON},
                part.line,
            )
        if pattern("end_of_sentence").search(part.line.plain):
            yield Told(_("A sign stands behind the name of an annex."), _("Take the sign at the end away."), part.line)
