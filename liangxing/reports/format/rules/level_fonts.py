"""7.3.3: headings of the four levels are set in HeiTi, KaiTi, FangSong, FangSong."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.faces import other_face
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import face_name
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.3.3", gettext_lazy("Fonts of the four levels"))
FACES = ("heiti", "kaiti", "fangsong", "fangsong")


def check(text: Text) -> Iterator[Told]:
    """The first sentence of each heading: what follows it on the same line is body."""
    for part in text.of(Sort.HEADING):
        face = FACES[part.level - 1]
        if font := other_face(part.line, face, first_sentence=True):
            yield Told(
                _("A heading of level %(level)s is set in %(font)s.") % {"level": part.level, "font": font},
                _("Choose the font %(face)s.") % {"face": face_name(face)},
                part.line,
            )
