"""7.3.5.5: no page says that it has no text."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern

RULE = Rule("7.3.5.5", gettext_lazy("No page that says it has no text"))


def check(text: Text) -> Iterator[Told]:
    """The words with which a signature alone on a page is excused."""
    for part in text.parts:
        if pattern("blank_page").search(part.line.plain):
            yield Told(
                _("A page says that it has no text."),
                _("Take the words away; change the spacing of lines or characters until text and signature meet."),
                part.line,
            )
