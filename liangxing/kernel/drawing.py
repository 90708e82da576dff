r"""Drawing by lot, so that anybody can draw the same again: from a list, a seed, and nothing else.

Whoever is drawn is the one whose ``SHA-256(seed, line feed, key)``, written in hexadecimal, comes first. It does not
matter in which order the list stands; a longer sample begins with the shorter one; nobody is drawn twice. A seed that
was published before the list was drawn, and that nobody could choose anew, makes the lot honest: see where it is kept.

With a list of keys in a file, one on a line, the same is done at any command line::

    while read key; do echo "$(printf '%s\n%s' "$seed" "$key" | sha256sum | cut -c1-64) $key"; done < list | sort
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from secrets import token_hex
from typing import TypeVar

T = TypeVar("T")


def new_seed() -> str:
    """A seed that nobody chose: sixteen letters that can be read out on the telephone."""
    return token_hex(8)


def lot(seed: str, key: str) -> str:
    """The lot of *key*, by which it is put in line.

    >>> lot("2026", "bin 7")[:8]
    'cb604006'
    """
    return sha256(f"{seed}\n{key}".encode()).hexdigest()


def drawn(things: Iterable[T], many: int, seed: str, *, key: Callable[[T], str] = str) -> list[T]:
    """So *many* of *things*, in the order in which they were drawn; all of them where there are no more.

    ``ValueError`` when two have the same key: of those, chance would not be told apart from the order of the list.

    >>> drawn(["a", "b", "c"], 2, "2026")
    ['b', 'a']
    """
    if many < 0:
        raise ValueError(f"{many} cannot be drawn")
    by_key = [(lot(seed, name), name, thing) for thing in things for name in (key(thing),)]
    if len({name for _lot, name, _thing in by_key}) < len(by_key):
        raise ValueError("two things to draw from have the same key")
    by_key.sort(key=lambda one: one[:2])
    return [thing for _lot, _name, thing in by_key[:many]]
