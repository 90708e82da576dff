"""An alert's area over the ground of the community: shapes for an SVG, drawn to the community's own size."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import Geometry, Shape, onto, shape_of
from liangxing.register.models import Building, Estate, Place

from ..cap.area import rings
from ..cap.message import Message


@dataclass(frozen=True, slots=True)
class Drawing:
    """``ground``: boundary and estates; ``buildings``; ``areas``: where the alert is, cut off at the edge."""

    ground: list[Shape]
    buildings: list[Shape]
    areas: list[Shape]
    whole: bool  # it is given by codes or words, and so for the whole community


def drawn(message: Message, community: Community, now: datetime) -> Drawing | None:
    """The drawing; ``None`` when the community has no geometry."""
    today = localdate(now)
    rows = [(estate.name, estate.geometry) for estate in _standing(Estate, community, today)]
    rows += [("", place.geometry) for place in _standing(Place, community, today).filter(sort="boundary")]
    ground = [(name, json.loads(geometry)) for name, geometry in rows if geometry]
    to = onto(geometry for _name, geometry in ground)
    if to is None:
        return None
    houses = [json.loads(b.geometry) for b in _standing(Building, community, today) if b.geometry]
    areas = [ring for info in message.infos[:1] for area in info.areas for ring in rings(area)]
    told: list[Geometry] = [{"type": "Polygon", "coordinates": [[list(spot) for spot in ring]]} for ring in areas]
    return Drawing(
        [shape_of(name, geometry, to, named=bool(name)) for name, geometry in ground],
        [shape_of("", geometry, to) for geometry in houses],
        [shape_of("", geometry, to) for geometry in told],
        not areas,
    )


def _standing(kind: Any, community: Community, today: date) -> Any:
    return kind.objects.known().standing_on(today).filter(community=community)
