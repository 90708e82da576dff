"""Texts that may insult somebody: found by a small list of words, for a person to look at. It never decides."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_BETWEEN = re.compile(r"[\W_]+")


@cache
def _told() -> tuple[tuple[str, ...], re.Pattern[str], tuple[str, ...]]:
    told = tomllib.loads((Path(__file__).parent / "insults.toml").read_text("utf-8"))
    english = re.compile(r"\b(" + "|".join(map(re.escape, told["words"]["en"])) + r")\b")
    return tuple(told["words"]["zh-hans"]), english, tuple(told["unless"])


def insulting(text: str) -> bool:
    """Whether *text* has one of the words; signs and spaces between the letters do not hide it.

    >>> insulting("You, IDIOTS!"), insulting("The moronic acid is no insult"), insulting("")
    (True, False, False)
    """
    chinese, english, unless = _told()
    read = unicodedata.normalize("NFKC", text).casefold()
    joined = _BETWEEN.sub("", read)
    for harmless in unless:
        joined = joined.replace(harmless, "\0")
    return bool(english.search(read)) or any(word in joined for word in chinese)
