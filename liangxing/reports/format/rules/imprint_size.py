"""7.4: the imprint is of size 4, 14 pt."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_face, other_size
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.4", gettext_lazy("Imprint in FangSong of size 4 (14 pt)"))
SIZE_PT = 14


def check(text: Text) -> Iterator[Told]:
    """The lines that say who gets copies, who printed and when."""
    for part in text.of(Sort.IMPRINT):
        if other_size(part.line, SIZE_PT) or other_face(part.line, "fangsong"):
            yield Told(
                _("The imprint is not in FangSong of size 4."),
                _("Choose FangSong, size 4 (14 pt)."),
                part.line,
            )
