"""Where cells stand: ``C5`` and row 5, column 3; everything counts from 1, as spreadsheets do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
ROWS, COLUMNS = 1_048_576, 16_384  # of a sheet


@cache
def column_of(letters: str) -> int:
    """The number of a column.

    >>> column_of("A"), column_of("AA")
    (1, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@cache
def letters_of(column: int) -> str:
    """The letters of a column.

    >>> letters_of(28)
    'AB'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def name_of(row: int, column: int) -> str:
    """What a spreadsheet calls the cell.

    >>> name_of(5, 3)
    'C5'
    """
    return f"{letters_of(column)}{row}"


def place_of(name: str) -> tuple[int, int]:
    """Row and column of a cell; ``ValueError`` when *name* names none.

    >>> place_of("$C$5")
    (5, 3)
    """
    if not (found := CELL.fullmatch(name)):
        raise ValueError(name)
    return int(found[2]), column_of(found[1])


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Cells from one corner to the other, both in."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, text: str) -> Range:
        """The range that *text* names, such as ``B2:D4`` or ``B2``; whole columns or rows reach to the sheet's end.

        >>> Range.of("B2:D4").width, Range.of("C:C").bottom
        (3, 1048576)
        """
        first, _, last = text.replace("$", "").partition(":")
        last = last or first
        if first.isalpha():
            return cls(1, column_of(first), ROWS, column_of(last))
        if first.isdigit():
            return cls(int(first), 1, int(last), COLUMNS)
        (top, left), (bottom, right) = place_of(first), place_of(last)
        return cls(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    @property
    def width(self) -> int:
        """How many columns."""
        return self.right - self.left + 1

    @property
    def height(self) -> int:
        """How many rows."""
        return self.bottom - self.top + 1

    def __contains__(self, place: tuple[int, int]) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    def __str__(self) -> str:
        first, last = name_of(self.top, self.left), name_of(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"
