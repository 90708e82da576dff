"""The fields of a layout as text: ``{{name}}``, ``{{name|2012|over}}``, ``{{each list}}…{{end}}``, ``{{as is 12}}``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

TAG = re.compile(r"\{\{(.{0,200}?)\}\}", re.S)
WIDE = {ord("\uff5b"): "{", ord("\uff5d"): "}", ord("\uff5c"): "|"}  # braces and bar as a Chinese keyboard types them
FOREIGN = re.compile(r"\{%|%\}|\{#|#\}|\$\{|<%|%>")  # marks of languages that run; none runs here
CALLS = re.compile(r"[()\[\]'\"=+*/\\]|__")  # what a name has not, and an expression has


class Is(Enum):
    """What a tag does."""

    VALUE = "value"
    EACH = "each"
    END = "end"
    BETWEEN = "between"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: what it does, the name or text in it, and what stands behind bars."""

    sort: Is
    name: str = ""
    options: tuple[str, ...] = ()
    said: str = ""

    @property
    def expression(self) -> bool:
        """Whether it is written like a command of a programming language."""
        return self.sort in (Is.VALUE, Is.EACH) and bool(CALLS.search(self.name))


@cache
def words() -> dict[str, Any]:
    """The words of the language."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


def parse(inner: str) -> Tag:
    """The tag that stands between two pairs of braces."""
    said = " ".join(inner.translate(WIDE).split())
    for sort in (Is.END, Is.EACH, Is.BETWEEN, Is.PLAIN):
        for word in words()[sort.value]:
            rest = said[len(word) :]
            if said.lower().startswith(word) and (not rest or (sort is not Is.END and rest[0] in " :\uff1a")):
                return Tag(sort, rest.strip(" :\uff1a"), said=said)
    name, *options = (part.strip() for part in said.split("|"))
    return Tag(Is.VALUE, name, tuple(options), said)


def tags(text: str) -> Iterator[tuple[int, int, Tag]]:
    """Each tag of *text* with its place; braces of full width count."""
    for found in TAG.finditer(text.translate(WIDE)):
        yield found.start(), found.end(), parse(text[found.start() + 2 : found.end() - 2])


def outside(text: str) -> str:
    """*text* with blanks in place of its tags."""
    return TAG.sub(lambda found: " " * len(found.group()), text.translate(WIDE))
