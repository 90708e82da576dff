"""5.2.4: text is black, but for what the standard has in red."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("5.2.4", gettext_lazy("Text is black"))
BLACK = ("", "000000")


def check(text: Text) -> Iterator[Told]:
    """Every piece of type outside the issuer's mark; near black is another colour in print."""
    for part in text.parts:
        odd = {p.colour for p in part.line.pieces if p.text.strip() and p.colour not in BLACK}
        if odd and part.sort is not Sort.MARK:
            yield Told(
                _("Text in the colour %(colour)s.") % {"colour": ", ".join(f"#{c}" for c in sorted(odd))},
                _("Set the colour of the text to automatic or black."),
                part.line,
            )
