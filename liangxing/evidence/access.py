"""Who may see a piece of evidence: whoever may see, with names, every record that it proves.

A visitor's rights are asked as the door hands them over; this floor lies below the register and knows no roles.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django.db.models import Q

from liangxing.ledger.models import Entry
from liangxing.records.kinds import kinds
from liangxing.records.models import Record, Records

from .models import Piece

HEIC = frozenset({"image/heic", "image/heif"})  # as phones take them; pages show them as JPEG
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})  # what a browser shows and cannot run

PAPERS = frozenset({"roster", "minutes", "document", "form"})  # what people write names on, also when photographed


class Sees(Protocol):
    """What is asked of a visitor's rights."""

    def may(self, verb: str, kind: type[Record] | None = None) -> bool:
        """Whether a verb may be done to a kind."""

    def clear(self, kind: type[Record]) -> bool:
        """Whether personal columns are shown."""

    def narrow(self, rows: Records[Any]) -> Records[Any]:
        """The rows within reach."""


def is_picture(piece: Piece) -> bool:
    """Whether pages show the piece itself, and not only its name."""
    return piece.media_type in PICTURES | HEIC


def shows(rights: Sees, kind: type[Record], piece: Piece) -> bool:
    """Whether a list of *kind* may show *piece* to a visitor who sees its rows.

    A paper may name people whom no column names, so papers are for those who work with records or check them; a
    photographed paper is a paper.
    """
    return rights.clear(kind) and (rights.may("papers") or (is_picture(piece) and piece.sort not in PAPERS))


def opens_original(rights: Sees, piece: Piece) -> bool:
    """Whether the visitor who may open *piece* has it as it came.

    A camera writes into a picture where and when it was taken: that is for those who work with records or check them.
    """
    return not is_picture(piece) or any(rights.may(verb) for verb in ("attach", "check", "papers"))


def opens(rights: Sees, piece: Piece) -> bool:
    """Whether the visitor may have the content of *piece*: all that it proves must lie within their sight."""
    about = Entry.objects.filter(Q(record=piece.proves) | Q(act=piece.proves), verb="write")
    told = set(about.values_list("kind", flat=True)) - {Piece._meta.label_lower}
    return bool(told) and all(_within(rights, label, piece) for label in told)


def _within(rights: Sees, label: str, piece: Piece) -> bool:
    if label not in kinds():
        return False
    kind: Any = kinds()[label].model
    if not (rights.may("read", kind) and shows(rights, kind, piece)):
        return False
    rows: Records[Any] = kind._default_manager.filter(
        Q(fact=piece.proves) | Q(act=piece.proves), community=piece.community_id
    )
    return rights.narrow(rows).count() == rows.count()


def shown(rights: Sees, kind: type[Record], pieces: Iterable[Piece]) -> list[Piece]:
    """Those of *pieces* that a list of *kind* shows: pictures first."""
    return sorted((p for p in pieces if shows(rights, kind, p)), key=lambda p: not is_picture(p))
