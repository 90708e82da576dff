"""7.3.1: the title is set in XiaoBiaoSong."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_face
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.1", gettext_lazy("Title in XiaoBiaoSong"))


def check(text: Text) -> Iterator[Told]:
    """Every line of the title."""
    for part in text.of(Sort.TITLE):
        if font := other_face(part.line, "biaosong"):
            yield Told(
                _("The title is set in %(font)s.") % {"font": font},
                _("Choose the font XiaoBiaoSong, such as FZXiaoBiaoSong."),
                part.line,
            )
