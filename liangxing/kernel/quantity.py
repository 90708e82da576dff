"""Quantities: which units a figure may have, how one becomes another, and how people say them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its words by language, and, when it is a multiple, of which unit (``of``) and how many (``per``)."""

    code: str
    words: Mapping[str, str]
    of: str
    per: Decimal


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its code, from ``units.toml``."""
    told = tomllib.loads((files(__package__) / "units.toml").read_text("utf-8"))
    return {
        code: Unit(
            code, {"zh-hans": said["zh-hans"], "en": said["en"]}, said.get("in", code), Decimal(said.get("per", 1))
        )
        for code, said in told.items()
    }


def convert(value: Decimal | int, unit: str, to: str) -> Decimal:
    """*value* in *unit* as a number of *to*; ``ValueError`` when the two measure different things.

    >>> convert(600000, "m2", "km2")
    Decimal('0.6')
    """
    here, there = units()[unit], units()[to]
    if here.of != there.of:
        raise ValueError(f"{unit} does not convert to {to}")
    return Decimal(value) * here.per / there.per


def number(value: Decimal | int, *, places: int | None = None) -> str:
    """*value* with thousands separated, rounded half up to *places*; without places, no idle zeros at the end.

    >>> number(Decimal("20000.00")), number(Decimal("0.275"), places=2)
    ('20,000', '0.28')
    """
    exact = Decimal(value)
    if places is not None:
        return f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def say(value: Decimal | int | None, unit: str, language: str = "zh-hans") -> str:
    """*value* with its unit in the words of *language*; what is unknown is a dash, never 0.

    A share (unit ``1``) is said in per cent with one decimal.

    >>> say(3324, "{household}", "en"), say(Decimal("0.5"), "1", "en"), say(None, "kg", "en")
    ('3,324 households', '50.0%', '—')
    """
    if value is None:
        return "—"
    if unit == "1":
        return f"{number(convert(value, '1', '%'), places=1)}%"
    places = 2 if Decimal(value).as_tuple().exponent < -3 else None  # type: ignore[operator]
    return f"{number(value, places=places)} {units()[unit].words.get(language, units()[unit].words['en'])}".strip()
