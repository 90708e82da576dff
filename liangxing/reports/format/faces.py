"""Whether the type of a line is what a rule asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .paper import HAN, Line, Piece
from .shapes import is_face, pattern


def _pieces(line: Line, *, first_sentence: bool) -> Iterator[Piece]:
    for piece in line.pieces:
        if HAN.search(piece.text):
            yield piece
        if first_sentence and pattern("sentence_end").search(piece.text):
            return


def other_face(line: Line, face: str, *, first_sentence: bool = False) -> str:
    """The first font of Chinese characters in *line* that is not of *face*; empty when all are."""
    for piece in _pieces(line, first_sentence=first_sentence):
        if not is_face(piece.font, face):
            return piece.font or _("no font that is named")
    return ""


def other_size(line: Line, size_pt: float) -> str:
    """The first size of Chinese characters in *line* that is another, as people write it; empty when all are right."""
    for piece in _pieces(line, first_sentence=False):
        if abs(piece.size_pt - size_pt) > 0.1:
            return f"{piece.size_pt:g}"
    return ""
