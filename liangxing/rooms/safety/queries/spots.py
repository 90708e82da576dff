"""Where a spot of the ways out lies."""

from __future__ import annotations

import json


def position(geometry: str) -> tuple[float, float] | tuple[None, None]:
    """Longitude and latitude of a spot; unknown when it was never put on the map."""
    told = json.loads(geometry) if geometry else {}
    if told.get("type") != "Point":
        return None, None
    east, north = told["coordinates"][:2]
    return float(east), float(north)
