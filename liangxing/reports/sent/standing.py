"""All that was sent, figures and quotations alike, with what it is now."""

from __future__ import annotations

from typing import Any

from liangxing.ledger.models import Community
from liangxing.records.models import Record

from .living import Living, built_on, living, statements
from .quoted import Echo, echoes, quotations

Standing = Living | Echo


def standing(community: Community, *, why: bool = True, **asked: Any) -> list[Standing]:
    """The figures and quotations that were sent; *asked*: conditions on both, such as their document."""
    figures = living(community, statements(community, **asked), why=why)
    return [*figures, *echoes(community, quotations(community, **asked))]


def built(record: Record) -> list[Standing]:
    """All that was sent and counts or quotes the fact of *record*, in whatever telling, with what it is now."""
    return [*built_on(record), *echoes(record.community, quotations(record.community, quoted=record.fact))]
