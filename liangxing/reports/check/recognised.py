"""What recognition of a scan and the running heads of pages leave in a text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from liangxing.kernel.patterns import any_of

from .text import Text
from .words import HAN, words

DASH = "-\u2014\u2013\u2500\u00b7\u2022~"
HEAD = 40  # characters; what is longer is a sentence
OFTEN = 3  # a short line that stands so often is a running head
FULL = 0.6  # of the longest line around: a number alone after such a line is a page's


@cache
def _page() -> re.Pattern[str]:
    nth, page, of = words()["ocr"]["page"]
    number = r"[0-9OolI|]{1,3}"
    said = rf"{nth}\s*{number}\s*{page}(?:[\s,/]*{of}\s*{number}\s*{page})?"
    return re.compile(rf"{said}|^\s*[{DASH}]+\s*{number}\s*[{DASH}]+\s*$|^\s*{number}\s*/\s*{number}\s*$")


def heads(text: Text) -> Text:
    """Without page numbers and running heads: lines that say which page it is, or that stand on every page."""
    lines = text.text.split("\n")
    again = Counter(re.sub(r"\s|\d", "", line) for line in lines if line.strip() and len(line.strip()) <= HEAD)
    edits, at = [], 0
    for n, line in enumerate(lines):
        if _is_head(lines, n, again):
            edits.append((at, min(at + len(line) + 1, len(text.text)), ""))
        at += len(line) + 1
    return text.replace(edits)


def _is_head(lines: list[str], n: int, again: Counter[str]) -> bool:
    line = lines[n].strip()
    if not line or len(line) > HEAD or "\t" in line:
        return False
    if said := _page().search(line):
        rest = line[: said.start()] + line[said.end() :]
        return not re.search("[\u3002;,]", rest)
    if re.fullmatch(r"[0-9]{1,3}", line):
        return 0 < n < len(lines) - 1 and len(lines[n - 1]) >= FULL * max(map(len, lines[max(0, n - 4) : n + 5]))
    bare = re.sub(r"\s|\d", "", line)
    cut_off = bool(n) and not lines[n - 1].rstrip().endswith(tuple(words()["restoring"]["ends"]))
    return again[bare] >= OFTEN and len(bare) > 2 and cut_off and not re.search("[\u3002;,:]", line)


@cache
def _numbers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number in which letters stand for digits; and one that is parted by spaces. Something counted follows both."""
    told = words()
    alike = re.escape("".join(told["ocr"]["alike"]))
    counted = any_of([*told["units"], *told["counters"]["words"], *told["places"], *told["not_numbers"]["calendar"],
                      *told["manners"]["more"]["after"]])  # fmt: skip
    follows = rf"(?=\s?{counted}|[\u3001,\u3002])"
    letters = rf"(?<![A-Za-z0-9])(?=[{alike}.,]*[0-9])(?=[0-9.,]*[{alike}])[0-9{alike}][0-9{alike}.,]*{follows}"
    parted = rf"(?<=[{HAN}])(?:[0-9](?: [0-9])+|[0-9]{{1,3}}(?: [0-9]{{3}})+)(?=\s?{counted})"
    return re.compile(letters), re.compile(parted)


def digits(text: Text) -> Text:
    """With digits where recognition read letters, and without the spaces that it saw inside a number."""
    letters, parted = _numbers()
    alike = str.maketrans(words()["ocr"]["alike"])
    text = text.replace((hit.start(), hit.end(), hit.group().translate(alike)) for hit in letters.finditer(text.text))
    return text.replace((hit.start(), hit.end(), hit.group().replace(" ", "")) for hit in parted.finditer(text.text))
