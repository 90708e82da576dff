"""What can be recorded by a line: each app's ``quick.toml`` says by which words a kind is known, and what it takes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps

from liangxing.records.kinds import Kind, kinds
from liangxing.records.tables.columns import columns_of


@dataclass(frozen=True, slots=True)
class Quick:
    """One kind as a line tells it.

    ``words``: a line with one of them is of this kind. ``takes``: which field takes which sort of amount, or the
    ``title``, the ``year``. ``lead``: words that say the kind and are no part of the title.
    """

    kind: Kind
    words: tuple[str, ...]
    takes: dict[str, str]
    lead: tuple[str, ...] = ()
    choices: dict[str, dict[str, str]] = field(default_factory=dict)  # field -> word -> key

    @property
    def several(self) -> frozenset[str]:
        """Choice fields that hold several keys."""
        return frozenset({"topics"} & self.choices.keys())


@cache
def quick_kinds() -> dict[str, Quick]:
    """Every kind that a line can tell, by its key."""
    found = {}
    for key, kind in kinds().items():
        if told := _told(kind.app).get(str(kind.model._meta.model_name)):
            found[key] = Quick(
                kind, tuple(told["words"]), told["takes"], tuple(told.get("lead", ())), _choices(kind, told)
            )
    return found


@cache
def _told(app: str) -> dict[str, Any]:
    file = Path(apps.get_app_config(app).path) / "quick.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def _choices(kind: Kind, told: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The words for each choice: those of the tables, and those that only a line uses."""
    found = {name: dict(words) for name, words in columns_of(kind).choices.items() if words}
    for name, keys in told.get("choices", {}).items():
        more = {word.casefold(): key for key, words in keys.items() for word in words}
        found[name] = found.get(name, {}) | more
    return found
