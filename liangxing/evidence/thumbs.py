"""Small copies of pictures, made when first asked for and kept beside the store."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

from . import store
from .pictures import WRONG, small_copy

EDGES_PX = {"small": 240, "large": 1280}  # a thumbnail on a dense screen; a picture across a page


def thumb(digest: str, size: str) -> Path | None:
    """A JPEG of the picture with this hash, at most ``EDGES_PX[size]`` wide and high; ``None`` when it is none.

    Where the picture was taken stays in the original: a copy carries no metadata.
    """
    made = Path(settings.LIANGXING_DATA) / "thumbs" / size / digest[:2] / f"{digest}.jpg"
    if made.exists():
        return made
    try:
        small = small_copy(store.path(digest), EDGES_PX[size])
    except WRONG:
        return None
    made.parent.mkdir(parents=True, exist_ok=True)
    half = made.with_suffix(f".{os.urandom(8).hex()}.half")
    small.save(half, "JPEG", quality=82)
    half.replace(made)
    return made
