"""The seal that marks every figure, and the pieces behind records, in a template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import template
from django.template import Context
from django.utils.translation import gettext_lazy as _

from liangxing.evidence import access
from liangxing.evidence.models import Piece
from liangxing.evidence.queries import pieces_for
from liangxing.records.models import Record

register = template.Library()
SEALS = {
    "whole": _("every row has its evidence"),
    "part": _("some rows lack evidence"),
    "none": _("not recorded"),
    "mend": _("corrected"),
}
SORTS = {
    "photo": _("photo"),
    "before": _("before"),
    "after": _("after"),
    "minutes": _("minutes"),
    "roster": _("sign-in sheet"),
    "document": _("document"),
    "certificate": _("certificate"),
    "ledger": _("register it was imported from"),
}
CHOSEN = ("photo", "before", "after", "minutes", "roster", "certificate", "document")


@register.inclusion_tag("evidence/seal.html")
def seal(state: str) -> dict[str, Any]:
    """The seal itself: ``whole``, ``part``, ``none`` or ``mend``; its words for those who listen."""
    return {"state": state, "words": SEALS[state]}


@register.simple_tag
def pieces(records: Iterable[Record]) -> dict[UUID, list[Piece]]:
    """The pieces behind *records*, by the id of each: one query for all."""
    return pieces_for(records)


@register.inclusion_tag("evidence/thumbs.html", takes_context=True)
def thumbs(context: Context, record: Record, behind: Mapping[UUID, list[Piece]], most: int = 2) -> dict[str, Any]:
    """Up to *most* pictures behind *record*, how many more pieces prove it, and whether an imported register does."""
    request = context["request"]
    found = behind.get(record.pk, [])
    own = [piece for piece in found if piece.proves == record.fact]
    pictures = [p for p in access.shown(request.rights, type(record), own) if access.is_picture(p)][:most]
    rest = len(own) - len(pictures)
    return {"request": request, "pictures": pictures, "rest": rest, "imported": len(found) > len(own)}


@register.simple_tag(takes_context=True)
def seen(context: Context, record: Record, behind: Mapping[UUID, list[Piece]]) -> list[Piece]:
    """The pieces behind *record* that the visitor may open, pictures first."""
    return access.shown(context["request"].rights, type(record), behind.get(record.pk, []))


@register.filter
def is_picture(piece: Piece) -> bool:
    """Whether the piece itself can be shown."""
    return access.is_picture(piece)


@register.filter
def sort_word(piece: Piece) -> Any:
    """What sort of evidence the piece is, in a word; the sort itself when a channel brought its own."""
    return SORTS.get(piece.sort, piece.sort)


@register.simple_tag
def sorts() -> list[tuple[str, Any]]:
    """The sorts that a person chooses from when attaching."""
    return [(key, SORTS[key]) for key in CHOSEN]
