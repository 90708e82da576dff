"""How much room a line and a character of body take: by the grid of the page, or by the paragraph itself."""

from __future__ import annotations

from statistics import median_low

from .finding import Text
from .paper import HAN, Line
from .sorts import Part, Sort

GRIDS = ("lines", "linesAndChars", "snapToChars")
PLAIN = 1.3  # of its size: what a line of Chinese type takes where nothing says otherwise


def _body(text: Text) -> list[Part]:
    return [part for part in text.of(Sort.BODY) if HAN.search(part.line.plain)]


def on_grid(text: Text, line: Line) -> bool:
    """Whether the page has a grid of lines on which *line* stands."""
    section = text.paper.sections[min(line.section, len(text.paper.sections) - 1)]
    return section.grid in GRIDS and section.pitch_pt > 0


def pitch(text: Text) -> float | None:
    """From one line of body to the next in points, of the middle one of all paragraphs; ``None`` without body."""
    found = [_pitch(text, part.line) for part in _body(text)]
    return median_low(found) if found else None


def _pitch(text: Text, line: Line) -> float:
    if line.shape.rule != "auto":
        return max(line.shape.spacing, 1)
    section = text.paper.sections[min(line.section, len(text.paper.sections) - 1)]
    own = line.size_pt * PLAIN
    if on_grid(text, line):
        rows = 1 if own <= section.pitch_pt * 1.01 else 2
        return section.pitch_pt * max(rows, 1) * line.shape.spacing
    return own * line.shape.spacing


def character_pt(text: Text) -> float | None:
    """What a character of body takes, of the middle one of all paragraphs; ``None`` without body."""
    found = []
    for part in _body(text):
        section = text.paper.sections[min(part.line.section, len(text.paper.sections) - 1)]
        lead = part.line.lead
        if lead is None:
            continue
        more = section.add_pt if section.grid in ("linesAndChars", "snapToChars") else 0.0
        found.append(max(lead.size_pt + lead.spacing_pt + more, 1))
    return median_low(found) if found else None
