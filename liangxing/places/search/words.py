"""How a text is cut into words that an index can hold, and how a question asks for them, in Chinese and out of it.

Chinese has no spaces, and most of its words have two characters. So every pair of neighbours is a word of the index,
and the last character of a run is one by itself. Then each character begins some word: one character is asked for as
a beginning, two and more as pairs in a row. All words are spelled in ASCII, so that SQLite and PostgreSQL cut nothing
in them otherwise than here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
MOST = 12  # runs of a question that are read: more is no question


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


class _Folded(dict[int, str]):
    """What a character is compared as: half width, lower case, simplified, without accents. Worked out once each."""

    def __missing__(self, code: int) -> str:
        wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", chr(code)).casefold())
        bare = "".join(c for c in wide if not unicodedata.combining(c))
        self[code] = found = _simplified().convert(bare) if not bare.isascii() else bare
        return found


_FOLDED = _Folded()


def fold(text: str) -> str:
    """*text* as it is compared.

    >>> fold("ＱＲ Café")
    'qr cafe'
    """
    return text.translate(_FOLDED)


def folded(text: str) -> tuple[str, list[int]]:
    """*text* as it is compared, and for each of its characters the place in *text* that it came from."""
    pieces = [_FOLDED[ord(char)] for char in text]
    return "".join(pieces), [n for n, piece in enumerate(pieces) for _ in piece]


def _is_han(run: str) -> bool:
    return re.match(f"[{HAN}]", run) is not None


def _spelled(word: str) -> str:
    """*word* in ASCII: a letter or digit as it is after a ``w``, any other character as its five hexadecimal digits."""
    return "w" + word if word.isascii() else "".join(f"u{ord(char):05x}" for char in word)


def index_words(text: str) -> str:
    """The words of *text* for the index, between spaces."""
    found = []
    for run in RUN.findall(fold(text)):
        found += [run[n : n + 2] for n in range(len(run))] if _is_han(run) else [run]
    return " ".join(map(_spelled, found))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the runs it holds, of Chinese characters or of other letters; every one must be found."""

    runs: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> Asked:
        """The question in *text*; without runs when there is nothing to look for in it."""
        return cls(tuple(dict.fromkeys(RUN.findall(fold(text))))[:MOST])

    def _parts(self) -> list[tuple[list[str], bool]]:
        """For each run the words in a row that it asks for, and whether the last may go on."""
        return [
            ([_spelled(run[n : n + 2]) for n in range(len(run) - 1)], False)
            if _is_han(run) and len(run) > 1
            else ([_spelled(run)], True)
            for run in self.runs
        ]

    def for_sqlite(self) -> str:
        """The question as FTS5 asks it: pairs as a phrase, a beginning with a star."""
        return " AND ".join(f'"{" ".join(words)}"{" *" if goes_on else ""}' for words, goes_on in self._parts())

    def for_postgresql(self) -> str:
        """The question as ``to_tsquery`` reads it."""
        parts = (" <-> ".join(words) + (":*" if goes_on else "") for words, goes_on in self._parts())
        return " & ".join(f"({part})" for part in parts)

    def spots(self, told: str) -> list[tuple[int, int]]:
        """Where in the folded text *told* the runs stand; other letters only where a word begins."""
        found: list[tuple[int, int]] = []
        for run in self.runs:
            begin = "" if _is_han(run) else rf"(?<![^\W_{HAN}])"
            found += [hit.span() for hit in re.finditer(begin + re.escape(run), told)]
        return sorted(found)

    def within(self, told: str) -> bool:
        """Whether every run stands in the folded text *told*."""
        return all(run in told and Asked((run,)).spots(told) for run in self.runs)
