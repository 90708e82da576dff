"""When and where a photo was taken, as the camera wrote it into the file; and taking the place out of the file."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from PIL import ExifTags, Image

from liangxing.evidence.pictures import WRONG
from liangxing.evidence.spot import GPS, spot_of
from liangxing.kernel.ground import Spot

NAMED = re.compile(r"(?<!\d)(20\d{6})(?:[_-]?(\d{6}))?(?!\d)")  # IMG_20260605_101500.jpg, as phones name them
EXIF = b"Exif\0\0"
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}  # bytes of each type of TIFF 6.0
ENTRY = 12  # bytes of an entry of a directory


@dataclass(frozen=True, slots=True)
class Taken:
    """When (local time) and where; each ``None`` when the file does not say. ``named``: only its name says when."""

    at: datetime | None = None
    spot: Spot | None = None
    named: bool = False


def taken(file: BinaryIO, name: str) -> Taken:
    """What the photo says of itself; a picture that says nothing, or cannot be read, is no error."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            exif = picture.getexif()
            at = _moment(exif)
            spot = spot_of(exif)
    except (*WRONG, SyntaxError, struct.error, KeyError, TypeError):
        at = spot = None
    return Taken(at, spot) if at else Taken(_of_name(name), spot, named=True)


def _moment(exif: Image.Exif) -> datetime | None:
    camera = exif.get_ifd(ExifTags.IFD.Exif.value)
    said = camera.get(ExifTags.Base.DateTimeOriginal.value) or exif.get(ExifTags.Base.DateTime.value)
    try:
        return datetime.strptime(str(said).strip("\0 "), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None


def _of_name(name: str) -> datetime | None:
    if not (told := NAMED.search(name)):
        return None
    try:
        return datetime.strptime(told[1] + (told[2] or "120000"), "%Y%m%d%H%M%S")
    except ValueError:
        return None


def without_spot(content: bytes) -> bytes:
    """A JPEG's *content* with the place blanked out, and not one pixel changed; anything else as it is.

    The directory of the place stays, empty, so that nothing in the file moves.
    """
    start = content.find(EXIF, 0, 1 << 17)
    if not content.startswith(b"\xff\xd8") or start < 0:
        return content
    made = bytearray(content)
    try:
        _blank(made, start + len(EXIF))
    except (struct.error, IndexError, KeyError):
        return content
    return bytes(made)


def _blank(made: bytearray, tiff: int) -> None:
    """Empty the directory of the place in the TIFF that begins at *tiff*."""
    order = "<" if made[tiff : tiff + 2] == b"II" else ">"
    first = tiff + struct.unpack_from(f"{order}I", made, tiff + 4)[0]
    for entry in _entries(made, first, order):
        tag, _kind, _count, where = struct.unpack_from(f"{order}HHII", made, entry)
        if tag != GPS:
            continue
        for inner in _entries(made, tiff + where, order):
            _tag, kind, count, value = struct.unpack_from(f"{order}HHII", made, inner)
            if (size := SIZES.get(kind, 0) * count) > 4:
                end = min(tiff + value + size, len(made))
                made[tiff + value : end] = bytes(max(0, end - tiff - value))
            made[inner : inner + ENTRY] = bytes(ENTRY)
        struct.pack_into(f"{order}H", made, tiff + where, 0)


def _entries(made: bytearray, directory: int, order: str) -> list[int]:
    count = struct.unpack_from(f"{order}H", made, directory)[0]
    return [directory + 2 + n * ENTRY for n in range(count)]
