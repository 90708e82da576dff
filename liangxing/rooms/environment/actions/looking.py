"""Looking at what is held back: words that may insult somebody, and photos that may show people."""

from __future__ import annotations

from datetime import date

from liangxing.evidence.models import Piece
from liangxing.records.actions import correct, write

from ..models import PhotoReview, Problem
from .problems import standing


def look_at_words(problem: Problem, *, shown: bool, by: str, why: str = "") -> Problem:
    """Show the words of a report to everybody, or keep the report to those who work on it."""
    now = standing(problem)
    said = Problem.Held.SHOWN if shown else Problem.Held.KEPT
    return now if now.held == said else correct(now, by=by, why=why, held=said)


def look_at_photo(piece: Piece, *, shown: bool, day: date, by: str) -> PhotoReview:
    """Show a photo to everybody, or keep it to those who work on it. What was said last holds."""
    before = PhotoReview.objects.known().filter(community=piece.community, piece=piece.fact).first()
    if before is None:
        return write(PhotoReview(piece=piece.fact, shown=shown, day=day), community=piece.community, by=by)
    return before if before.shown == shown else correct(before, by=by, shown=shown, day=day)
