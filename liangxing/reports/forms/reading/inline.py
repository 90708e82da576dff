"""Values that belong into the cell of their label: behind a colon, on a line to write on, or as a box to tick."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liangxing.reports.forms.workbook.grid import Area
from liangxing.reports.forms.workbook.write import boxes, room

from .wanted import Wanted
from .words import remark, stripped

LABEL = re.compile(r"([^\s:\uff1a_\uff3f]{2,24})[:\uff1a]")
LONG = 60  # a text longer than this without a line to write on is a remark, whatever colons it has


def inline(sheet: str, area: Area, beside: bool, section: str, left: str) -> Iterator[Wanted]:
    """What *area*, which holds words, wants within itself.

    *beside*: the cell to its right is there for the last value. *left*: the words to its left, which name its boxes.
    """
    section = section if area.bordered else ""  # what stands beside the lines of a form belongs to the whole of it
    options = tuple(boxes(area.text))
    if options:
        before = re.split("[\u25a1\u2610\u25ef\u25cb]", area.text, maxsplit=1)[0].strip(" :\uff1a\n")
        if label := before or left:
            yield Wanted(sheet, area.name, (label,), section, inline=True, options=options)
        return
    if remark(area.text) or (len(area.text) > LONG and "__" not in area.text):
        return
    for found in LABEL.finditer(area.text):
        label = found[1].strip()
        _start, end = room(area.text, found.end())
        rest = area.text[end:]
        last = not rest
        if stripped(label) and ((last and not beside) or (rest and end > found.end() + 1) or _next(rest)):
            yield Wanted(sheet, area.name, (label,), section, inline=True)


def _next(rest: str) -> bool:
    """Whether the next label begins at once: what stands between was left free."""
    found = LABEL.match(rest.lstrip())
    return bool(found)
