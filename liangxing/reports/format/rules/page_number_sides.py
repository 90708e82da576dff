"""7.5: odd pages have their number at the right, even ones at the left, one character in."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.feet import numbered, side
from liangxing.reports.format.finding import Rule, Text, Told

RULE = Rule("7.5", gettext_lazy("Page numbers at the outer side"), chinese=False)
WANTED = {"default": "right", "even": "left"}


def check(text: Text) -> Iterator[Told]:
    """Odd and even pages have feet of their own, or a frame that Word puts at the outer side."""
    for section in text.paper.sections:
        line = numbered(section, "default")
        if line is None or line.side == "outside":
            continue
        if not text.paper.odd_even:
            yield Told(
                _("Odd and even pages have their number at the same side."),
                _("Tick “different odd and even pages”; odd: at the right, even: at the left, each one character in."),
            )
            continue
        for sort, wanted in WANTED.items():
            foot = numbered(section, sort)
            if foot is not None and foot.side != "outside" and side(foot) != (wanted, True):
                yield Told(
                    _("Numbers of odd pages do not stand at the right, one character in.")
                    if sort == "default"
                    else _("Numbers of even pages do not stand at the left, one character in."),
                    _("Align the foot, and indent it by 1 character from the outer side."),
                )
