"""Small patterns that are made of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(choices: Iterable[str]) -> str:
    """A pattern that takes the longest of *choices*; nothing at all when there are none."""
    found = sorted(set(choices), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, found))})" if found else r"(?!)"
