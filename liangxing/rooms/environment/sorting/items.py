"""What goes where: common things of a household and the class that they belong to, by the edition in force."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from liangxing.metering.editions import Source, source_of

FILE = Path(__file__).with_name("items.toml")
APART = ("bulky", "not-household")  # what none of the four bins takes


@dataclass(frozen=True, slots=True)
class Item:
    """A thing: its names by language, its class, and a word of advice by language where one is needed."""

    goes: str
    names: Mapping[str, Sequence[str]]
    advice: Mapping[str, str]

    def name(self, language: str) -> str:
        """What it is called first."""
        return self.names[language][0]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every thing, the edition by which it is sorted, and where that is from."""

    edition: str
    source: Source
    items: tuple[Item, ...]

    def find(self, words: str) -> list[Item]:
        """The things that *words* name, in either language: those called so first, then those that hold the words.

        A word that holds a thing's name finds it too: an old battery is a battery.
        """
        asked = words.strip().casefold()
        if not asked:
            return []
        ranked = [(_rank(item, asked), n, item) for n, item in enumerate(self.items)]
        return [item for rank, _n, item in sorted(ranked, key=lambda each: each[:2]) if rank < _FAR]


_FAR = 9


def _rank(item: Item, asked: str) -> int:
    names = [name.casefold() for language in item.names.values() for name in language]
    if asked in names:
        return 0
    if any(name.startswith(asked) for name in names):
        return 1
    if any(asked in name for name in names):
        return 2
    # A single Chinese character, or a short English word, is held by too many others.
    return 3 if any(len(name) > 1 and name in asked for name in names if not name.isascii() or len(name) > 3) else _FAR


@cache
def catalogue() -> Catalogue:
    """The one that comes with the program."""
    told = tomllib.loads(FILE.read_text("utf-8"))
    items = []
    for goes, lines in told["items"].items():
        for line in lines:
            zh, en, *more = (part.strip() for part in line.split("|"))
            advice = dict(zip(("zh-hans", "en"), more, strict=True)) if more else {}
            items.append(Item(goes, {"zh-hans": zh.split("、"), "en": en.split(", ")}, advice))
    return Catalogue(told["edition"], source_of(told), tuple(items))
