"""The Merkle tree of RFC 9162 (2.1): one root for all entries, a short proof for each, and for "only added to"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256


def leaf(data: bytes) -> bytes:
    """Hash of a leaf; the prefix keeps a leaf from passing as a node."""
    return sha256(b"\x00" + data).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    """The largest power of two below *size*, which is at least 2."""
    return 1 << (size - 1).bit_length() - 1


class Tree:
    """All levels of the tree over *leaves* (32 bytes each), from the leaves up; an odd last node goes up as it is."""

    def __init__(self, leaves: Iterable[bytes]) -> None:
        level = list(leaves)
        self.levels = [level]
        while len(level) > 1:
            pairs = [_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
            level = [*pairs, level[-1]] if len(level) % 2 else pairs
            self.levels.append(level)

    @property
    def size(self) -> int:
        """How many leaves the tree has."""
        return len(self.levels[0])

    @property
    def root(self) -> bytes:
        """The hash over all; of no leaves, the hash of nothing, as the RFC says."""
        return self.root_at(self.size)

    def root_at(self, size: int) -> bytes:
        """The root that the tree had when it had *size* leaves; ``IndexError`` when it has fewer now."""
        if not 0 <= size <= self.size:
            raise IndexError(size)
        return self._over(0, size) if size else sha256().digest()

    def _over(self, start: int, end: int) -> bytes:
        """The root over the leaves ``[start, end)``; whole subtrees are looked up, not hashed again."""
        width = end - start
        if width & (width - 1) == 0 and start % width == 0:
            return self.levels[width.bit_length() - 1][start // width]
        middle = start + _split(width)
        return _node(self._over(start, middle), self._over(middle, end))

    def proof(self, index: int, size: int | None = None) -> list[bytes]:
        """Hashes that lead from the leaf at *index* (from 0) to the root over the first *size* leaves (2.1.3.1).

        ``IndexError`` when that leaf is not among them.
        """
        end = self.size if size is None else size
        if not 0 <= index < end <= self.size:
            raise IndexError(index)
        path, start = [], 0
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self._over(middle, end))
                end = middle
            else:
                path.append(self._over(start, middle))
                start = middle
        return path[::-1]

    def consistency(self, first: int, second: int | None = None) -> list[bytes]:
        """Hashes that show the tree of *second* leaves only adds to the tree of *first* (2.1.4.1).

        ``IndexError`` unless ``0 < first <= second <= size``.
        """
        end = self.size if second is None else second
        if not 0 < first <= end <= self.size:
            raise IndexError(first)
        path, start, whole = [], 0, True
        while first - start != end - start:
            middle = start + _split(end - start)
            if first <= middle:
                path.append(self._over(middle, end))
                end = middle
            else:
                path.append(self._over(start, middle))
                start, whole = middle, False
        return ([] if whole else [self._over(start, end)]) + path[::-1]


def included(data: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether *proof* shows that *data* is entry *index* of the *size* entries under *root* (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    last, seen = size - 1, leaf(data)
    for step in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            seen = _node(step, seen)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            seen = _node(seen, step)
        index, last = index >> 1, last >> 1
    return last == 0 and seen == root


def consistent(first: int, second: int, proof: Sequence[bytes], old: bytes, new: bytes) -> bool:
    """Whether *proof* shows that the tree under *new* only adds to the one under *old* (RFC 9162, 2.1.4.2)."""
    if not 0 < first <= second or (first == second) != (not proof):
        return False
    if first == second:
        return old == new
    steps = list(proof) if first & (first - 1) else [old, *proof]
    index, last = first - 1, second - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    was = now = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if index & 1 or index == last:
            was, now = _node(step, was), _node(step, now)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            now = _node(now, step)
        index, last = index >> 1, last >> 1
    return last == 0 and was == old and now == new
