"""Numbers that Word itself puts before paragraphs: they are read like typed ones."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree

from liangxing.reports.render.numbering import chinese

from .marks import number, value, w
from .props import Props, line_props, over

HAN_FORMATS = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand")
ENCLOSED = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese")
FULL = {ord(str(n)): chr(0xFF10 + n) for n in range(10)}


class Labels:
    """The numbering of a document, counted on from one paragraph to the next."""

    def __init__(self, held: etree._Element | None) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        if held is not None:
            self._abstract = {str(one.get(w("abstractNumId"))): one for one in held.findall(w("abstractNum"))}
            self._numbers = {str(one.get(w("numId"))): one for one in held.findall(w("num"))}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def _level(self, num: str, level: int) -> tuple[str, etree._Element | None]:
        made = self._numbers.get(num)
        key = value(made, "abstractNumId") or ""
        if made is not None:
            for changed in made.findall(w("lvlOverride")):
                if changed.get(w("ilvl")) == str(level) and (new := changed.find(w("lvl"))) is not None:
                    return key, new
        held = self._abstract.get(key)
        levels = [] if held is None else held.findall(w("lvl"))
        return key, next((one for one in levels if one.get(w("ilvl")) == str(level)), None)

    def shape(self, props: Props) -> Props:
        """What the level says of the paragraph's indents."""
        level = self._level(props.get("num", ""), int(number(props.get("level"))))[1]
        return {} if level is None else line_props(level.find(w("pPr")))

    def next(self, props: Props) -> str:
        """The label of a paragraph with *props*, counted; empty when it has none or a mere bullet."""
        num, depth = props.get("num", "0"), int(number(props.get("level")))
        key, level = self._level(num, depth)
        if num == "0" or level is None:
            return ""
        counts = self._counts[key]
        counts[depth] = counts.get(depth, int(number(value(level, "start"), 1)) - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if value(level, "numFmt") in (None, "bullet", "none"):
            return ""
        return re.sub(r"%(\d)", lambda found: self._one(num, int(found[1]) - 1, counts), value(level, "lvlText") or "")

    def _one(self, num: str, depth: int, counts: dict[int, int]) -> str:
        level = self._level(num, depth)[1]
        count, sort = counts.get(depth, 1), value(level, "numFmt") or "decimal"
        if sort in HAN_FORMATS and 0 < count < 100:
            return chinese(count)
        if sort in ENCLOSED and 0 < count <= 20:
            return chr(0x2460 + count - 1)
        if sort.endswith("Letter"):
            return chr((65 if sort.startswith("upper") else 97) + (count - 1) % 26)
        return str(count).translate(FULL) if sort == "decimalFullWidth" else str(count)


def placed(labels: Labels, style: Props, direct: Props) -> Props:
    """The props of a paragraph: a number of its own goes before the indents of its style, one of the style after."""
    both = over(style, direct)
    if both.get("num", "0") == "0":
        return both
    level = labels.shape(both)
    return over(over(style, level), direct) if "num" in direct else over(over(level, style), direct)
