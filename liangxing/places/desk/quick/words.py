"""The words of ``words.toml``, read once, and the line itself made comparable."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST = 300  # characters: a line, not a text


@cache
def words() -> dict[str, Any]:
    """All word lists by section."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


def line_of(text: str) -> str:
    """*text* as one line: letters, digits and signs of numbers made half, runs of white space made one space.

    Brackets stay as they are, for names are kept with theirs.

    >>> line_of("  82   kg ")
    '82 kg'
    """
    half = re.sub("[\uff0b-\uff0f\uff10-\uff1a\uff21-\uff3a\uff41-\uff5a\uffe5]", _half, text)
    return " ".join(half.split())[:LONGEST]


def _half(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())
