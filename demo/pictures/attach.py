"""Attaching the pictures to the records that they prove, as somebody would who uploads a folder of photos."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from .proofs import Proof, proofs

if TYPE_CHECKING:
    from liangxing.evidence.models import Piece
    from liangxing.ledger.models import Community

BY, CHANNEL = "worker", "upload"


def attach(community: Community, today: date | None = None) -> int:
    """Attach every picture whose record is there and that is not attached yet, in one act; how many that were."""
    from django.utils.timezone import localdate

    from liangxing.ledger.acts import act
    from liangxing.records.actions import write_many

    with act("evidence.upload", community=community, by=BY):
        pieces = list(_pieces(proofs(today or localdate()), community))
        write_many(pieces, community=community, by=BY)
    return len(pieces)


def _pieces(some: Iterable[Proof], community: Community) -> Iterator[Piece]:
    """A piece for each proof that is new; only those are drawn."""
    from liangxing.evidence import store
    from liangxing.evidence.models import Piece

    there = set(Piece.objects.known().filter(community=community, channel=CHANNEL).values_list("proves", "name"))
    facts: dict[tuple[str, str], dict[str, UUID]] = {}
    for proof in some:
        asked = (proof.kind, proof.column)
        if asked not in facts:
            facts[asked] = _facts(*asked, community)
        fact = facts[asked].get(proof.value)
        if fact is None or (fact, proof.name) in there:
            continue
        digest, size = store.put(io.BytesIO(proof.png()))
        yield Piece(
            proves=fact, sha256=digest, size_bytes=size, media_type="image/png", name=proof.name, sort=proof.sort,
            channel=CHANNEL, day=proof.day,
        )  # fmt: skip


def _facts(kind: str, column: str, community: Community) -> dict[str, UUID]:
    """The facts of a kind by what people call them."""
    from django.apps import apps

    rows = apps.get_model(kind)._default_manager.known().filter(community=community)
    return {str(value): fact for value, fact in rows.values_list(column, "fact")}


def write(folder: Path, today: date) -> int:
    """Write the pictures as files, one for each sort of scene; how many. For looking at, and for trying an upload."""
    folder.mkdir(parents=True, exist_ok=True)
    seen: set[object] = set()
    for proof in proofs(today):
        scene = getattr(proof.scene, "func", proof.scene), str(getattr(proof.scene, "keywords", ""))
        if scene not in seen:
            seen.add(scene)
            (folder / proof.name.replace("/", "-")).write_bytes(proof.png())
    return len(seen)
