"""What a form wants: single cells, and rows that repeat."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cell that wants a value. ``parts``: the words that name it, of its row first, then of its column.

    ``inline``: the label stands in the cell itself. ``options``: what may be answered; empty when anything may.
    """

    sheet: str
    cell: str
    parts: tuple[str, ...]
    section: str = ""
    unit: str = ""
    inline: bool = False
    options: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The words that name it, in one line."""
        return " · ".join(self.parts)


@dataclass(frozen=True, slots=True)
class WantedRows:
    """Rows that repeat, from ``first`` to ``last``: the words over each column, by the letters of the column."""

    sheet: str
    first: int
    last: int
    section: str
    headers: dict[str, str]


@dataclass(slots=True)
class Reading:
    """What was read of a workbook, and what a person should know about it. ``title``: the first words of it."""

    cells: list[Wanted] = field(default_factory=list)
    rows: list[WantedRows] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    title: str = ""
