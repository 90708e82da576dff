"""A request that came through the door: whose community it asks about, and what the visitor may see and do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from django.http import HttpRequest

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

    from .models import Record, Records


class Eyes(Protocol):
    """What a visitor may see and do; the register has the table behind it."""

    @property
    def staff(self) -> bool:
        """Whether the visitor has a desk."""

    def may(self, verb: str, kind: type[Record] | None = None) -> bool:
        """Whether the visitor may do *verb*, and, when *kind* is given, sees that kind at all."""

    def clear(self, kind: type[Record]) -> bool:
        """Whether the personal columns of the rows that are seen are shown."""

    def every(self, kind: type[Record]) -> bool:
        """Whether every row of *kind* is seen: narrowing takes none away."""

    def narrow(self, rows: Records[Any]) -> Records[Any]:
        """Those of *rows* (of one kind) that the visitor sees."""

    def concerns(self, record: Record) -> bool:
        """Whether a record that is not kept yet lies within the visitor's reach."""


class Visit(HttpRequest):
    """A request behind the door. The middleware puts both in; a view never looks a community up by itself."""

    community: Community
    rights: Eyes
