"""Formulas whose cells move: what they refer to moves with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.formula.translate import Translator

from .places import name_of

PART = re.compile(r"(\$?[A-Z]{1,3})(\$?)(\d{1,7})")
ROWS = re.compile(r"(\$?)(\d{1,7}):(\$?)(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Growth:
    """*n* rows are put in below row *last* of *sheet*; what reaches down to that row reaches over the new ones."""

    sheet: str
    last: int
    n: int

    def row(self, row: int) -> int:
        """Where a row is afterwards."""
        return row + self.n if row > self.last else row

    def ends(self, row: int) -> int:
        """Where a range that ends in *row* ends afterwards."""
        return row + self.n if row >= self.last else row

    def reference(self, text: str) -> str:
        """A cell or a range afterwards.

        >>> Growth("S", 6, 3).reference("$C$5:$C$6"), Growth("S", 6, 3).reference("C7")
        ('$C$5:$C$9', 'C10')
        """
        if rows := ROWS.fullmatch(text):
            return f"{rows[1]}{self.row(int(rows[2]))}:{rows[3]}{self.ends(int(rows[4]))}"
        first, colon, last = text.partition(":")
        return _part(first, self.row) + colon + _part(last, self.ends)

    def formula(self, text: str, *, on: str) -> str:
        """A formula that stands on the sheet *on*, afterwards; what cannot be read stays as it is.

        >>> Growth("S", 6, 3).formula("SUM(C5:C6)+T!C9+S!C9", on="S")
        'SUM(C5:C9)+T!C9+S!C12'
        """
        try:
            told = Tokenizer(f"={text}")
        except TokenizerError:
            return text
        for token in told.items:
            if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                token.value = self._operand(token.value, on)
        return str(told.render())[1:]

    def _operand(self, text: str, on: str) -> str:
        sheet, mark, reference = text.rpartition("!")
        named = sheet.strip("'").replace("''", "'") if mark else on
        return f"{sheet}{mark}{self.reference(reference)}" if named == self.sheet else text


def _part(text: str, moved: object) -> str:
    found = PART.fullmatch(text)
    return f"{found[1]}{found[2]}{moved(int(found[3]))}" if found and callable(moved) else text


def translated(formula: str, *, of: str, to: str) -> str:
    """The formula of the cell *of*, as the cell *to* would have it when it is copied there.

    >>> translated("A5*B$5", of="C5", to="C7")
    'A7*B$5'
    """
    return str(Translator(f"={formula}", of).translate_formula(to))[1:]


def below(name: str, rows: int) -> str:
    """The cell that lies *rows* below the one of this *name*."""
    found = PART.fullmatch(name)
    return f"{found[1]}{int(found[3]) + rows}" if found else name_of(1, 1)
