"""The words of ``words.toml``, read once, and the small patterns that are made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from liangxing.kernel import numerals

MASK = "*\u00d7xX"  # what stands for a name that was hidden
HAN = "\u3400-\u9fff"  # CJK unified ideographs with extension A: the Unicode blocks that reports use


@cache
def words() -> dict[str, Any]:
    """All word lists by section, with the numerals that all of us share."""
    return numerals.words() | tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


def has(text: str, choices: Iterable[str]) -> bool:
    """Whether *text* holds any of *choices*."""
    return any(word in text for word in choices)
