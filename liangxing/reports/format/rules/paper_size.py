"""5.1: the paper is A4."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told

RULE = Rule("5.1", gettext_lazy("Paper is A4"), chinese=False)
A4_MM, ROUND_MM = (210, 297), 1.0


def check(text: Text) -> Iterator[Told]:
    """Every section; one that lies on its side is A4 as well."""
    for n, section in enumerate(text.paper.sections, 1):
        size = sorted((section.width_mm, section.height_mm))
        if any(abs(have - want) > ROUND_MM for have, want in zip(size, A4_MM, strict=True)):
            told = {"n": n, "wide": f"{section.width_mm:.0f}", "high": f"{section.height_mm:.0f}"}
            yield Told(
                _("Section %(n)s is on paper of %(wide)s × %(high)s mm.") % told,
                _("Layout, Size: choose A4 (210 × 297 mm)."),
            )
