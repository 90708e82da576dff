"""The shelf of a community: the books that are shipped."""

from __future__ import annotations

from liangxing.kernel.registry import Registry
from liangxing.ledger.models import Community

from .book import Book
from .reading import books


def shelf(community: Community) -> Registry[Book]:
    """Every standard that *community* can be held against, by its key."""
    return books()
