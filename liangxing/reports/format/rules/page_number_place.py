"""7.5: the dashes stand 7 mm below the type area."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.feet import numbered
from liangxing.reports.format.finding import Rule, Severity, Text, Told

RULE = Rule("7.5", gettext_lazy("Page numbers 7 mm below the type area"), Severity.ADVICE, chinese=False)
WANTED_MM, ROUND_MM = 7, 2.5
HIGH = 1.3  # a line of type takes so much of its size


def check(text: Text) -> Iterator[Told]:
    """From the bottom of the type area to the top of the line of the number."""
    for section in text.paper.sections:
        if (line := numbered(section, "default")) is None or line.side:
            continue
        high_mm = (line.size_pt or 14) * HIGH * 25.4 / 72
        below = section.bottom_mm - section.footer_mm - high_mm
        if abs(below - WANTED_MM) > ROUND_MM:
            yield Told(
                _("Page numbers stand %(mm)s mm below the type area.") % {"mm": f"{below:.0f}"},
                _("Page setup, Layout: footer 23 mm from the edge, with a bottom margin of 35 mm."),
            )
