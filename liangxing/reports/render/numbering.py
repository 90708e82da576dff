"""Numbers of headings as official documents have them (GB/T 9704-2012, 7.3.3), or as English reports do."""

from __future__ import annotations

from collections.abc import Iterator

from liangxing.reports.blocks import Block, Document, Heading

DIGITS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
TEN = "\u5341"


def chinese(number: int) -> str:
    """*number*, from 1 to 99, in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + (TEN if tens else "") + (DIGITS[ones] if ones else "")


def numbered(blocks: tuple[Block, ...], language: str) -> Iterator[tuple[Block, str]]:
    """Each block, and for headings their text with its number; an annex has none, for its heading says what it is."""
    first = second = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block, ""
            continue
        if block.level == 1:
            first, second = first + 1, 0
            number = f"{chinese(first)}\u3001" if language == "zh-hans" else f"{first}. "
        else:
            second += 1
            number = f"\uff08{chinese(second)}\uff09" if language == "zh-hans" else f"{first}.{second} "
        yield block, number + block.text


def spoken_day(document: Document) -> str:
    """The day of *document* in its language, without idle zeros (GB/T 9704-2012, 7.3.5.4)."""
    day = document.day
    if document.language == "zh-hans":
        return f"{day.year}\u5e74{day.month}\u6708{day.day}\u65e5"
    return f"{day.day} {day:%B %Y}"
