"""The words by which tables are understood, and the one way in which words are compared."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """What ``words.toml`` says."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


@cache
def plain(text: str) -> str:
    """*text* for comparing: full width made half, no spaces, no marks of a form, lower case.

    >>> plain(" Ａrea： ")
    'area'
    """
    half = re.sub(r"[\s*:：_]+", "", unicodedata.normalize("NFKC", text)).casefold()
    return unicodedata.normalize("NFKC", half)


@cache
def bare(text: str) -> str:
    """``plain``, and without what stands in brackets, such as a unit.

    >>> bare("Cost (yuan)")
    'cost'
    """
    return plain(re.sub(r"[(（\[【].*?[)）\]】]", "", text))


def is_one_of(kind: str, text: str) -> bool:
    """Whether *text* is one of the words of this *kind*."""
    return plain(text) in {plain(word) for word in words()[kind]}
