"""What the office wants around a paper's text, as an address says it."""

from __future__ import annotations

from django.http import QueryDict

from .blocks import Dress
from .books import Book

DRESSED = "dressed"  # says that the choice was made, so that a box that is not ticked means no


def dress_of(asked: QueryDict, book: Book) -> Dress:
    """The choice in *asked*, or what *book* says by itself."""
    if DRESSED not in asked:
        return Dress(sealed=book.sealed, imprint=book.imprint)
    copies = asked.get("copies", "").strip()[:200]
    return Dress(
        red_head="red_head" in asked,
        number=asked.get("number", "").strip()[:40],
        copies=copies,
        imprint="imprint" in asked or bool(copies),
        sealed="sealed" in asked,
    )
