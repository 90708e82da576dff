"""Attaching evidence to a record, or to the act that is being done."""

from __future__ import annotations

from datetime import date
from mimetypes import guess_type
from typing import Any, BinaryIO
from uuid import UUID

from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.records.actions import write
from liangxing.records.models import Record

from . import store
from .models import Piece


def keep(
    file: BinaryIO,
    *,
    proves: UUID,
    name: str,
    sort: str,
    channel: str,
    community: Community,
    by: str,
    day: date | None = None,
) -> Piece:
    """Store what *file* holds, and record that it proves a fact or an act. *day*: when it was made, if not today."""
    digest, size = store.put(file)
    piece = Piece(
        proves=proves,
        sha256=digest,
        size_bytes=size,
        media_type=guess_type(name)[0] or "application/octet-stream",
        name=name[-120:],
        sort=sort,
        channel=channel,
        day=day or localdate(),
    )
    return write(piece, community=community, by=by)


def attach(
    record: Record, file: BinaryIO, *, name: str, sort: str, by: str, channel: str = "upload", day: date | None = None
) -> Piece:
    """Say that what *file* holds proves *record*, in all its tellings."""
    said: dict[str, Any] = {"name": name, "sort": sort, "channel": channel, "by": by, "day": day}
    return keep(file, proves=record.fact, community=record.community, **said)
