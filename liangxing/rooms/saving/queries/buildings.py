"""Saving by building."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from liangxing.ledger.models import Community
from liangxing.measures.charts.ground import Onto, Shape, onto, shape_of
from liangxing.measures.charts.shares import Cell, guarded
from liangxing.register.models import Building, Estate, Household

from ..models import SavingMeasure


@dataclass(frozen=True, slots=True)
class House:
    """A building with its share, and its shape on the map when its geometry is known."""

    building: Building
    cell: Cell
    shape: Shape | None


@dataclass(frozen=True, slots=True)
class SavingMap:
    """Every building in which somebody lives; ``estates``: outlines with their names."""

    houses: list[House]
    estates: list[Shape]

    @property
    def drawn(self) -> bool:
        """Whether any building has a geometry."""
        return any(house.shape for house in self.houses)

    @property
    def shown(self) -> list[House]:
        """The buildings whose share is told."""
        return [house for house in self.houses if not house.cell.hidden]

    @property
    def many(self) -> int:
        """In how many buildings three of five households or more have a measure."""
        return sum((house.cell.share or 0) >= 0.6 for house in self.shown)

    @property
    def hidden(self) -> int:
        """How many buildings are not told."""
        return len(self.houses) - len(self.shown)


def by_building(community: Community, day: date) -> SavingMap:
    """The map as of *day*: four queries. A household is counted where it lives by what is known now."""

    def standing(kind: Any) -> Any:
        return kind.objects.known().standing_on(day).filter(community=community).order_by()

    lives = dict(standing(Household).values_list("fact", "building_id"))
    saves = set(standing(SavingMeasure).values_list("household_id", flat=True)) & lives.keys()
    homes, saving = Counter(lives.values()), Counter(lives[home] for home in saves)
    buildings = sorted((b for b in standing(Building) if homes[b.fact]), key=_as_people_count)
    estates = list(standing(Estate).exclude(geometry=""))
    cells = guarded([Cell(b.code, saving[b.fact], homes[b.fact]) for b in buildings])
    drawing = onto(json.loads(it.geometry) for it in [*buildings, *estates] if it.geometry)
    houses = [House(b, cell, _shape(b, drawing)) for b, cell in zip(buildings, cells, strict=True)]
    return SavingMap(houses, list(_outlines(estates, drawing)))


def _as_people_count(building: Building) -> list[tuple[str, int]]:
    """The code in words and numbers, so that the second building comes before the tenth."""
    return [(word, int(n or 0)) for word, n in re.findall(r"(\D*)(\d*)", building.code)]


def _shape(building: Building, drawing: Onto | None) -> Shape | None:
    if drawing is None or not building.geometry:
        return None
    return shape_of(building.code, json.loads(building.geometry), drawing, named=False)


def _outlines(estates: Iterable[Estate], drawing: Onto | None) -> Iterable[Shape]:
    if drawing is not None:
        yield from (shape_of(e.name, json.loads(e.geometry), drawing, above=True) for e in estates)
