"""5.2.3: 22 lines on a page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.measured import pitch

RULE = Rule("5.2.3", gettext_lazy("22 lines on a page"))
LINES = 22
TYPE_HEIGHT_PT = 225 * 72 / 25.4


def check(text: Text) -> Iterator[Told]:
    """The lines of body that fit on a page of the standard, by their pitch."""
    if (found := pitch(text)) is None:
        return
    lines = int(TYPE_HEIGHT_PT / found + 0.02)  # 28.99 pt are 22 lines with a thousandth to spare
    if lines != LINES:
        yield Told(
            _("A line of body takes %(pitch)s pt, which makes %(lines)s lines on a page.")
            % {"pitch": f"{found:.1f}", "lines": lines},
            _("Page setup, Grid: 22 lines on a page; or set the line spacing of the body to exactly 28.95 pt."),
        )
