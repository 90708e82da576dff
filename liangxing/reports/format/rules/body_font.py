"""5.2.2, 7.3.3: body is set in FangSong."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_face
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("5.2.2", gettext_lazy("Body in FangSong"))


def check(text: Text) -> Iterator[Told]:
    """The Chinese characters of every paragraph of body."""
    for part in text.of(Sort.BODY, Sort.ADDRESSEE, Sort.NOTE, Sort.SIGNER, Sort.DATE):
        if font := other_face(part.line, "fangsong"):
            yield Told(
                _("Body is set in %(font)s.") % {"font": font},
                _("Select it and choose the font FangSong (FangSong_GB2312)."),
                part.line,
            )
