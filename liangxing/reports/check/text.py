"""A text that is mended and still knows where each of its characters stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """*text* as read; ``origin[i]`` is the place of its i-th character in what was given."""

    text: str
    origin: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origin):
            raise ValueError("every character has one place")

    @classmethod
    def of(cls, given: str) -> Text:
        """*given*, not yet mended."""
        return cls(given, tuple(range(len(given))))

    def replace(self, edits: Iterable[tuple[int, int, str]]) -> Text:
        """With each ``(start, end, new)`` done; edits do not overlap. What is new stands where the old stood."""
        text: list[str] = []
        origin: list[int] = []
        at = 0
        for start, end, new in sorted(edits):
            text += [self.text[at:start], new]
            origin += self.origin[at:start]
            origin += [self.origin[min(start + n, max(end - 1, start))] for n in range(len(new))]
            at = end
        return Text("".join([*text, self.text[at:]]), (*origin, *self.origin[at:]))

    def sub(self, pattern: str | re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Text:
        """With every match of *pattern* replaced."""
        made = new if callable(new) else lambda _hit: new
        return self.replace((hit.start(), hit.end(), made(hit)) for hit in re.finditer(pattern, self.text))

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` of the read text stands in the given one."""
        if start >= len(self.origin):
            last = self.origin[-1] + 1 if self.origin else 0
            return last, last
        return self.origin[start], self.origin[max(start, end - 1)] + 1
