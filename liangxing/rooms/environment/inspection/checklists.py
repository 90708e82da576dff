"""What is checked at each kind of point: read from ``checklists.toml``, an open set."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("checklists.toml")
OTHER = "other"
YES, NO = "yes", "no"
SORTS = (YES, "number", "date")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist. ``sort``: ``yes`` (then no is a finding), ``number`` or ``date``, which are values."""

    key: str
    asks: Mapping[str, str]
    sort: str = YES
    unit: str = ""
    expires: bool = False

    def read(self, told: str) -> str:
        """*told* as it is kept; empty when nothing was said; ``ValueError`` when it is no answer to the item."""
        text = told.strip()
        if not text:
            return ""
        if self.sort == "number":
            try:
                number = Decimal(text)
            except InvalidOperation:
                raise ValueError(text) from None
            if not number.is_finite() or abs(number) >= 10**9:
                raise ValueError(text)
            return str(number)
        if self.sort == "date":
            return date.fromisoformat(text).isoformat()
        if text not in (YES, NO):
            raise ValueError(text)
        return text


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is checked at one kind of point, and as which category of problem a finding there is reported."""

    kind: str
    title: Mapping[str, str]
    category: str
    items: tuple[Item, ...]

    def read(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Those of *answers* that say something, by item; ``KeyError`` for no item of the list, or ``ValueError``."""
        by_key = {item.key: item for item in self.items}
        if foreign := answers.keys() - by_key.keys():
            raise KeyError(min(foreign))
        read = {key: by_key[key].read(told) for key, told in answers.items()}
        return {item.key: read[item.key] for item in self.items if read.get(item.key)}

    def wrong(self, answers: Mapping[str, str]) -> list[Item]:
        """The items that were answered with no."""
        return [item for item in self.items if answers.get(item.key) == NO]

    def good_until(self, answers: Mapping[str, str]) -> date | None:
        """Until when the thing is good, as was read off it."""
        told = [answers[item.key] for item in self.items if item.expires and item.key in answers]
        return date.fromisoformat(told[0]) if told else None


@lru_cache(maxsize=1)
def checklists() -> dict[str, Checklist]:
    """Every kind of point by its key, in the order of the file; ``ValueError`` for an item that cannot be answered."""
    return {key: _checklist(key, told) for key, told in tomllib.loads(FILE.read_text("utf-8")).items()}


def checklist(kind: str) -> Checklist:
    """What is checked at a point of this *kind*; of a kind that nobody has described, whether it is in order."""
    every = checklists()
    return every.get(kind, every[OTHER])


def _checklist(key: str, told: Mapping[str, Any]) -> Checklist:
    items = tuple(_item(key, **item) for item in told["item"])
    if len({item.key for item in items}) < len(items):
        raise ValueError(f"{FILE.name}: two items of {key} have the same key")
    return Checklist(key, told["title"], told["category"], items)


def _item(of: str, *, key: str, sort: str = YES, unit: str = "", expires: bool = False, **asks: str) -> Item:
    if sort not in SORTS or not asks or (expires and sort != "date"):
        raise ValueError(f"{FILE.name}: the item {of}.{key} cannot be answered")
    return Item(key, asks, sort, unit, expires)


def answers_of(text: str) -> dict[str, str]:
    """Answers as they are kept and as a table tells them, ``seal=yes; good=2027-05-31``, by the key of their item."""
    pairs = (part.partition("=") for part in text.replace("；", ";").split(";") if part.strip())
    return {key.strip(): told.strip() for key, _equals, told in pairs}


def written(answers: Mapping[str, str]) -> str:
    """*answers* as they are kept.

    >>> written({"seal": "yes", "good": "2027-05-31"})
    'seal=yes; good=2027-05-31'
    """
    return "; ".join(f"{key}={told}" for key, told in answers.items())
