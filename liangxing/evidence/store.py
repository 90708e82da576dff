"""The store of evidence: files by the hash of their content, in the data folder."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

CHUNK = 1 << 20  # bytes read at a time: a long film passes through without filling the memory


def path(digest: str) -> Path:
    """Where the content with this SHA-256 (64 hex digits) is kept, whether it is there or not."""
    return Path(settings.LIANGXING_DATA) / "evidence" / digest[:2] / digest


def put(file: BinaryIO) -> tuple[str, int]:
    """Keep what *file* holds from its start; its SHA-256 and its size in bytes. The same content is kept once."""
    file.seek(0)
    folder = Path(settings.LIANGXING_DATA) / "evidence"
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"half.{os.getpid()}.{os.urandom(8).hex()}"
    seen, size = sha256(), 0
    try:
        with half.open("xb") as kept:
            while chunk := file.read(CHUNK):
                seen.update(chunk)
                size += kept.write(chunk)
        target = path(seen.hexdigest())
        target.parent.mkdir(exist_ok=True)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return seen.hexdigest(), size


def digest_of(file: Path) -> str:
    """The SHA-256 of what *file* holds now, as 64 hex digits."""
    seen = sha256()
    with file.open("rb") as kept:
        while chunk := kept.read(CHUNK):
            seen.update(chunk)
    return seen.hexdigest()
