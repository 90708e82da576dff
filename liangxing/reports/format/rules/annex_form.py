"""7.3.7: an annex begins on a page of its own, its word at the edge in HeiTi, without a colon."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_face, other_size
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern
from liangxing.reports.format.sorts import Part, Sort

RULE = Rule("7.3.7", gettext_lazy("Form of an annex"))


def check(text: Text) -> Iterator[Told]:
    """The line that opens an annex."""
    for part in text.of(Sort.ANNEX):
        line = part.line
        if not (line.shape.new_page or line.after_break):
            yield Told(
                _("The annex does not begin on a page of its own."),
                _("Put a page break before it."),
                line,
            )
        if abs(line.indent) > 0.3 or line.shape.align in ("center", "right"):
            yield Told(_("The word for the annex does not stand at the edge."), _("Take its indent away."), line)
        if other_face(line, "heiti") or other_size(line, 16):
            yield Told(_("The word for the annex is not in HeiTi of size 3."), _("Choose HeiTi, size 3 (16 pt)."), line)
        yield from _alone(part)


def _alone(part: Part) -> Iterator[Told]:
    if not pattern("annex").match(part.line.plain) or part.line.plain[-1] in ":\uff1a":
        yield Told(
            _("The word for the annex does not stand alone: a colon, a number or a name stands with it."),
            _("Write the word and, with several annexes, its number; the name goes into the line of its title."),
            part.line,
        )
