"""A document as the rules see it: pages, lines and pieces of type with the values that hold, wherever they were set."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HAN = re.compile("[\u3400-\u9fff]")
WIDE = re.compile("[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")
BLANK = "\u3000"  # a space as wide as a character, with which people indent by hand
PT_A_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one type. ``font``: of its Chinese characters; ``colour``: six hex digits, empty for automatic."""

    text: str
    font: str
    latin: str
    size_pt: float
    colour: str
    spacing_pt: float


@dataclass(frozen=True, slots=True)
class Shape:
    """How a line is set. ``first``: its indent in characters, negative when it hangs out; ``rule``: of the spacing."""

    align: str
    left_pt: float
    right_pt: float
    first: float
    rule: str
    spacing: float
    before_pt: float
    after_pt: float
    new_page: bool
    outline: int | None


@dataclass(slots=True)
class Line:
    """A paragraph. ``number``: among those that have text, from 1; ``label``: the number that Word puts before it."""

    number: int
    label: str
    pieces: tuple[Piece, ...]
    shape: Shape
    style: str
    section: int
    page: int | None
    table: bool
    picture: bool
    after_break: bool
    side: str = ""  # of a frame or box that holds it, in header or footer
    fields: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that is read, the number before it included."""
        return self.label + "".join(piece.text for piece in self.pieces)

    @property
    def plain(self) -> str:
        """The text without blanks around it."""
        return self.text.strip()

    @property
    def lead(self) -> Piece | None:
        """The first piece with something to see."""
        return next((piece for piece in self.pieces if piece.text.strip()), None)

    @property
    def size_pt(self) -> float:
        """The size of its first type, or of an empty line."""
        first = self.lead or (self.pieces[0] if self.pieces else None)
        return first.size_pt if first else 0.0

    @property
    def indent(self) -> float:
        """How far its first character stands in, in characters, blanks that were typed included."""
        text = self.text
        typed = sum(1.0 if sign == BLANK else 0.5 for sign in text[: len(text) - len(text.lstrip())])
        size = self.size_pt or 16
        return self.shape.first + self.shape.left_pt / size + typed

    @property
    def right(self) -> float:
        """How far its last character stands in from the right, in characters."""
        text = self.text
        typed = sum(1.0 if sign == BLANK else 0.5 for sign in text[len(text.rstrip()) :])
        return self.shape.right_pt / (self.size_pt or 16) + typed


@dataclass(frozen=True, slots=True)
class Section:
    """The paper of some pages, in millimetres, its grid, and the feet of its ``default`` and ``even`` pages."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    footer_mm: float
    grid: str
    pitch_pt: float
    add_pt: float
    title_page: bool
    footers: dict[str, tuple[Line, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. ``odd_even``: left and right pages have feet of their own; ``traces``: of work in hand."""

    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    odd_even: bool
    traces: frozenset[str]

    @property
    def chinese(self) -> bool:
        """Whether it is written in Chinese, as the standard takes for granted."""
        text = "".join(line.text for line in self.lines)
        seen = [sign for sign in text if not sign.isspace()]
        return not seen or len(HAN.findall(text)) * 4 > len(seen)


def width(text: str) -> float:
    """How wide *text* is, in Chinese characters: Latin letters and digits take half."""
    return sum(1.0 if WIDE.match(sign) else 0.5 for sign in text)
