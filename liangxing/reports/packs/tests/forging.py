"""Changing packs: what a forger would do, with and without the community's key."""

from __future__ import annotations

import json
import zipfile
from base64 import b64encode
from hashlib import sha256


def unpacked(path):
    """The files of a pack, by name, in order."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(path, files, *, twice=(), sealed=True):
    """Write *files* as a zip with a seal that fits; the names in *twice* a second time."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in (*files, *twice):
            file.writestr(name, files[name])
        file.comment = b"sha256:" + b"0" * 64
    body = path.read_bytes()[:-64]
    path.write_bytes(body + (sha256(body).hexdigest() if sealed else "0" * 64).encode())
    return path


def signed(files, key):
    """*files* with a list that fits them, signed with *key*."""
    told = json.loads(files["pack.json"])
    told["files"] = {n: sha256(c).hexdigest() for n, c in files.items() if n not in ("pack.json", "pack.sig")}
    listed = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return {**files, "pack.json": listed, "pack.sig": b64encode(key.sign(listed)) + b"\n"}


def changed(files, name, change):
    """*files* with the JSON file *name* as *change* (which changes it in place) leaves it."""
    told = json.loads(files[name])
    change(told)
    return {**files, name: json.dumps(told, ensure_ascii=False).encode()}
