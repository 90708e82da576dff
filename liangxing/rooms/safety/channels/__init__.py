"""Ways by which those who pass a warning on are called, and by which their answers come back; a folder for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from django.utils.functional import Promise

from ..queries.calling import Tree


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that came back, of a post or a household by its code. ``line``: where it stands."""

    code: str
    state: str
    line: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of calling: what goes ``out`` as a file, and how what comes ``back`` is read; either may be missing.

    ``back`` gives the answers, and in words what of the file could not be read.
    """

    key: str
    word: str | Promise
    says: str | Promise
    out: Callable[[Tree, str], bytes] | None = None
    media: str = ""
    ending: str = ""
    back: Callable[[bytes], tuple[list[Answer], list[str]]] | None = None


@cache
def channels() -> dict[str, Channel]:
    """Every channel by its key: each folder here whose ``channel`` module declares one."""
    found = [import_module(f"{__name__}.{m.name}.channel").CHANNEL for m in iter_modules(__path__) if m.ispkg]
    return {channel.key: channel for channel in sorted(found, key=lambda channel: channel.key)}
