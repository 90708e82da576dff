"""Small copies of pictures, made when first asked for and kept beside the store."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps, UnidentifiedImageError

from . import store

EDGES_PX = {"small": 240, "large": 1280}  # a thumbnail on a dense screen; a picture across a page
WRONG = (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError, ValueError)


def thumb(digest: str, size: str) -> Path | None:
    """A JPEG of the picture with this hash, at most ``EDGES_PX[size]`` wide and high; ``None`` when it is none.

    Where the picture was taken stays in the original: a copy carries no metadata.
    """
    made = Path(settings.LIANGXING_DATA) / "thumbs" / size / digest[:2] / f"{digest}.jpg"
    if made.exists():
        return made
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(store.path(digest)) as picture:
                small = ImageOps.exif_transpose(picture).convert("RGB")
                small.thumbnail((EDGES_PX[size], EDGES_PX[size]))
    except WRONG:
        return None
    made.parent.mkdir(parents=True, exist_ok=True)
    half = made.with_suffix(f".{os.getpid()}.half")
    small.save(half, "JPEG", quality=82)
    half.replace(made)
    return made


def is_whole(file: Path | object) -> bool:
    """Whether *file* (a path or an open file) is a picture that can be read to its end."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file) as picture:  # type: ignore[arg-type]
                picture.verify()
    except (*WRONG, SyntaxError):
        return False
    return True
