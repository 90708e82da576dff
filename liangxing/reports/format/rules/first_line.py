"""7.3.3: a paragraph begins two characters in."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.3", gettext_lazy("Paragraphs begin two characters in"))
CHARACTERS, ROUND = 2, 0.35


def check(text: Text) -> Iterator[Told]:
    """Body and headings that are not set in the middle."""
    for part in text.of(Sort.BODY, Sort.HEADING):
        indent = part.line.indent
        if part.line.shape.align != "center" and abs(indent - CHARACTERS) > ROUND:
            yield Told(
                _("The paragraph begins %(indent)s characters in.") % {"indent": f"{indent:.1f}"},
                _("Paragraph, Indents: first line, 2 characters; left 0."),
                part.line,
            )
