"""Reading pictures that anybody may have sent: only kinds that phones make, none larger than a phone can take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
MOST_PX = 120_000_000  # the 108 megapixels of a phone; a few kilobytes may claim to be thousands
Image.MAX_IMAGE_PIXELS = MOST_PX
WRONG = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, MemoryError)


@contextmanager
def opened(file: Path | BinaryIO) -> Iterator[Image.Image]:
    """The picture in *file*, its pixels not yet read; one of ``WRONG`` when it is none, or too large."""
    with Image.open(file, formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PX:
            raise Image.DecompressionBombError
        yield picture


def small_copy(file: Path | BinaryIO, edge_px: int) -> Image.Image:
    """A copy the right way up, at most *edge_px* wide and high, without anything that the camera wrote beside it."""
    with opened(file) as picture:
        picture.draft("RGB", (edge_px, edge_px))  # a JPEG is read no larger than it is shown
        small = ImageOps.exif_transpose(picture).convert("RGBA")
        small.thumbnail((edge_px, edge_px))
    clean = Image.new("RGB", small.size, "white")
    clean.paste(small, mask=small)
    return clean


def is_whole(file: Path | BinaryIO) -> bool:
    """Whether *file* is a picture that can be read to its end."""
    try:
        with opened(file) as picture:
            picture.draft("L", (64, 64))  # reads a JPEG to its end, and keeps an eighth of it
            picture.load()
    except WRONG:
        return False
    return True
