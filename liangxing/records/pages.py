"""A long list in pages, without counting twice what was counted already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

if TYPE_CHECKING:
    Counted = Paginator[Any]
else:
    Counted = Paginator  # takes its parameter only for those who read types


class Pages(Counted):
    """A paginator that may be told how many rows there are: ``known``; it counts them itself when that is ``None``."""

    def __init__(self, rows: Any, per_page: int, *, known: int | None = None) -> None:
        super().__init__(rows, per_page)
        self.known = known

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return int(super().count) if self.known is None else self.known
