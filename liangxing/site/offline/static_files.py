"""The static files that every page needs, and a word that changes when one of them does."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.templatetags.static import static

SHARED = "site/"  # what lies under it is loaded by pages of all kinds
ENDINGS = {".css", ".js", ".svg"}
MOST_BYTES = 60_000  # what is larger is kept when it is first used


@lru_cache(maxsize=1)
def shared_files() -> tuple[str, ...]:
    """The addresses of the files that are fetched ahead."""
    return tuple(
        static(name)
        for name, file in _found()
        if name.startswith(SHARED) and file.suffix in ENDINGS and file.stat().st_size <= MOST_BYTES
    )


@lru_cache(maxsize=1)
def version() -> str:
    """Sixteen hex digits of the content of every static file: a browser throws the old ones away when it changes."""
    seen = sha256()
    for name, file in _found():
        seen.update(name.encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()[:16]


def _found() -> list[tuple[str, Path]]:
    every = {
        path: Path(storage.path(path)) for finder in get_finders() for path, storage in finder.list(["*.scss", ".*"])
    }
    return sorted(every.items())
