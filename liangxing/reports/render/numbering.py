"""Numbers of headings as official documents have them (GB/T 9704-2012, 7.3.3), or as English reports do."""

from __future__ import annotations

from collections.abc import Iterator

from liangxing.reports.blocks import Annex, Block, Document, Heading

DIGITS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
TEN = "\u5341"
ANNEX = {"zh-hans": "\u9644\u4ef6", "en": "Annex"}
LEVELS = 4


def chinese(number: int) -> str:
    """*number*, from 1 to 99, in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + (TEN if tens else "") + (DIGITS[ones] if ones else "")


def _number(counts: list[int], level: int, language: str) -> str:
    """The number of a heading whose level stands at *counts*."""
    if language != "zh-hans":
        return f"{counts[0]}. " if level == 1 else ".".join(str(n) for n in counts[:level]) + " "
    last = counts[level - 1]
    return {
        1: f"{chinese(last)}\u3001",
        2: f"\uff08{chinese(last)}\uff09",
        3: f"{last}.",
        4: f"\uff08{last}\uff09",
    }[level]


def numbered(blocks: tuple[Block, ...], language: str) -> Iterator[tuple[Block, str]]:
    """Each block, and for headings their text with its number; numbers begin anew in each annex.

    An annex comes with its name, such as "Annex 2"; a single one has no number.
    """
    counts, annexes = [0] * LEVELS, sum(isinstance(block, Annex) for block in blocks)
    seen = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, LEVELS)
            counts[level - 1 :] = [counts[level - 1] + 1, *([0] * (LEVELS - level))]
            yield block, _number(counts, level, language) + block.text
        elif isinstance(block, Annex):
            counts, seen = [0] * LEVELS, seen + 1
            yield block, annex_name(seen, annexes, language)
        else:
            yield block, ""


def annex_name(number: int, of: int, language: str) -> str:
    """What the annex *number* *of* so many is called."""
    return ANNEX[language] if of == 1 else f"{ANNEX[language]}{'' if language == 'zh-hans' else ' '}{number}"


def spoken_day(document: Document) -> str:
    """The day of *document* in its language, without idle zeros (GB/T 9704-2012, 7.3.5.4)."""
    day = document.day
    if document.language == "zh-hans":
        return f"{day.year}\u5e74{day.month}\u6708{day.day}\u65e5"
    return f"{day.day} {day:%B %Y}"
