"""What each paragraph of a document is: title, heading of some level, body, annex note, signature, imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from .paper import HAN, Line, Paper, width
from .shapes import numbers, pattern

LONGEST_TITLE, LONGEST_NAME = 60, 40  # characters
TITLE_PT = 18  # type at least so large, in the middle, is a title or what stands above it
RED = re.compile("[C-F][0-9A-F][0-4][0-9A-F][0-4][0-9A-F]")


class Sort(Enum):
    """The parts that the standard knows; ``LATER``: what stands behind the date and belongs to none."""

    MARK = "issuer's mark"
    NUMBER = "document number"
    TITLE = "title"
    ADDRESSEE = "addressee"
    HEADING = "heading"
    BODY = "body"
    NOTE = "annex note"
    SIGNER = "signature"
    DATE = "date"
    ANNEX = "annex"
    ANNEX_TITLE = "annex title"
    IMPRINT = "imprint"
    TABLE = "table"
    CAPTION = "caption"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph that has text, and what it is. ``level``: of a heading, from 1; ``label``: the number before it."""

    line: Line
    sort: Sort
    level: int = 0
    label: str = ""

    @property
    def rest(self) -> str:
        """The text behind the number."""
        return self.line.plain[len(self.label) :].strip()


def sorted_parts(paper: Paper) -> tuple[Part, ...]:
    """Every paragraph that has text, in order, with its sort."""
    lines = [line for line in paper.lines if line.plain]
    return tuple(_Sorter(lines).parts())


class _Sorter:
    """Goes through the paragraphs once; ``place`` is how far in the document it is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.dated = self._date()
        self.place = "head"

    def _date(self) -> int | None:
        """Where the date of the document stands: the first line that is only a date and lies behind the text."""
        for n, line in enumerate(self.lines):
            if n > 1 and not line.table and pattern("date").match(line.plain) and self._beside(line):
                return n
        return None

    @staticmethod
    def _beside(line: Line) -> bool:
        return line.shape.align in ("right", "end") or line.indent > 6 or line.shape.align == "center"

    def parts(self) -> Iterator[Part]:
        """The paragraphs with their sorts."""
        for n, line in enumerate(self.lines):
            yield self._part(n, line)

    def _part(self, n: int, line: Line) -> Part:
        if self._imprint(n, line):
            self.place = "imprint"
            return Part(line, Sort.IMPRINT)
        if line.table:
            return Part(line, Sort.TABLE)
        if self.place == "head":
            return self._head(n, line)
        if n == self.dated:
            self.place = "later"
            return Part(line, Sort.DATE)
        if self._signs(n, line):
            return Part(line, Sort.SIGNER)
        return self._text(line)

    @staticmethod
    def _imprint(n: int, line: Line) -> bool:
        """Who gets copies, who printed and when; often in a table, for the sake of its rules."""
        printed = n > 2 and len(line.plain) <= LONGEST_TITLE and pattern("printed").search(line.plain)
        return bool(pattern("copies").match(line.plain) or printed)

    def _signs(self, n: int, line: Line) -> bool:
        """The line right before the date, short and without an end: who signs."""
        ends = pattern("end_of_sentence").search(line.plain)
        return self.dated == n + 1 and len(line.plain) <= LONGEST_NAME and not ends and self._beside(line)

    def _head(self, n: int, line: Line) -> Part:
        lead = line.lead
        if pattern("document_number").match(line.plain):
            return Part(line, Sort.NUMBER)
        if lead and RED.fullmatch(lead.colour) and line.size_pt >= TITLE_PT:
            return Part(line, Sort.MARK)
        if self._titles(line, first=not self._titled(n)):
            return Part(line, Sort.TITLE)
        if not self._titled(n) and width(line.plain) <= 12 and not level_of(line)[0]:
            return Part(line, Sort.LATER)  # copy number, secrecy, urgency: what stands above the title
        self.place = "text"
        if pattern("addressee").match(line.plain) and not pattern("not_addressee").search(line.plain):
            return Part(line, Sort.ADDRESSEE)
        return self._text(line)

    def _titled(self, n: int) -> bool:
        """Whether a title stands before *n*."""
        return any(self._titles(line, first=False) or line.style == "title" for line in self.lines[:n])

    @staticmethod
    def _titles(line: Line, *, first: bool) -> bool:
        if line.style == "title" or (line.size_pt >= TITLE_PT and line.shape.align == "center"):
            return not level_of(line)[0]
        plain = line.plain
        ends = pattern("end_of_sentence").search(plain)
        return first and 4 < len(plain) <= LONGEST_TITLE and not ends and not level_of(line)[0] and line.size_pt >= 15

    def _text(self, line: Line) -> Part:
        plain, before = line.plain, self.place
        if pattern("annex").match(plain) or (line.shape.outline == 0 and pattern("annex_titled").match(plain)):
            self.place = "annex begins"
            return Part(line, Sort.ANNEX)
        if before == "annex begins":
            self.place = "annex"
            if line.shape.align == "center" or line.size_pt >= TITLE_PT:
                return Part(line, Sort.ANNEX_TITLE)
        if before == "later":
            return Part(line, Sort.LATER)
        if before == "text" and pattern("annex_note_start").match(plain):
            self.place = "note"
            return Part(line, Sort.NOTE)
        if before == "note" and pattern("annex_note_next").match(plain):
            return Part(line, Sort.NOTE)
        if before == "note":
            self.place = "text"
        level, label = level_of(line)
        if level:
            return Part(line, Sort.HEADING, level, label)
        caption = pattern("caption").match(plain) and line.shape.align == "center"
        return Part(line, Sort.CAPTION if caption or (line.picture and len(plain) < 30) else Sort.BODY)


def level_of(line: Line) -> tuple[int, str]:
    """The level of a heading and the number before it, in whatever way it is written; 0 when it is none."""
    plain = line.plain
    for sort in ("right", "loose"):
        for level, shape in enumerate(numbers(sort), 1):
            if (found := shape.match(plain)) and HAN.search(plain):
                return level, found.group()
    outline = line.shape.outline
    return (outline + 1, "") if outline is not None and outline < 4 else (0, "")
