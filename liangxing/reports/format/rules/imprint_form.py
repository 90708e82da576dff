"""7.4: the imprint stands one character in, copies end with a full stop, the day is followed by the word."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.4", gettext_lazy("Form of the imprint"))
STOP, COLON = "\u3002", "\uff1a"


def check(text: Text) -> Iterator[Told]:
    """Copies: a colon of full width and a full stop; printing: a date in digits; both one character in."""
    for part in text.of(Sort.IMPRINT):
        line, copies = part.line, bool(pattern("copies").match(part.line.plain))
        if copies and not line.plain.endswith(STOP):
            yield Told(_("No full stop ends the line of copies."), _("End it with a full stop."), line)
        if copies and ":" in line.plain:
            yield Told(
                _("A half-width colon stands in the line of copies."),
                _("Write the full-width colon: %(sign)s") % {"sign": COLON},
                line,
            )
        if not copies and not pattern("printed_right").match(line.plain):
            yield Told(
                _("The line of printing lacks who printed, or a date in digits without idle zeros."),
                _("Write who printed at the left, and at the right the day and the word."),
                line,
            )
        if abs(line.indent - 1) > 0.5 and line.shape.align not in ("right", "end"):
            yield Told(_("The imprint is not one character in."), _("Indent it by 1 character left and right."), line)
