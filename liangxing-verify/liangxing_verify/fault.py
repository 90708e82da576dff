"""What can be wrong, as a key with its details: the words stand in ``words.json``, in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "zh")


@cache
def words() -> dict[str, dict[str, str]]:
    """Every sentence and word by its key and language."""
    told: dict[str, dict[str, str]] = json.loads((files(__package__) / "words.json").read_text("utf-8"))
    return told


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something does not hold; an empty ``key`` says that nothing is wrong."""

    key: str = ""
    details: dict[str, Any] = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        """The reason in words."""
        return words()[self.key][language].format_map(self.details) if self.key else ""


class Fault(Exception):
    """The pack does not hold as a whole: no claim of such a pack is believed."""

    def __init__(self, key: str, /, **details: Any) -> None:
        super().__init__(key)
        self.reason = Reason(key, details)


class Unproven(Fault):
    """The pack does not show what one figure needs."""
