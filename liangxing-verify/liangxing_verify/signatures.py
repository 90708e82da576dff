"""Whose signature stands under the pack and its checkpoint."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from .fault import Fault


def read_key(pem: bytes, name: str = "key.pem") -> Ed25519PublicKey:
    """The Ed25519 public key in *pem*."""
    try:
        key = load_pem_public_key(pem)
    except (ValueError, TypeError):
        raise Fault("no-key", name=name) from None
    if not isinstance(key, Ed25519PublicKey):
        raise Fault("no-key", name=name)
    return key


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 over the key's DER, in groups of four hex digits: to be read out over the telephone."""
    digest = sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()[:32]
    return " ".join(digest[i : i + 4] for i in range(0, 32, 4))


def check(key: Ed25519PublicKey, signature: bytes, text: bytes, name: str) -> None:
    """``Fault`` unless *key* signed *text*; *signature* in base64, as it is written and no other way."""
    try:
        raw = b64decode(signature.strip(), validate=True)
        if b64encode(raw) != signature.strip():
            raise ValueError
        key.verify(raw, text)
    except (InvalidSignature, ValueError):
        raise Fault("not-signed", name=name) from None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a ledger was at one time: whose, how many entries, and the root over their seals."""

    code: str
    size: int
    root: bytes

    @classmethod
    def read(cls, text: bytes, key: Ed25519PublicKey, name: str) -> Checkpoint:
        """The checkpoint in *text*, four lines; ``Fault`` when *key* did not sign it."""
        parts = text.split(b"\n")
        if len(parts) != 5 or parts[4]:
            raise Fault("not-signed", name=name)
        check(key, parts[3], b"\n".join(parts[:3]) + b"\n", name)
        return cls(parts[0].decode("ascii", "replace"), int(parts[1]), b64decode(parts[2]))
