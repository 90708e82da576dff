"""How many people a shelter holds by its area: square metres for each, from dated data with their source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from ..models import Shelter

FILE = Path(__file__).parent.parent / "shelter_space.toml"


@dataclass(frozen=True, slots=True)
class Space:
    """What one sort of shelter must have for each person; ``status``: read in the source, or unverified."""

    sort: str
    area_m2: Decimal
    words: dict[str, str]
    source: str
    status: str
    first: date

    @property
    def called(self) -> str:
        """What the sort is called, in the language of the moment."""
        return self.words["zh-hans" if (get_language() or "").startswith("zh") else "en"]


@cache
def spaces() -> tuple[Space, ...]:
    """All that is known, in the order of the file."""
    told: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"), parse_float=Decimal)["space"]
    return tuple(
        Space(one["sort"], Decimal(one["area_m2"]), one["words"], one["source"], one["status"], one["valid_from"])
        for one in told
    )


@dataclass(frozen=True, slots=True)
class Holds:
    """A shelter: how many it holds by its area (``None`` without area or sort), and whether more are entered."""

    shelter: Shelter
    space: Space | None
    people: int | None

    @property
    def too_many(self) -> bool:
        """Whether more people are entered than the area allows."""
        return self.people is not None and (self.shelter.capacity or 0) > self.people


def room(shelter: Shelter, day: date) -> int | None:
    """For how many there is room on *day*: as entered, else by the area (``holds``); ``None`` if neither is known."""
    return holds(shelter, day).people if shelter.capacity is None else shelter.capacity


def holds(shelter: Shelter, day: date) -> Holds:
    """What *shelter* holds by the rule in force on *day*; without a sort, by that of an emergency shelter."""
    space = next((one for one in spaces() if one.sort == (shelter.sort or "emergency") and one.first <= day), None)
    if space is None or shelter.area_m2 is None:
        return Holds(shelter, space, None)
    return Holds(shelter, space, int(Decimal(shelter.area_m2) / space.area_m2))
