"""The Merkle tree hash of RFC 9162, section 2.1.1."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def root(leaves: Sequence[bytes]) -> bytes:
    """The root over *leaves*, each the bytes of one entry; of none, the hash of nothing."""
    if not leaves:
        return sha256().digest()
    level = [sha256(b"\x00" + each).digest() for each in leaves]
    while len(level) > 1:
        pairs = [sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = [*pairs, level[-1]] if len(level) % 2 else pairs
    return level[0]
