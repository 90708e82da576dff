"""The risk map: hazards with their level, shelters and stores over the community's ground, drawn and in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import Geometry, Point, Shape, onto, points_of, shape_of
from liangxing.register.models import Building, Estate, Place

from ..models import Hazard, Resource, Shelter


@dataclass(frozen=True, slots=True)
class Marked:
    """A numbered thing on the map: the record, and where it is drawn; ``None`` when nobody has said where."""

    number: int
    record: Any
    at: Point | None


@dataclass(frozen=True, slots=True)
class RiskMap:
    """``drawn``: whether there is a ground to draw on; each list has everything, drawn or not."""

    ground: list[Shape]
    buildings: list[Shape]
    hazards: list[Marked]
    shelters: list[Marked]
    stores: list[Marked]
    drawn: bool


def risk_map(community: Community, today: date) -> RiskMap:
    """The map of *today*."""
    here: Any = {"community": community}
    estates = Estate.objects.known().standing_on(today).filter(**here)
    boundary = Place.objects.known().standing_on(today).filter(**here, sort="boundary")
    ground = [(e.name, json.loads(e.geometry)) for e in estates if e.geometry]
    ground += [("", json.loads(p.geometry)) for p in boundary if p.geometry]
    hazards = Hazard.objects.known().standing_on(today).filter(**here).select_related("place", "building")
    shelters = Shelter.objects.known().standing_on(today).filter(**here).select_related("place")
    stores = Resource.objects.known().standing_on(today).filter(**here).select_related("place")
    every = [*hazards, *shelters, *stores]
    to = onto([geometry for _name, geometry in ground] + [g for one in every if (g := _geometry(one))])
    houses = Building.objects.known().standing_on(today).filter(**here).exclude(geometry="") if to else []

    def spots(rows: Any) -> list[Marked]:
        places = [(row, _geometry(row)) for row in rows]
        return [Marked(n, row, to(_middle(g)) if to and g else None) for n, (row, g) in enumerate(places, 1)]

    worst = {level: n for n, level in enumerate(("major", "high", "moderate", "low", ""))}
    return RiskMap(
        [shape_of(name, geometry, to, named=bool(name)) for name, geometry in ground] if to else [],
        [shape_of("", json.loads(house.geometry), to) for house in houses] if to else [],
        spots(sorted(hazards, key=lambda hazard: (worst[hazard.level], hazard.code))),
        spots(shelters),
        spots(stores),
        to is not None,
    )


def _geometry(row: Any) -> Geometry | None:
    """Where *row* lies, as its place or else its building says."""
    for name in ("place", "building"):
        where = getattr(row, name, None)
        if where is not None and where.geometry:
            told: Geometry = json.loads(where.geometry)
            return told
    return None


def _middle(geometry: Geometry) -> Point:
    east, north = zip(*points_of(geometry["coordinates"]), strict=True)
    return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
