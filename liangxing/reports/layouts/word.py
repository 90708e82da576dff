"""The words of a report that are neither figures nor text: its title, who signs, its day."""

from __future__ import annotations

from liangxing.kernel.language import CHINESE
from liangxing.ledger.models import Community
from liangxing.reports.blocks import Document
from liangxing.reports.render.numbering import spoken_day


def word(key: str, document: Document, community: Community) -> str:
    """The word called *key* in the language of *document*; empty when there is none."""
    chinese = document.language == CHINESE
    return {
        "title": document.title,
        "issuer": document.issuer,
        "day": spoken_day(document),
        "year": str(document.day.year),
        "address": document.address,
        "community": community.name if chinese else community.name_en or community.name,
    }.get(key, "")
