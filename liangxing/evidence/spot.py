"""Where a photo was taken, as the phone wrote it into the file (EXIF, CIPA DC-008)."""

from __future__ import annotations

from typing import Any

from PIL import ExifTags, Image

from liangxing.kernel.ground import Spot

GPS = ExifTags.IFD.GPSInfo.value
SOUTH_LATITUDE, LATITUDE, WEST_LONGITUDE, LONGITUDE = 1, 2, 3, 4


def spot_of(exif: Image.Exif) -> Spot | None:
    """Degrees east and north, WGS 84, to a tenth of a metre; ``None`` when the file does not say, or lies nowhere."""
    told = exif.get_ifd(GPS)
    north = _degrees(told.get(LATITUDE), told.get(SOUTH_LATITUDE) == "S")
    east = _degrees(told.get(LONGITUDE), told.get(WEST_LONGITUDE) == "W")
    if north is None or east is None or not (-90 <= north <= 90 and -180 <= east <= 180) or north == east == 0:
        return None
    return round(east, 6), round(north, 6)


def _degrees(parts: Any, minus: bool) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (degrees + minutes / 60 + seconds / 3600) * (-1 if minus else 1)
