"""How texts speak of what is measured: every app's ``said.toml``, held together by the keys of measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from liangxing.kernel.quantity import units

from .words import words

SHORTEST = 4  # characters of a title that means only its measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How one measure is said. ``unit``: its code; ``units``: words that may follow its number.

    ``never``: with one of these the clause speaks of something else. ``threshold``: a limit, equal or wrong.
    ``alone``: its unit word is enough, without a noun. ``some``: it is itself a part of a whole (those who took part).
    ``list``: the column whose values a text lists; ``near``: what the clause must hold for that;
    ``endings``: how such a value ends, when it may stand alone. ``named``: the column of names, with these ``endings``.
    """

    key: str
    unit: str
    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    list: str = ""
    named: str = ""
    threshold: bool = False
    alone: bool = False
    some: bool = False

    def factor(self, unit: str) -> Decimal | None:
        """How many of the measure's unit one *unit* word is; ``None`` when it measures something else."""
        if unit in self.units and (unit not in words()["units"] or self.unit.startswith("{")):
            return Decimal(1)
        if unit not in words()["units"]:
            return None
        code, per = words()["units"][unit]
        here, there = units().get(code), units().get(self.unit)
        if here is None or there is None or here.of != there.of or self.unit.startswith("{"):
            return None
        return Decimal(per) * here.per / there.per


Vocabulary = Mapping[str, Said]


def vocabulary(said: Mapping[str, Mapping[str, Any]], units_of: Mapping[str, str]) -> dict[str, Said]:
    """What is *said* of each measure; *units_of* gives its unit. ``KeyError`` for a key that is no measure."""
    return {
        key: Said(key=key, unit=units_of[key], **{name: _tuple(value) for name, value in told.items()})
        for key, told in said.items()
    }


def titled(key: str, unit: str, title: str, word: str, told: Said | None) -> Said:
    """*told*, also under the measure's own *title* and unit *word*; without it, that is all that is known.

    A title shorter than four characters is a word of every day, and names nothing by itself.
    """
    known = told or Said(key=key, unit=unit, some=True)
    names = (*known.names, title) if len(title) >= SHORTEST else known.names
    return replace(known, names=tuple(dict.fromkeys(names)), units=tuple(dict.fromkeys((*known.units, word))))


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
