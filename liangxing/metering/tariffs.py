"""What use costs: prices in steps, by month or by year, each edition from its day; the past keeps its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from .editions import BOOKS, Editions, Source, months_within, source_of, told

FEN = Decimal("0.01")
YEAR_MONTHS = Decimal(12)


@dataclass(frozen=True, slots=True)
class Step:
    """A price up to so much use; the last step has no end."""

    price_cny: Decimal
    up_to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """The steps of some months of the year."""

    months: frozenset[int]
    steps: tuple[Step, ...]

    @property
    def in_order(self) -> list[int]:
        """Its months, as people read them."""
        return sorted(self.months)

    def costs(self, used: Decimal, times: Decimal) -> Decimal:
        """What *used* costs when every step is *times* as long: two months on one bill have twice the first step."""
        amount, below = Decimal(0), Decimal(0)
        for step in self.steps:
            top = used if step.up_to is None else min(used, step.up_to * times)
            if top > below:
                amount += (top - below) * step.price_cny
                below = top
        return amount


@dataclass(frozen=True, slots=True)
class Edition:
    """The prices from ``first`` on. ``by``: whether steps are counted by ``month`` or by ``year``."""

    first: date
    by: str
    seasons: tuple[Season, ...]
    source: Source

    def season(self, month: int) -> Season:
        """That of *month*; ``check`` saw to it that every month has one."""
        return next(season for season in self.seasons if month in season.months)


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount in yuan; ``estimated`` when use had to be shared out by days to price it."""

    amount_cny: Decimal
    estimated: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Tariff:
    """The prices of one carrier for one sort of user."""

    key: str
    carrier: str
    unit: str
    title: Mapping[str, str]
    editions: Editions[Edition]

    def cost(self, used: Decimal, first: date, after: date, *, before: Decimal | None = None) -> Cost | None:
        """What *used* from *first* to before *after* costs; ``None`` where no edition is known.

        Only the editions in force on those days are asked. Where prices change within them, use is shared out by days.
        *before*: what the year had used already, for steps of a year; unknown, the steps are shared out by months.
        """
        groups = self._groups(first, after)
        if groups is None:
            return None
        days, alone = Decimal((after - first).days), len(groups) == 1
        amount, guessed = Decimal(0), not alone
        for (edition, season), (its_days, months) in groups.items():
            its_use = used if alone else used * its_days / days
            if edition.by == "year" and before is not None and alone:
                amount += season.costs(before + its_use, Decimal(1)) - season.costs(before, Decimal(1))
                continue
            guessed |= edition.by == "year"
            amount += season.costs(its_use, months / YEAR_MONTHS if edition.by == "year" else months)
        sources = tuple(dict.fromkeys(edition.source for edition, _season in groups))
        return Cost(amount.quantize(FEN, ROUND_HALF_UP), guessed, sources)

    def _groups(self, first: date, after: date) -> dict[tuple[Edition, Season], tuple[int, Decimal]] | None:
        """The days and months within each edition and season; ``None`` when some day has no edition."""
        groups: dict[tuple[Edition, Season], tuple[int, Decimal]] = {}
        for edition, begin, end in self.editions.over(first, after):
            if edition is None:
                return None
            for start, stop, month in months_within(begin, end):
                key = edition, edition.season(start.month)
                days, months = groups.get(key, (0, Decimal(0)))
                groups[key] = days + (stop - start).days, months + month
        return groups


def read(folder: Path = BOOKS / "tariffs") -> dict[str, Tariff]:
    """Every tariff in *folder*, by its key; ``ValueError`` says what is wrong with one."""
    found = [_tariff(said) for said in told(folder)]
    return {tariff.key: tariff for tariff in found}


@cache
def tariffs() -> Mapping[str, Tariff]:
    """Those that come with the program."""
    return read()


def _tariff(said: Mapping[str, Any]) -> Tariff:
    editions = Editions(tuple(_edition(each) for each in said["edition"]))
    return Tariff(said["key"], said["carrier"], said["unit"], said["title"], editions)


def _edition(said: Mapping[str, Any]) -> Edition:
    seasons = tuple(
        Season(frozenset(each.get("months", range(1, 13))), _steps(each["steps"])) for each in said["season"]
    )
    months = sorted(month for season in seasons for month in season.months)
    if months != list(range(1, 13)) or said["by"] not in ("month", "year"):
        raise ValueError(f"from {said['from']}: every month has one season, and steps are by month or by year")
    return Edition(said["from"], said["by"], seasons, source_of(said))


def _steps(said: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    steps = tuple(Step(Decimal(each["price_cny"]), each.get("up_to")) for each in said)
    ends = [step.up_to for step in steps]
    whole = [end for end in ends if end is not None]
    if ends[-1:] != [None] or None in ends[:-1] or whole != sorted(set(whole)):
        raise ValueError("steps rise, and only the last has no end")
    return tuple(replace(step, up_to=None if step.up_to is None else Decimal(step.up_to)) for step in steps)
