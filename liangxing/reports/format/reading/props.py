"""Properties of type and paragraph as plain dictionaries: a nearer one takes the place of a farther one by key."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from .marks import switch, value, w

Props = dict[str, str]


def type_props(held: etree._Element | None, theme: Mapping[str, str]) -> Props:
    """What an ``rPr`` says. A font of the theme goes before one that is named beside it."""
    found: Props = {}
    if held is None:
        return found
    if (fonts := held.find(w("rFonts"))) is not None:
        for key, plain, themed in (("font", "eastAsia", "eastAsiaTheme"), ("latin", "ascii", "asciiTheme")):
            named = theme.get(fonts.get(w(themed), "")) or fonts.get(w(plain))
            if named:
                found[key] = named
    for key, child in (("size", "sz"), ("spacing", "spacing"), ("colour", "color"), ("style", "rStyle")):
        if (told := value(held, child)) is not None:
            found[key] = told
    for key in ("vanish",):
        if (on := switch(held, key)) is not None:
            found[key] = "1" if on else ""
    return found


INDENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right", "firstLine": "first", "hanging": "hanging",
    "leftChars": "left_chars", "startChars": "left_chars", "rightChars": "right_chars", "endChars": "right_chars",
    "firstLineChars": "first_chars", "hangingChars": "hanging_chars",
}  # fmt: skip
SPACES = ("before", "after", "line", "lineRule", "beforeLines", "afterLines")
OTHER_WAY = {"first": "hanging", "hanging": "first", "first_chars": "hanging_chars", "hanging_chars": "first_chars"}


def line_props(held: etree._Element | None) -> Props:
    """What a ``pPr`` says."""
    found: Props = {}
    if held is None:
        return found
    if (indent := held.find(w("ind"))) is not None:
        found |= {key: indent.get(w(name)) for name, key in INDENTS.items() if indent.get(w(name)) is not None}
    if (space := held.find(w("spacing"))) is not None:
        found |= {key: space.get(w(key)) for key in SPACES if space.get(w(key)) is not None}
    for key, child in (("align", "jc"), ("outline", "outlineLvl")):
        if (told := value(held, child)) is not None:
            found[key] = told
    for key in ("pageBreakBefore", "snapToGrid"):
        if (on := switch(held, key)) is not None:
            found[key] = "1" if on else ""
    numbered = held.find(w("numPr"))
    for key, child in (("num", "numId"), ("level", "ilvl")):
        if (told := value(numbered, child)) is not None:
            found[key] = told
    return found


def over(far: Props, near: Props) -> Props:
    """*far* with *near* over it; an indent of the first line takes the place of one that hangs, and back."""
    gone = {OTHER_WAY[key] for key in near if key in OTHER_WAY}
    return {**{key: told for key, told in far.items() if key not in gone or key in near}, **near}
