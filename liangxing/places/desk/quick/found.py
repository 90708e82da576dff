"""What is found in a line: where it stands, what it is, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

GAP = "\0"  # what stands where something was taken out of a line


@dataclass(frozen=True, slots=True)
class Found:
    """Something that the line says from *start* to *end*: its value, and a word on how it was read.

    ``asks``: why it cannot be taken as it stands; then there is no value, and a person is asked.
    """

    start: int
    end: int
    said: str
    value: Any = None
    note: str = ""
    asks: str = ""


def blank(line: str, *some: Found) -> str:
    """*line* with what was found taken out: a mark of the same length, so that places in the line stay the same."""
    for one in some:
        line = line[: one.start] + GAP * (one.end - one.start) + line[one.end :]
    return line
