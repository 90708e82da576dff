"""A photo from a phone: small enough to send on, without what the phone wrote into it."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _

from liangxing.evidence.pictures import WRONG, opened, small_copy
from liangxing.evidence.spot import spot_of
from liangxing.kernel.errors import Refused
from liangxing.kernel.ground import Spot

EDGE_PX = 2048  # enough to read a number plate of a lamp post, and 400 KB


def read(file: BinaryIO) -> tuple[BytesIO, Spot | None]:
    """A JPEG of the picture that carries no metadata, and where it says it was taken, if it does.

    ``Refused`` when it is no picture that can be read.
    """
    try:
        with opened(file) as picture:
            spot = spot_of(picture.getexif())
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
