"""7.3.5: where the signature and the date stand."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.paper import Line, width
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.5", gettext_lazy("Place of signature and date"))
SEALED, PLAIN, APART, ROUND = 4.0, 2.0, 2.0, 0.75  # characters


def check(text: Text) -> Iterator[Told]:
    """With a seal the date is four characters from the right and the name stands above its middle (7.3.5.1).

    Without a seal the name is two characters from the right and the date begins two characters behind the name, or,
    when it is the longer one, is itself two characters from the right (7.3.5.2). The file does not say whether there
    will be a seal, so either is good.
    """
    for part in text.of(Sort.DATE):
        line = part.line
        names = [other.line for other in text.of(Sort.SIGNER)]
        if not names or line.shape.align not in ("right", "end"):
            fits = line.shape.align not in ("center", "both", "left", "start", "distribute") or line.indent > 6
        else:
            fits = _sealed(names[-1], line) or _plain(names[-1], line)
        if not fits:
            yield Told(
                _("Signature and date do not stand where they should."),
                _(
                    "Without seal: name 2 characters from the right, the date below it beginning 2 characters further "
                    "right. With seal: date 4 characters from the right, the name above its middle."
                ),
                line,
            )


def _sealed(name: Line, day: Line) -> bool:
    """A name too long to stand above the middle of a date four characters in takes the date along."""
    middles = (name.right + width(name.plain) / 2) - (day.right + width(day.plain) / 2)
    long = name.right < 1 and day.right > SEALED
    return abs(middles) <= 1 and (abs(day.right - SEALED) <= ROUND or long)


def _plain(name: Line, day: Line) -> bool:
    begins = (name.right + width(name.plain)) - (day.right + width(day.plain))
    return abs(begins - APART) <= ROUND and min(name.right, day.right) >= PLAIN - ROUND
