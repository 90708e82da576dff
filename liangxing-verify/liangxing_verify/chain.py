"""The community's chain: every seal recomputed, from the first entry to the signed checkpoint."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .container import Pack, loads
from .fault import Fault
from .merkle import root
from .signatures import Checkpoint

HEX_32, HEX_64 = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{64}")
# A line end within a part would let two chains have one seal.
VERB, KIND = re.compile(r"[a-z_]{1,10}"), re.compile(r"[a-z0-9_.]{1,60}")

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: object) -> bytes:
    """*value* as canonical JSON: keys sorted, no spaces, UTF-8."""
    return _encode(value).encode()


@dataclass(frozen=True, slots=True)
class Chain:
    """What the chain says: the seals in order, and for each kind its records with what the last entry commits to."""

    seals: list[bytes]
    newest: dict[str, dict[str, str]]

    def holds(self, told: Checkpoint) -> bool:
        """Whether the chain had the checkpoint's root when it had as many entries."""
        return 0 <= told.size <= len(self.seals) and root(self.seals[: told.size]) == told.root


def read(pack: Pack, code: str) -> Chain:
    """The chain in ``acts.jsonl`` and ``entries.jsonl``, every seal recomputed; a change breaks all that follow."""
    acts = [sha256(line).hexdigest() for line in pack.lines("acts.jsonl")]
    labels = list(pack.json("kinds.json")["order"])
    if not all(KIND.fullmatch(label) for label in labels):
        raise Fault("no-entry", seq=0)
    before = sha256(canonical(["liangxing", code])).hexdigest()
    seals: list[bytes] = []
    newest: dict[str, dict[str, str]] = {label: {} for label in labels}
    for seq, line in enumerate(pack.lines("entries.jsonl"), 1):
        act, verb, kind, record, bound = _entry(loads("entries.jsonl", line), seq, len(acts), len(labels))
        parts = (code, str(seq), acts[act], verb, labels[kind], record, bound, before)
        seal = sha256("\n".join(parts).encode())
        before = seal.hexdigest()
        seals.append(seal.digest())
        newest[labels[kind]][record] = bound
    return Chain(seals, newest)


def _entry(line: Any, seq: int, acts: int, kinds: int) -> tuple[int, str, int, str, str]:
    """One line of ``entries.jsonl``: act and kind as places in their lists, from 0."""
    try:
        act, verb, kind, record, bound = line
        whole = HEX_32.fullmatch(record) and HEX_64.fullmatch(bound) and VERB.fullmatch(verb)
        if not (whole and 0 <= act < acts and 0 <= kind < kinds):
            raise ValueError
    except (TypeError, ValueError):
        raise Fault("no-entry", seq=seq) from None
    return act, verb, kind, record, bound
