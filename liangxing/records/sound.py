"""Finding Chinese names by how they sound: ``whgc``, ``wenhua`` or ``wenhgc`` finds the culture square.

A letter with several readings is tried in each of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

ASKED = re.compile(r"(?=.*[a-z])[a-z0-9\u00fc]+")
LONGEST = 24  # letters that are compared; nobody types more of a name
IDLE = re.compile(r"[\s'\u2019\u00b7-]+")

Sounds = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8192)
def _readings(sign: str) -> tuple[str, ...]:
    """How one *sign* may sound; a letter or digit is itself. Who types cannot type dots: 'v' and 'u' stand for them."""
    if sign.isascii():
        return (sign.lower(),)
    from pypinyin import Style, pinyin  # half a second that only who looks for a name spends

    told = pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")
    found = dict.fromkeys(sound for sounds in told for sound in sounds)
    return tuple(dict.fromkeys((*found, *(sound.replace("v", "u") for sound in found if "v" in sound))))


def sounds(name: str) -> Sounds:
    """The readings of each sign of *name*; signs without a sound are passed over."""
    return tuple(filter(None, map(_readings, IDLE.sub("", name))))


def asked(word: str) -> str:
    """*word* as it is compared; empty when it is no spelling in Latin letters."""
    plain = IDLE.sub("", word.lower()).replace("\u00fc", "v")[:LONGEST]
    return plain if ASKED.fullmatch(plain) else ""


def sounds_like(name: Sounds, word: str) -> bool:
    """Whether *word* tells a run of signs of *name*, each by any beginning of its sound.

    >>> sounds_like(sounds("\u957f\u4e50"), "zhangyue"), sounds_like(sounds("\u957f\u4e50"), "cl")
    (True, True)
    """
    return any(_runs(name, start, word) for start in range(len(name)))


def _runs(name: Sounds, at: int, word: str) -> bool:
    if not word:
        return True
    if at == len(name):
        return False
    for sound in name[at]:
        for length in range(min(len(sound), len(word)), 0, -1):
            if word.startswith(sound[:length]) and _runs(name, at + 1, word[length:]):
                return True
    return False
