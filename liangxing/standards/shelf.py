"""The shelf of a community: the books that are shipped, and the editions that an office brought as its own table."""

from __future__ import annotations

from liangxing.kernel.registry import Registry
from liangxing.ledger.models import Community
from liangxing.ledger.remember import until_next_act

from .book import Book
from .office.keep import given
from .reading import books


@until_next_act
def shelf(community: Community) -> Registry[Book]:
    """Every standard that *community* can be held against, by its key."""
    found: Registry[Book] = Registry("standard")
    for book in [*books().values(), *given(community).values()]:
        found.add(book)
    return found
