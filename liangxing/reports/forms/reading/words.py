"""The words of ``words.toml``, and how labels of forms are made comparable."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import opencc

BRACKETS = re.compile(r"[(\[【《〈]([^()\[\]【】]*)[)\]】》〉]")
NUMBERED = re.compile(
    r"^(?:\d+(?:\.\d+)+(?=[^\d%])|[(]?(?:[0-9]{1,3}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})[)、.:]+|[\u2460-\u2473])"
)


@cache
def words() -> dict[str, Any]:
    """What ``words.toml`` says."""
    return tomllib.loads((files("liangxing.reports.forms") / "words.toml").read_text("utf-8"))


@cache
def _simplifier() -> Any:
    return opencc.OpenCC("t2s")


@cache
def simple(text: str) -> str:
    """*text* in simplified characters, half width, without spaces and lines to write on, in lower case.

    >>> simple(" Ａrea ： ")
    'area:'
    """
    half = unicodedata.normalize("NFKC", text)
    if any(ord(letter) > 0x3400 for letter in half):
        half = _simplifier().convert(half)
    return re.sub(r"[\s_\u200b*]+", "", half).casefold()


@cache
def stripped(text: str) -> str:
    """``simple``, without a number before it, what stands in brackets, and marks.

    >>> stripped("1. Area (km2):")
    'area'
    """
    told = NUMBERED.sub("", simple(text))
    told = BRACKETS.sub("", told)
    return re.sub(r"[:;,.!?、，。；：“”\"'·\-—/]+", "", told)


@cache
def one_of(kind: str) -> frozenset[str]:
    """The words of one list of the section ``reading``, made comparable."""
    return frozenset(stripped(word) for word in words()["reading"][kind])


def is_one_of(kind: str, text: str) -> bool:
    """Whether *text* is one of the words of this kind."""
    return stripped(text) in one_of(kind)


def remark(text: str) -> bool:
    """Whether *text* is a remark beside the form, and no label."""
    return any(simple(text).startswith(simple(word)) for word in words()["reading"]["remark"])


@cache
def unit_words() -> dict[str, str]:
    """Every word for a unit, to the sort or the code of the unit."""
    told = words()["units"]
    found = {simple(word): sort for sort in ("counters", "people", "attendances", "households") for word in told[sort]}
    return found | {simple(word): code for word, code in told["codes"].items()}


def unit_in(text: str) -> str:
    """The word for a unit that *text* has in brackets, or that it is as a whole; empty when there is none."""
    told = simple(text)
    if told in unit_words():
        return told
    for inside in BRACKETS.findall(told):
        for part in re.split(r"[,;:、，；]", inside.removeprefix(words()["reading"]["unit_mark"]).lstrip(":")):
            if part in unit_words():
                return str(part)
    return ""
