"""5.2.3: lines stand on the grid, or exactly as far apart."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.measured import on_grid
from liangxing.reports.format.sorts import Sort

RULE = Rule("5.2.3", gettext_lazy("Even line spacing"))
LEAST_PT, MOST_PT = 27.9, 30.1


def check(text: Text) -> Iterator[Told]:
    """Body and headings: single on a grid of lines, or exactly 28 to 30 pt, and nothing before or after."""
    for part in text.of(Sort.BODY, Sort.HEADING, Sort.ADDRESSEE):
        shape = part.line.shape
        if shape.rule == "exact":
            fits = LEAST_PT <= shape.spacing <= MOST_PT
            said = _("exactly %(value)s pt") % {"value": f"{shape.spacing:.1f}"}
        else:
            fits = shape.rule == "auto" and abs(shape.spacing - 1) < 0.01 and on_grid(text, part.line)
            unit = shape.spacing if shape.rule == "auto" else shape.spacing / 12
            said = _("%(value)s lines") % {"value": f"{unit:.2f}"}
        if not fits:
            yield Told(
                _("Line spacing is %(said)s.") % {"said": said},
                _("Paragraph, Line spacing: exactly 28.95 pt; or single, with a grid of 22 lines in the page setup."),
                part.line,
            )
        if shape.before_pt > 1 or shape.after_pt > 1:
            yield Told(
                _("There is extra space before or after the paragraph."),
                _("Paragraph, Spacing: before 0, after 0."),
                part.line,
            )
