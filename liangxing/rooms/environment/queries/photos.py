"""Which photos of reports a worker has looked at."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from liangxing.evidence.models import Piece

from ..models import PhotoReview


def photos_shown(pieces: Iterable[Piece]) -> dict[UUID, bool | None]:
    """For each piece by its fact whether a worker showed it to everybody; ``None`` when nobody has looked yet."""
    facts = [piece.fact for piece in pieces]
    looked = PhotoReview.objects.known().filter(piece__in=facts).values_list("piece", "shown")
    return dict.fromkeys(facts) | dict(looked)
