"""5.2.3: 28 characters on a line."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Severity, Text, Told
from liangxing.reports.format.measured import character_pt

RULE = Rule("5.2.3", gettext_lazy("28 characters on a line"), Severity.ADVICE)
CHARACTERS = 28
TYPE_WIDTH_PT = 156 * 72 / 25.4


def check(text: Text) -> Iterator[Told]:
    """The characters of body that fit on a line of the standard."""
    if (found := character_pt(text)) is None:
        return
    fit = int(TYPE_WIDTH_PT / found + 0.02)
    if fit != CHARACTERS:
        yield Told(
            _("A character of body takes %(wide)s pt, which makes %(fit)s on a line.")
            % {"wide": f"{found:.2f}", "fit": fit},
            _("Page setup, Grid: 28 characters on a line; or Font, Advanced: spacing condensed by 0.2 pt."),
        )
