"""7.3.3: how the number before a heading is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import numbers, shapes
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.3", gettext_lazy("How headings are numbered"))


def check(text: Text) -> Iterator[Told]:
    """A number of another form than that of its level; a heading of a Word style without any."""
    for part in text.of(Sort.HEADING):
        shown = shapes()["numbers"]["shown"][part.level - 1]
        if not part.label:
            yield Told(
                _("A heading of level %(level)s has no number.") % {"level": part.level},
                _("Write a number like %(shown)s before it.") % {"shown": shown},
                part.line,
            )
        elif not numbers("right")[part.level - 1].match(part.line.plain):
            yield Told(
                _("The number %(label)s is not of the form of level %(level)s.")
                % {"label": part.label, "level": part.level},
                _("Write it like %(shown)s") % {"shown": shown},
                part.line,
            )
