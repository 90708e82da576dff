"""The notary of this installation: its signing key, and the checkpoints it has signed, as files in the data folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused

from .checkpoint import Checkpoint
from .models import Community


def key() -> Ed25519PrivateKey:
    """The signing key, from ``keys/ledger.pem``; made at the first use, readable by its owner alone."""
    file = Path(settings.LIANGXING_DATA) / "keys" / "ledger.pem"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
            new.write(pem)
    loaded = load_pem_private_key(file.read_bytes(), None)
    if not isinstance(loaded, Ed25519PrivateKey):
        raise Refused(_("%s holds no Ed25519 key: put the right key back, or move it away to make a new one.") % file)
    return loaded


def public_pem() -> str:
    """The public key in PEM: give it to whoever shall check checkpoints."""
    return key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _folder(code: str) -> Path:
    return Path(settings.LIANGXING_DATA) / "checkpoints" / code


def sign(community: Community) -> Checkpoint:
    """Sign the ledger as it is now, and keep the text as ``checkpoints/<code>/<size>.txt``."""
    now = Checkpoint.of(community)
    folder = _folder(community.code)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{now.size:012}.txt").write_text(now.signed(key()), "utf-8")
    return now


def signed(code: str) -> Iterator[Checkpoint]:
    """The checkpoints of the community with *code*, from the smallest; ``ValueError`` for one that is forged."""
    public = key().public_key()
    for file in sorted(_folder(code).glob("*.txt")):
        yield Checkpoint.read(file.read_text("utf-8"), public)
