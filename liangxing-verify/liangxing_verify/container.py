"""The zip file: read carefully, for it comes from somebody we need not trust."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from .fault import Fault

FORMAT = "liangxing-pack/1"
MOST_BYTES = 2 << 30  # unpacked; a community of a million records stays below a quarter of it
MOST_TIMES = 400  # how far a file may unpack: tables of records reach 20, a bomb 1,000 and more
MOST_FILES = 100_000
CHUNK = 1 << 20
MARK = b"sha256:"
ALWAYS = (
    "acts.jsonl", "checkpoint.txt", "claims.json", "entries.jsonl", "evidence.jsonl", "key.pem", "kinds.json",
    "measures.json", "pack.json", "pack.sig",
)  # fmt: skip
UNSIGNED = ("pack.json", "pack.sig")
DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Pack:
    """The files of a pack, whole and unchanged as its manifest lists them."""

    def __init__(self, path: Path) -> None:
        """Open and check *path*; ``Fault`` for a damaged, oversized or misleading container."""
        self.seal = _sealed(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except DAMAGED:
            raise Fault("not-zip") from None
        self.names = _names(self._zip)
        self.manifest = self._manifest()

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def parts(self, name: str) -> Iterator[bytes]:
        """The content of the file *name*, part by part; ``Fault`` when it is missing or damaged."""
        try:
            with self._zip.open(name) as file:
                while part := file.read(CHUNK):
                    yield part
        except KeyError:
            raise Fault("missing", names=name) from None
        except DAMAGED:
            raise Fault("damaged", name=name) from None

    def read(self, name: str) -> bytes:
        """The content of the file *name*."""
        return b"".join(self.parts(name))

    def json(self, name: str) -> Any:
        """The content of a JSON file."""
        return loads(name, self.read(name))

    def lines(self, name: str) -> list[bytes]:
        """The lines of a file, without their ends."""
        return [line for line in self.read(name).split(b"\n") if line]

    def _manifest(self) -> dict[str, Any]:
        told = self.json("pack.json")
        if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("files"), dict):
            raise Fault("other-format", format=FORMAT)
        listed: dict[str, str] = told["files"]
        there = set(self.names) - set(UNSIGNED)
        if missing := sorted({*listed, *ALWAYS} - there - set(UNSIGNED)):
            raise Fault("missing", names=", ".join(missing))
        if extra := sorted(there - set(listed)):
            raise Fault("not-listed", names=", ".join(extra))
        for name, digest in listed.items():
            seen = sha256()
            for part in self.parts(name):
                seen.update(part)
            if seen.hexdigest() != digest:
                raise Fault("swapped", name=name)
        return told


def loads(name: str, text: bytes) -> Any:
    """The JSON in *text*, which stands in the file *name*."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Fault("not-json", name=name) from None


def _sealed(path: Path) -> str:
    """The seal of the container: SHA-256 over all bytes before the last 64, which must say it."""
    try:
        with path.open("rb") as file:
            left = file.seek(0, 2) - 64
            file.seek(0)
            if left < 0 or file.read(4) != b"PK\x03\x04":
                raise Fault("not-zip")
            file.seek(left - len(MARK))
            if file.read(len(MARK)) != MARK:
                raise Fault("cut-short")
            said = file.read(64)
            file.seek(0)
            seen = sha256()
            while left and (part := file.read(min(CHUNK, left))):
                seen.update(part)
                left -= len(part)
    except OSError:
        raise Fault("unreadable") from None
    if said != seen.hexdigest().encode():
        raise Fault("byte-changed")
    return seen.hexdigest()


def _names(file: zipfile.ZipFile) -> list[str]:
    """The names of all files, after a look at each that unpacks nothing."""
    infos = file.infolist()
    names = [info.filename for info in infos]
    if len(names) != len(set(names)):
        raise Fault("one-name")
    if len(names) > MOST_FILES or sum(info.file_size for info in infos) > MOST_BYTES:
        raise Fault("too-large", bytes=f"{MOST_BYTES:,}")
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        _look(info)
        if info.header_offset < end:
            raise Fault("bomb", name=info.filename, bytes=f"{info.file_size:,}")
        end = info.header_offset + 30 + len(info.filename.encode()) + info.compress_size
    return names


def _look(info: zipfile.ZipInfo) -> None:
    name = info.filename
    if name != info.orig_filename or "\\" in name or ":" in name or {"", ".", ".."} & {*name.split("/")}:
        raise Fault("leads-elsewhere", name=name)
    if info.flag_bits & 0x41 or info.external_attr >> 28 == 0xA:
        raise Fault("encrypted", name=name)
    if info.file_size > 1 << 20 and info.file_size > MOST_TIMES * max(info.compress_size, 1):
        raise Fault("bomb", name=name, bytes=f"{info.file_size:,}")
