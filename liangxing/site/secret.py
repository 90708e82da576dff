"""The secret key of this installation."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_urlsafe


def secret_key(data: Path) -> str:
    """The key that signs sessions, from ``keys/secret.txt`` in *data*; made at the first use, for its owner alone."""
    file = data / "keys" / "secret.txt"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                new.write(token_urlsafe(48))
        except FileExistsError:  # another process of the same installation was first
            pass
    return file.read_text()
