"""Reading the code blocks of a how-to page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
PATH = re.compile(r"\A(?:#|\{#)\s*(\S+/\S+?)(?:\s*#\})?\s*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A block: a file to write (its first line names it), or, in ``console``, commands to run."""

    language: str
    text: str

    @property
    def path(self) -> str | None:
        """The file that the first line names; ``None`` for a block that only shows something."""
        found = PATH.match(self.text)
        return found[1] if found else None

    @property
    def commands(self) -> list[str]:
        """The lines that start with a dollar, without it."""
        return [line[2:] for line in self.text.splitlines() if line.startswith("$ ")]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of *page*, in order."""
    return [Block(language, text) for language, text in BLOCK.findall(page.read_text("utf-8"))]
