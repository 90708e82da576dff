"""Mending the text as it came: an ordered list of edits, each of which keeps every character's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from opencc import OpenCC

from . import out_of_step
from .recognised import digits, heads
from .text import Text
from .words import HAN, words

GLOSS = re.compile(rf"(?<=[{HAN}?])\(([a-z\u00e0-\u01dc\u0251]+)\)")
TONE = re.compile("[\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec\u014d\u00f3\u01d2\u00f2"
                  "\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dc]")  # fmt: skip
FULL = 0.7  # of the longest line around; a heading is shorter
AROUND = 4  # lines: a page has columns and tables of its own width
TABLE = re.compile(r"\t|[0-9] [0-9]")
FEW = 3  # fewer glosses or lost quotes than this may be meant
WIDE = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}  # full-width ASCII (Unicode block FF00)


@dataclass(frozen=True, slots=True)
class Restored:
    """The text as read, and the spots ``(start, end)`` in it where something was mended by guess."""

    text: Text
    guessed: tuple[tuple[int, int], ...]


def restore(given: str) -> Restored:
    """*given*, mended: bytes out of step, glosses, script, page numbers, broken lines, lost quotes."""
    mended, told = out_of_step.mend(Text.of(given.replace("\r", "\n")))
    guessed = {mended.origin[start] for start, _end, _new in told}
    for step in (_glosses, _narrow, _script, heads, _pages, _spaces, digits, _lines, _quotes):
        mended = step(mended)
    spots = [n for n, place in enumerate(mended.origin) if place in guessed]
    return Restored(mended, tuple((n, n + 1) for n in dict.fromkeys(spots)))


def _glosses(text: Text) -> Text:
    """Without ``(hu\u00e1n)`` after characters, if several have a tone mark: a word in brackets has none."""
    found = list(GLOSS.finditer(text.text))
    several = sum(bool(TONE.search(hit[1])) for hit in found) >= FEW
    return text.replace((h.start(), h.end(), "") for h in found) if several else text


def _narrow(text: Text) -> Text:
    return Text(text.text.translate(WIDE).replace("\u3000", " "), text.origin)


def _script(text: Text) -> Text:
    """In simplified characters, one for one; where a phrase changes length, character by character."""
    convert = OpenCC("t2s").convert
    simple = convert(text.text)
    if len(simple) != len(text.text):
        simple = "".join(one if len(one := convert(c)) == 1 else c for c in text.text)
    for wrong, right in words()["restoring"]["strays"].items():
        simple = simple.replace(wrong, right)
    return Text(simple, text.origin)


def _pages(text: Text) -> Text:
    """Without page numbers at line starts: they run from 1 without a gap, and half of them break a sentence."""
    mark = re.escape(words()["restoring"]["page_mark"])
    found = list(re.finditer(rf"(?m)^\s*(\d{{1,3}}){mark}", text.text))
    if len(found) < FEW or [int(h[1]) for h in found] != list(range(1, len(found) + 1)):
        return text
    broken = [h for h in found if h.start() and not _ended(text.text[: h.start()])]
    if 2 * len(broken) < len(found):
        return text
    return text.replace((h.start() - (h in broken), h.end(), "") for h in found)


def _ended(before: str) -> bool:
    """Whether a sentence is over at the end of *before*."""
    return before.rstrip()[-1:] in words()["restoring"]["ends"]


def _spaces(text: Text) -> Text:
    """Without spaces beside Han characters, as PDFs put them; tabs part cells and stay."""
    return text.sub(rf"(?<=[{HAN}]) +| +(?=[{HAN}])", "")


def _lines(text: Text) -> Text:
    """With lines joined that were broken by the width of a page: nearly full, and not at the end of a sentence."""
    text = text.sub(r"\n\s*\n", "\n")
    lines = text.text.split("\n")
    edits, at = [], 0
    for n, (line, after) in enumerate(pairwise(lines)):
        at += len(line)
        full = max(map(len, lines[max(0, n - AROUND) : n + AROUND])) * FULL
        if len(line) >= full and not _ended(line) and not TABLE.search(line) and _goes_on(after):
            edits.append((at, at + 1, ""))
        at += 1
    return text.replace(edits)


def _goes_on(after: str) -> bool:
    """Whether a line starts as the rest of a sentence does, and not as a heading or a point of a list."""
    return bool(after.strip()) and "\t" not in after and not re.match(rf"\s|{_heading()}", after)


def _heading() -> str:
    numerals = "".join([*words()["numerals"], *words()["places"]])
    mark = re.escape(words()["restoring"]["page_mark"])
    return rf"[{numerals}]{{1,3}}{mark}|\d{{1,2}}[{mark}.](?!\d)|\([{numerals}\d]{{1,3}}\)"


def _quotes(text: Text) -> Text:
    """With an opening quote for each ``;`` that lost the rest of it, if several stand where no semicolon can."""
    openers = re.escape(words()["restoring"]["openers"])
    quote = rf";(?=[{HAN}*])"
    if len(re.findall(rf"(?<=[{openers}]){quote}", text.text)) < FEW:
        return text
    return text.sub(quote, "\u201c")
