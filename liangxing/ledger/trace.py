"""From a record to what the ledger says of it: its entries, and a proof that anybody can check elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from liangxing.kernel.merkle import Tree, included

from .checkpoint import Proof, prove, tree
from .models import Community, Entry, Head


def entries_about(records: Iterable[UUID]) -> dict[UUID, list[Entry]]:
    """For each of *records* that the ledger heard of, its entries in order, each with its act: one query."""
    found: dict[UUID, list[Entry]] = {}
    for entry in Entry.objects.filter(record__in=set(records)).select_related("act").order_by("seq"):
        found.setdefault(entry.record, []).append(entry)
    return found


@lru_cache(maxsize=4)
def _grown(community: int, seal: str) -> Tree:
    """The tree of a chain that ends with *seal*: the same as long as nothing is added."""
    return tree(Community.objects.get(pk=community))


def proof_of(record: UUID, community: Community) -> Proof | None:
    """The proof for the newest entry of *community* about *record*; ``None`` when its ledger never heard of it."""
    if not Entry.objects.filter(record=record, community=community).exists():
        return None
    return prove(record, _grown(community.pk, Head.objects.get(community=community).seal))


def holds(proof: Proof) -> bool:
    """Whether the way up from the entry ends at the root: what a checker elsewhere would do."""
    return included(bytes.fromhex(proof.entry.seal), proof.entry.seq - 1, proof.size, proof.path, proof.root)


def document(proof: Proof) -> dict[str, Any]:
    """*proof* as plain data for a file: hashes in hex, the root also as checkpoints have it (base64)."""
    entry = proof.entry
    return {
        "method": "RFC 9162, 2.1.3.2: leaf = SHA-256(0x00 || seal), node = SHA-256(0x01 || left || right)",
        "community": entry.community.code,
        "entry": {
            "seq": entry.seq,
            "verb": entry.verb,
            "kind": entry.kind,
            "record": str(entry.record),
            "commitment": entry.commitment,
            "before": entry.before,
            "seal": entry.seal,
        },
        "act": {"id": str(entry.act_id), "name": entry.act.name, "by": entry.act.actor, "at": entry.act.at.isoformat()},
        "tree": {"size": proof.size, "root": proof.root.hex(), "root_base64": b64encode(proof.root).decode()},
        "path": [step.hex() for step in proof.path],
    }
