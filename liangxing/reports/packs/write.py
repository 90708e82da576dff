"""Writing a pack: one moment of the ledger, the report as of it, and all that it takes to check both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import override

from liangxing.evidence import access, store
from liangxing.evidence.models import Piece
from liangxing.kernel.canonical import canonical
from liangxing.kernel.errors import Refused
from liangxing.ledger import notary
from liangxing.ledger.chain import hold
from liangxing.ledger.models import Community
from liangxing.register.models import Post
from liangxing.register.rights import Rights
from liangxing.reports.blocks import Document, Stated
from liangxing.reports.render.page import html
from liangxing.reports.render.pdf import pdf
from liangxing.reports.render.word import docx
from liangxing.reports.writing import write as write_report

from . import declared, told
from .container import CHUNK, Container

ALL, HASHES = "all", "hashes"


def file_name(key: str, language: str) -> str:
    """What the pack of the report *key* is called."""
    return f"{key}.pack.zip" if language == "zh-hans" else f"{key}.{language}.pack.zip"


@dataclass(slots=True)
class Packed:
    """A pack that was written: where, how many figures and records it proves, and what it could not take along."""

    path: Path
    claims: int = 0
    records: int = 0
    pieces: int = 0
    contents: int = 0
    messages: list[str] = field(default_factory=list)


def pack(
    community: Community,
    key: str,
    day: date,
    path: Path,
    *,
    evidence: str = HASHES,
    language: str = "zh-hans",
    known_at: datetime | None = None,
) -> Packed:
    """Write the report *key* as of *day*, as known at *known_at* or now, with its proof to *path*.

    *evidence*: ``hashes``, or ``all`` to take along what an assessor may open. Acts wait while the ledger is read.
    """
    packed = Packed(path)
    with Container(path) as to, override(language):
        with transaction.atomic():
            now = hold(community).at
            document = write_report(community, key, day, language=language, known_at=known_at or now)
            found = _ledger(to, community, document, packed)
        packed.claims = len(document.stated)
        _evidence(to, found if evidence == ALL else [], packed)
        _report(to, community, document, packed)
        to.close(_told(community, document, evidence), notary.key())
    return packed


def _told(community: Community, document: Document, evidence: str) -> dict[str, Any]:
    """What the manifest says beside its list."""
    report = {"key": document.key, "title": document.title, "day": document.day, "language": document.language}
    names = {"code": community.code, "name": community.name, "name_en": community.name_en}
    return {"community": names, "report": {**report, "address": document.address}, "evidence": evidence}


def _ledger(to: Container, community: Community, document: Document, packed: Packed) -> list[Piece]:
    """Write all that must be of one moment; the pieces of evidence behind the report."""
    claims = [stated.claim for stated in document.stated]
    keys = declared.with_sides({claim.measure for claim in claims})
    kinds, order = declared.kinds_of(keys), told.order(community)
    to.add("key.pem", notary.public_pem().encode())
    to.add("checkpoint.txt", notary.sign(community).signed(notary.key()).encode())
    to.add("claims.json", canonical({"claims": [_claim(stated) for stated in document.stated]}))
    to.add("measures.json", canonical({key: declared.measure(key) for key in keys}))
    shown = {kind._meta.label_lower: declared.kind(kind) for kind in kinds}
    to.add("kinds.json", canonical({"order": order, "kinds": shown}))
    places: dict[Any, int] = {}
    to.add("acts.jsonl", told.acts(community, places))
    to.add("entries.jsonl", told.entries(community, places, order))
    for kind in kinds:
        to.add(f"rows/{kind._meta.label_lower}.jsonl", _counted(told.rows(community, kind), packed))
    found = told.pieces(community, claims, claims[0].known_at if claims else None)
    to.add("evidence.jsonl", told.rows(community, Piece, only={piece.pk for piece in found}))
    packed.pieces = len(found)
    return found


def _counted(rows: Iterable[bytes], packed: Packed) -> Iterator[bytes]:
    for row in rows:
        packed.records += 1
        yield row


def _claim(stated: Stated) -> dict[str, Any]:
    claim = stated.claim
    return {
        "anchor": stated.anchor,
        "shown": stated.shown,
        "measure": claim.measure,
        "title": claim.title,
        "unit": claim.unit,
        "period": [claim.period.first, claim.period.after],
        "known_at": claim.known_at,
        "value": None if claim.value is None else format(Decimal(claim.value), "f"),
        "digest": claim.digest,
    }


def _evidence(to: Container, pieces: list[Piece], packed: Packed) -> None:
    """Take along what an assessor may open; a paper with names stays here, and its hash goes."""
    outsider = Rights((Post(role="assessor"),))
    opens: dict[str, bool] = {}
    for piece in pieces:  # content that proves two facts is kept back when one of them is not theirs to see
        opens[piece.sha256] = opens.get(piece.sha256, True) and access.opens(outsider, piece)
    for digest in sorted(opens):
        if opens[digest] and (file := store.path(digest)).exists():
            to.add(f"evidence/{digest}", _parts(file))
            packed.contents += 1


def _parts(file: Path) -> Iterator[bytes]:
    with file.open("rb") as kept:
        while part := kept.read(CHUNK):
            yield part


def _report(to: Container, community: Community, document: Document, packed: Packed) -> None:
    """The report itself; what one way of printing lacks does not stop the others."""
    ways: list[tuple[str, Callable[[], bytes]]] = [
        ("docx", lambda: docx(document)),
        ("html", lambda: html(document, community.code).encode()),
        ("pdf", lambda: pdf(document)),
    ]
    for ending, make in ways:
        try:
            to.add(f"report/{document.key}.{ending}", make())
        except Refused as refused:
            packed.messages.append(str(refused))
