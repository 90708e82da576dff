"""Categories of problems, as ``categories.toml`` tells them: what people call one, by when, who sees to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from liangxing.kernel import workdays
from liangxing.kernel.language import nearest

OTHER = "other"  # where everything goes whose sort we do not know


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something more that is asked of a category. ``values``: the choices by key, for one that is chosen."""

    code: str
    datatype: str
    required: bool
    names: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]

    def name(self, language: str | None) -> str:
        """What it is called in the nearest of our languages."""
        return self.names[nearest(language)]

    def choice(self, key: str, language: str | None) -> str:
        """What the choice *key* is called."""
        return self.values[key][nearest(language)]


@dataclass(frozen=True, slots=True)
class Category:
    """What a problem is about: its ``group`` is the broad sort; ``charge`` the role that sees to it first.

    Due after so many ``work_days``, or after so many ``hours`` around the clock; ``service`` is its code in Open311.
    """

    key: str
    names: Mapping[str, str]
    group: str
    service: str
    charge: str
    work_days: int | None
    hours: int | None
    private: bool
    attributes: tuple[Attribute, ...]

    def name(self, language: str | None) -> str:
        """What it is called in the nearest of our languages."""
        return self.names[nearest(language)]

    def due_on(self, told: date, at: datetime | None = None) -> date:
        """The last day on which it is in time, told on a day, or at a moment when that is known."""
        if self.work_days is not None:
            return workdays.after_workdays(told, self.work_days)
        hours = timedelta(hours=self.hours or 0)
        return (at + hours).date() if at else told + timedelta(days=-(-(self.hours or 0) // 24))

    def provisional(self, told: date, due: date) -> bool:
        """Whether the due day counts plain weekdays of a year whose shifted days are not known yet."""
        return self.work_days is not None and workdays.provisional(told, due)


def _attribute(told: dict[str, Any]) -> Attribute:
    values = {value["key"]: value["names"] for value in told.get("values", ())}
    return Attribute(told["code"], told["datatype"], told["required"], told["names"], values)


def _category(key: str, told: dict[str, Any]) -> Category:
    due = told["due"]
    return Category(
        key=key,
        names=told["names"],
        group=told["group"],
        service=told["service"],
        charge=told["charge"],
        work_days=due.get("work_days"),
        hours=due.get("hours"),
        private=told.get("private", False),
        attributes=tuple(_attribute(one) for one in told.get("attributes", ())),
    )


@cache
def categories() -> dict[str, Category]:
    """Every category by its key, in the order of the file."""
    told = tomllib.loads((Path(__file__).parent / "categories.toml").read_text("utf-8"))
    return {key: _category(key, one) for key, one in told.items()}


def category(sort: str) -> Category:
    """The category of the key *sort*; that of everything else when nobody knows the key."""
    return categories().get(sort) or categories()[OTHER]


@cache
def groups() -> dict[str, tuple[Category, ...]]:
    """The categories of each group, that of the whole group first."""
    found: dict[str, list[Category]] = {}
    for one in categories().values():
        found.setdefault(one.group, []).append(one)
    return {key: tuple(sorted(some, key=lambda one: one.key != key)) for key, some in found.items()}


def of_service(code: str) -> Category | None:
    """The category with this code in Open311; its key does as well."""
    return next((one for one in categories().values() if code in (one.service, one.key)), None)
