"""What use emits: factors of each year, with their source; what was said of a past year stays said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from .editions import BOOKS, Editions, Source, source_of, told


@dataclass(frozen=True, slots=True)
class Edition:
    """kg of CO₂ for one unit of use, from ``first`` on."""

    first: date
    kg: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class Emitted:
    """A mass of CO₂ and the sources of the factors behind it."""

    mass_kg: Decimal
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """How much CO₂ a unit of one carrier stands for."""

    key: str
    carrier: str
    unit: str
    title: Mapping[str, str]
    editions: Editions[Edition]

    def emitted(self, used: Decimal, first: date, after: date) -> Emitted | None:
        """What *used* from *first* to before *after* emitted; ``None`` where no factor is known.

        Over a change of factors use is shared out by days. The mass is not rounded.
        """
        mass, days, sources = Decimal(0), Decimal((after - first).days), []
        for edition, begin, end in self.editions.over(first, after):
            if edition is None:
                return None
            mass += used * edition.kg * (end - begin).days / days
            sources.append(edition.source)
        return Emitted(mass, tuple(sources))


def read(folder: Path = BOOKS / "factors") -> dict[str, Factor]:
    """Every factor in *folder*, by its key; ``ValueError`` says what is wrong with one."""
    found = [_factor(said) for said in told(folder)]
    return {factor.key: factor for factor in found}


@cache
def factors() -> Mapping[str, Factor]:
    """Those that come with the program."""
    return read()


def _factor(said: Mapping[str, Any]) -> Factor:
    every = tuple(Edition(each["from"], Decimal(each["kg"]), source_of(each)) for each in said["edition"])
    return Factor(said["key"], said["carrier"], said["unit"], said["title"], Editions(every))
