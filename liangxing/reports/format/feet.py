"""The feet of pages that have the page number."""

from __future__ import annotations

from collections.abc import Iterator

from .paper import Line, Paper, Section

ROUND = 0.4  # characters


def numbered(section: Section, sort: str) -> Line | None:
    """The line with the page number at the foot of ``default`` (odd) or ``even`` pages."""
    return next((line for line in section.footers.get(sort, ()) if "PAGE" in line.fields), None)


def feet(paper: Paper) -> Iterator[tuple[str, Line]]:
    """Every foot that has the number."""
    for section in paper.sections:
        for sort in ("default", "even") if paper.odd_even else ("default",):
            if (line := numbered(section, sort)) is not None:
                yield sort, line


def side(line: Line) -> tuple[str, bool]:
    """At which side the number stands, and whether it is one character in."""
    if line.side:
        return line.side, True
    if line.shape.align in ("right", "end"):
        return "right", abs(line.right - 1) <= ROUND
    if line.shape.align == "center":
        return "middle", False
    return "left", abs(line.indent - 1) <= ROUND
