"""A report that is printed by the office's own layout."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community
from liangxing.records.models import Record
from liangxing.records.visit import Visit
from liangxing.reports.blocks import Block, Document, Paragraph, Run, Stated
from liangxing.reports.books import books
from liangxing.reports.subject import subjects
from liangxing.reports.writing import Writing, write_shipped

from .actions import content_of, standing
from .fill import Filled, fill

LOG = logging.getLogger(__name__)


def sample(request: Visit, key: str, language: str, day: date) -> Document | None:
    """The report as it is shipped, to look at a layout with; of the newest record that the visitor sees.

    ``None`` when it is of a record and there is none yet.
    """
    book = books()[key]
    if not book.of:
        return write_shipped(request.community, key, day, language=language)
    for _kind, rows in subjects(book, request.community, day):
        if (record := request.rights.narrow(rows).first()) is not None:
            return write_shipped(request.community, key, day, language=language, record=record)
    return None


def printed(
    content: bytes, name: str, document: Document, community: Community,
    known_at: datetime | None = None, record: Record | None = None,
) -> Filled:  # fmt: skip
    """*document* by the layout *content*; what the layout states beyond the report is stated with it."""
    run = Writing(
        community=community, day=document.day, known_at=known_at, language=document.language, subject=record,
        stated=list(document.stated),
    )  # fmt: skip
    return fill(content, name, document, community, run)


def laid(document: Document, community: Community, known_at: datetime | None, record: Record | None) -> Document:
    """*document* with its Word file by the layout in use; as it is when there is none, or it can be used no more."""
    layout = standing(community, document.key, document.language, known_at)
    if layout is None:
        return document
    try:
        filled = printed(content_of(layout.sha256), layout.name, document, community, known_at, record)
    except Refused as refused:  # a report is written all the same; the page of layouts says what is wrong
        LOG.warning("layout of %s: %s", document.key, refused)
        return document
    added = filled.document.stated[len(document.stated) :]
    return replace(filled.document, paper=filled.content, blocks=_with(document, added) if added else document.blocks)


def _with(document: Document, added: Sequence[Stated]) -> tuple[Block, ...]:
    """The blocks with a paragraph of what only the Word file says: page and pack must show every claim there is."""
    with override(document.language):
        runs: list[Run] = [_("The Word file also says: ")]
        for n, stated in enumerate(added):
            runs += [(_("; ") if n else "") + stated.claim.title + " ", stated]
    at = len(document.body)
    return (*document.blocks[:at], Paragraph(tuple(runs)), *document.blocks[at:])
