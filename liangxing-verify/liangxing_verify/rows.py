"""The records in the pack: each is what the ledger committed to, and none of its kind is missing."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from .chain import Chain
from .container import Pack, loads
from .fault import Fault

Row = dict[str, Any]
EVIDENCE = "evidence.piece"


def read(pack: Pack, chain: Chain) -> dict[str, list[Row]]:
    """For each kind in the pack all its records, in order of their ids; ``Fault`` for a changed or missing one."""
    names = [name for name in pack.names if name.startswith("rows/") and name.endswith(".jsonl")]
    return {(kind := name[5:-6]): _kind(pack, chain.newest.get(kind, {}), name) for name in names}


def _kind(pack: Pack, known: dict[str, str], name: str) -> list[Row]:
    rows = [_proved(line, known, name, place) for place, line in enumerate(pack.lines(name), 1)]
    if len({row["id"] for row in rows}) < len(rows):
        raise Fault("row-twice", name=name)
    if missing := len(known) - len(rows):
        raise Fault("rows-missing", count=missing, kind=name[5:-6])
    return sorted(rows, key=lambda row: str(row["id"]))


def pieces(pack: Pack, chain: Chain) -> list[Row]:
    """The pieces of evidence that the pack names, and whose content, where it is there, is what was recorded."""
    known = chain.newest.get(EVIDENCE, {})
    name = "evidence.jsonl"
    found = [_proved(line, known, name, place) for place, line in enumerate(pack.lines(name), 1)]
    hashes = {f"evidence/{piece['sha256']}" for piece in found}
    for name in pack.names:
        # The manifest has held its content against its hash; the name says which hash was recorded.
        if name.startswith("evidence/") and (name not in hashes or name != f"evidence/{pack.manifest['files'][name]}"):
            raise Fault("other-evidence", name=name)
    return found


def _proved(line: bytes, known: dict[str, str], name: str, place: int) -> Row:
    """The record on one line: the salt in hex, a space, and the very bytes that were committed to."""
    salt, _space, told = line.partition(b" ")
    row: Row = loads(name, told)
    bound = known.get(str(row.get("id")))
    if bound is None:
        raise Fault("row-unknown", name=name, place=place)
    if sha256(bytes.fromhex(salt.decode()) + told).hexdigest() != bound:
        raise Fault("row-changed", name=name, place=place)
    return row
