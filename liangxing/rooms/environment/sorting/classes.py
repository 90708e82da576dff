"""The classes of household waste, as each edition of the marking standard names them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from liangxing.metering.editions import Editions, Source, source_of

FILE = Path(__file__).with_name("classes.toml")


@dataclass(frozen=True, slots=True)
class WasteClass:
    """One class: its names and sub-classes by language; ``now``: what took its place in the next edition."""

    key: str
    names: Mapping[str, str]
    kinds: Mapping[str, list[str]]
    now: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The classes from ``first`` on, in the standard's order."""

    first: date
    key: str
    number: str
    classes: Mapping[str, WasteClass]
    source: Source


@cache
def editions() -> Editions[Edition]:
    """Those that come with the program."""
    return Editions(tuple(map(_edition, tomllib.loads(FILE.read_text("utf-8"))["edition"])))


def in_force(day: date) -> Edition:
    """The edition by which waste of *day* is sorted; before the first, the first."""
    return editions().on(day) or editions().every[0]


def name_of(key: str, day: date, language: str) -> str:
    """What the class *key* is called by the edition of *day*, else by any edition that knew it; else the key."""
    every = (in_force(day), *reversed(editions().every))
    return next((e.classes[key].names[language] for e in every if key in e.classes), key)


def gone(key: str, day: date) -> tuple[Edition, WasteClass] | None:
    """The earlier edition that knew the class *key*, when the one of *day* does not: for saying what became of it."""
    if key in in_force(day).classes:
        return None
    earlier = (e for e in reversed(editions().every) if e.first <= day and key in e.classes)
    return next(((e, e.classes[key]) for e in earlier), None)


def _edition(said: Mapping[str, Any]) -> Edition:
    classes = {
        key: WasteClass(key, {k: told[k] for k in ("zh-hans", "en")}, told.get("kinds", {}), told.get("now", key))
        for key, told in said["class"].items()
    }
    return Edition(said["from"], said["key"], said["number"], classes, source_of(said))
