"""The zip file of a pack: written file by file, listed with hashes, signed, and sealed to its last byte."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from liangxing.kernel.canonical import canonical

FORMAT = "liangxing-pack/1"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that zip knows: a pack of the same facts has the same bytes
MARK = b"sha256:"
CHUNK = 1 << 20


class Container:
    """A pack that is being written to *path*; it comes to be there whole, or not at all."""

    def __init__(self, path: Path) -> None:
        self.path, self._half = path, path.with_name(f"{path.name}.half")
        self._listed: dict[str, str] = {}

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._zip = zipfile.ZipFile(self._half, "w")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()
        self._half.unlink(missing_ok=True)

    def add(self, name: str, parts: bytes | Iterable[bytes], *, listed: bool = True) -> None:
        """Write the file *name*, its content whole or in *parts* as they come."""
        info = zipfile.ZipInfo(name, LONG_AGO)
        info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
        seen = sha256()
        with self._zip.open(info, "w") as file:
            for part in [parts] if isinstance(parts, bytes) else parts:
                seen.update(part)
                file.write(part)
        if listed:
            self._listed[name] = seen.hexdigest()

    def close(self, told: dict[str, Any], key: Ed25519PrivateKey) -> None:
        """List what was written beside what is *told* of the pack, sign the list, seal all, and put it in its place."""
        manifest = canonical({"format": FORMAT, **told, "files": self._listed})
        self.add("pack.json", manifest, listed=False)
        self.add("pack.sig", b64encode(key.sign(manifest)) + b"\n", listed=False)
        self._zip.comment = MARK + b"0" * 64  # its place must be there before the bytes before it can be hashed
        self._zip.close()
        self._seal()
        self._half.replace(self.path)

    def _seal(self) -> None:
        seen, left = sha256(), self._half.stat().st_size - 64
        with self._half.open("r+b") as file:
            while left and (part := file.read(min(CHUNK, left))):
                seen.update(part)
                left -= len(part)
            file.seek(-64, 2)
            file.write(seen.hexdigest().encode())
