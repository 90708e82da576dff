"""What a home could change, by what it has not put in yet and by the season, in yuan and in kilograms of CO₂."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from liangxing.metering.editions import Source, source_of
from liangxing.metering.factors import Edition as FactorEdition
from liangxing.register.models import Household

from ..models import SavingMeasure
from .bills import factor_of, tariff_of
from .home import COLUMN, UNIT, Flow

MOST = 5  # tips at a time: more are not read
Range = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Tip:
    """A change, and about how much it saves in a year: ``low`` to ``high`` of the carrier, or that share of its use."""

    key: str
    lacks: str
    carrier: str
    months: frozenset[int]
    words: Mapping[str, str]
    worked: Mapping[str, str]
    low: Decimal
    high: Decimal
    shares: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Worth:
    """A tip for one home: ``saved`` of its carrier in ``unit``, ``cny`` and ``co2_kg`` a year, each from low to high.

    ``cny`` is ``None`` where no price is known, ``co2_kg`` where the carrier has no factor; the sources stand beside.
    """

    tip: Tip
    unit: str
    saved: Range
    cny: Range | None
    co2_kg: Range | None
    price_sources: tuple[Source, ...]
    factor: FactorEdition | None


@cache
def tips() -> tuple[Tip, ...]:
    """Every tip, in the order in which they are told."""
    told = tomllib.loads((files("liangxing.rooms.saving") / "tips.toml").read_text("utf-8"), parse_float=Decimal)
    return tuple(_tip(said) for said in told["tip"])


def _tip(said: Mapping[str, Any]) -> Tip:
    shares = "share_low" in said
    low, high = (Decimal(said[f"share_{end}" if shares else end]) for end in ("low", "high"))
    months = frozenset(said.get("months", range(1, 13)))
    words, worked = said["words"], said["worked"]
    return Tip(
        said["key"], said.get("lacks", ""), said["carrier"], months, words, worked, low, high, shares, source_of(said)
    )


def tips_for(home: Household, flows: Collection[Flow], today: date) -> list[Worth]:
    """What *home* could change now: of its carriers, what it lacks, in season; those of this season first."""
    standing: Any = SavingMeasure.objects.known().standing_on(today).filter(household=home.fact)
    has = set(standing.values_list("sort", flat=True))
    by = {flow.sort: flow for flow in flows}
    some = [tip for tip in tips() if tip.carrier in by and tip.lacks not in has and today.month in tip.months]
    some.sort(key=lambda tip: len(tip.months))
    found = [_worth(tip, by[tip.carrier], today) for tip in some]
    return [worth for worth in found if worth][:MOST]


def _worth(tip: Tip, flow: Flow, today: date) -> Worth | None:
    """What *tip* is worth; ``None`` where it is a share of a use that nobody knows."""
    year = flow.year
    if tip.shares and year is None:
        return None
    saved = (tip.low * (year or 0), tip.high * (year or 0)) if tip.shares else (tip.low, tip.high)
    tariff, factor = tariff_of(tip.carrier), factor_of(tip.carrier)
    edition = factor.editions.on(today) if factor else None
    priced = yearly_cny(tip.carrier, saved, year, today) if tariff else None
    co2 = (saved[0] * edition.kg, saved[1] * edition.kg) if edition else None
    return Worth(tip, UNIT[COLUMN[tip.carrier]], saved, priced and priced[0], co2, priced[1] if priced else (), edition)


def yearly_cny(
    carrier: str, saved: Range, year: Decimal | None, today: date
) -> tuple[Range, tuple[Source, ...]] | None:
    """What the last units of a year cost, for they are those that are saved; of unknown use, the first ones."""
    tariff = tariff_of(carrier)
    if tariff is None:
        return None
    first = today.replace(day=1, year=today.year - 1)
    after = today.replace(day=1)
    whole = max(year or saved[1], saved[1])
    costs = [tariff.cost(whole - less, first, after) for less in (Decimal(0), *saved)]
    if any(cost is None for cost in costs):
        return None
    most, *lower = (cost.amount_cny for cost in costs if cost)
    return (most - lower[0], most - lower[1]), costs[0].sources if costs[0] else ()
