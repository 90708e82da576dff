"""A photo from a phone: small enough to send on, without what the phone wrote into it."""

from __future__ import annotations

from io import BytesIO
from typing import Any, BinaryIO, cast

from django.utils.translation import gettext as _

from liangxing.evidence.pictures import WRONG, opened, small_copy
from liangxing.kernel.errors import Refused
from liangxing.kernel.ground import Spot

EDGE_PX = 2048  # enough to read a number plate of a lamp post, and 400 KB
GPS, SOUTH_LATITUDE, LATITUDE, WEST_LONGITUDE, LONGITUDE = 0x8825, 1, 2, 3, 4  # tags of EXIF (CIPA DC-008)


def read(file: BinaryIO) -> tuple[BytesIO, Spot | None]:
    """A JPEG of the picture that carries no metadata, and where it says it was taken, if it does.

    ``Refused`` when it is no picture that can be read.
    """
    try:
        with opened(file) as picture:
            spot = _spot(picture.getexif().get_ifd(GPS))
        file.seek(0)
        small = small_copy(file, EDGE_PX)
    except WRONG as error:
        raise Refused(
            _("The photo could not be read, and was not kept: choose a JPEG or PNG, or take it again.")
        ) from error
    kept = BytesIO()
    small.save(kept, "JPEG", quality=82)
    kept.seek(0)
    return kept, spot


def _spot(told: dict[int, Any]) -> Spot | None:
    """East and north in degrees; ``None`` when the tags are not there or not to be believed."""
    try:
        north = _degrees(told[LATITUDE]) * (-1 if told.get(SOUTH_LATITUDE) == "S" else 1)
        east = _degrees(told[LONGITUDE]) * (-1 if told.get(WEST_LONGITUDE) == "W" else 1)
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return (round(east, 6), round(north, 6)) if abs(north) <= 90 and abs(east) <= 180 else None


def _degrees(parts: Any) -> float:
    degrees, minutes, seconds = (float(cast(Any, part)) for part in parts)
    return degrees + minutes / 60 + seconds / 3600
