"""Checkpoints: a signed line that says how long a ledger is and what is in it, to be kept elsewhere."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from liangxing.kernel.merkle import Tree, leaf

from .models import Community, Entry


def tree(community: Community) -> Tree:
    """The Merkle tree over the seals of *community*, in order."""
    seals = Entry.objects.filter(community=community).order_by("seq").values_list("seal", flat=True)
    return Tree(leaf(bytes.fromhex(s)) for s in seals.iterator(5000))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a ledger was at one time: whose, how many entries, and the root over their seals (32 bytes)."""

    code: str
    size: int
    root: bytes

    @classmethod
    def of(cls, community: Community) -> Checkpoint:
        """The ledger of *community* as it is now."""
        now = tree(community)
        return cls(community.code, now.size, now.root)

    def signed(self, key: Ed25519PrivateKey) -> str:
        """Four lines of text: code, size, root and signature (base64)."""
        return self._text() + b64encode(key.sign(self._text().encode())).decode() + "\n"

    @classmethod
    def read(cls, text: str, key: Ed25519PublicKey) -> Checkpoint:
        """The checkpoint in *text*; ``ValueError`` when *key* did not sign it."""
        try:
            code, size, root, signature = text.split()
            told = cls(code, int(size), b64decode(root))
            key.verify(b64decode(signature), told._text().encode())
        except (InvalidSignature, ValueError):
            raise ValueError("this checkpoint was not signed with this key") from None
        return told

    def _text(self) -> str:
        return f"{self.code}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Proof:
    """That *entry* stands in a ledger of *size* entries under *root*: the hashes on the way up."""

    entry: Entry
    size: int
    root: bytes
    path: list[bytes]


def prove(record: UUID, grown: Tree | None = None) -> Proof | None:
    """The proof for the newest entry about *record*; ``None`` when the ledger never heard of it.

    *grown*: the tree of that record's ledger, when the caller has it already.
    """
    entry = Entry.objects.filter(record=record).order_by("-seq").select_related("community", "act").first()
    if entry is None:
        return None
    grown = grown or tree(entry.community)
    return Proof(entry, grown.size, grown.root, grown.proof(entry.seq - 1))
