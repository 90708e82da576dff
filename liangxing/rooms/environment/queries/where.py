"""Where things lie: whether within the community."""

from __future__ import annotations

import json

from liangxing.kernel.ground import middle, outside_m
from liangxing.ledger.models import Community
from liangxing.register.models import Place

NEAR_M = 100  # what lies so near to the boundary may belong to it: boundaries are drawn along the middle of roads


def beyond_m(community: Community, geometry: str) -> float:
    """How far the middle of *geometry* (GeoJSON) lies outside; 0 inside, or when there is no geometry or boundary."""
    spot = middle(json.loads(geometry)["coordinates"]) if geometry else None
    lines = Place.objects.known().filter(community=community, sort="boundary", until=None).exclude(geometry="")
    drawn = [json.loads(line.geometry)["coordinates"] for line in lines]
    return min((outside_m(spot, each) for each in drawn), default=0.0) if spot else 0.0
