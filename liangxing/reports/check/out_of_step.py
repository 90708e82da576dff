"""Bytes of GBK that were read one late: which characters they were, chosen by how well the words around them cut.

In GBK a Han character is two bytes. When the first byte of one is lost to ``?``, every second byte pairs with
the next first byte, until an ASCII character ends the run: it is the second byte of a character whose first went
with one that GBK does not have.
"""

from __future__ import annotations

import math
import re
from functools import cache

from opencc import OpenCC

from .text import Text
from .words import HAN

# The last character: ASCII that can be a second byte of GBK (0x40-0x7E), after Han that came out wrong.
SLIP = re.compile(rf"\?([;,:!?.{HAN}\u3001-\u3015\uff01-\uff5e]{{1,30}}?)([@-~])")
MARKS = "\u3001\u3002\u300a\u300b\uff01\uff0c\uff1a\uff1b\uff1f\u201c\u201d"
LEADS = range(0x81, 0xFF)  # first bytes of GBK
CLEAR = 2.0  # natural logarithm: the best must be e**2 times as likely as the next, else nothing is mended
MARKED = 0.03  # share of words that are one given mark of punctuation: they stand after each dozen characters or so
NEAR = 4  # characters of context on either side; the longest words that matter have four


def mend(text: Text) -> tuple[Text, list[tuple[int, int, str]]]:
    """*text* with such slips mended, and for each ``(start, end, what it was read as)`` in the new text."""
    edits, moved, told = [], 0, []
    for hit in SLIP.finditer(text.text):
        new = _unslip(hit, text.text)
        if new is None:
            continue
        edits.append((hit.start(), hit.end(), new))
        told.append((hit.start() + moved, hit.start() + moved + len(new), new))
        moved += len(new) - (hit.end() - hit.start())
    return text.replace(edits), told


def _unslip(hit: re.Match[str], text: str) -> str | None:
    """The characters that *hit* was, or ``None`` when that is not clear."""
    wide = hit[1].translate(str.maketrans(";,:!?.", "".join(chr(ord(c) + 0xFEE0) for c in ";,:!?.")))
    try:
        rest = wide.encode("gbk")
    except UnicodeEncodeError:
        return None
    left, right = _around(text[: hit.start()], text[hit.end() :])
    whole, cut = _decoded(rest[1:] + hit[2].encode("ascii")), _decoded(rest[1:-1])
    if whole:
        head = _best(rest[:1], left, whole[:NEAR])
        return head + whole if head else None
    # The last character but one went with the first byte of the last: only a comma is likely enough to be put back.
    head, tail, stop = (
        _best(rest[:1], left, (cut or "")[:NEAR]),
        _best(hit[2].encode("ascii"), "", right),
        _stop(rest[-1:]),
    )
    return f"{head}{cut}{stop}{tail}" if cut is not None and head and tail and stop else None


def _decoded(pairs: bytes) -> str | None:
    """Whole characters, all of them Han or marks; ``None`` when they are not."""
    try:
        read = pairs.decode("gbk")
    except UnicodeDecodeError:
        return None
    return read if re.fullmatch(f"[{HAN}{MARKS}]*", read) else None


def _stop(lead: bytes) -> str:
    """The comma, if that is what *lead* began: row A3 of GBK is full-width ASCII, where commas are."""
    comma = "，"
    return comma if comma.encode("gbk")[:1] == lead else ""


def _around(before: str, after: str) -> tuple[str, str]:
    """Simplified neighbours, without the glosses and page numbers between."""
    plain = re.sub(rf"\([a-z\u00e0-\u01dc]+\)|[^{HAN}]", "", before[-40:])
    return plain[-NEAR:], re.sub(rf"[^{HAN}]", "", after[:40])[:NEAR]


def _best(second: bytes, left: str, right: str) -> str:
    """The character with this *second* byte that cuts best between its neighbours; empty when two do as well."""
    scored = []
    for lead in LEADS:
        try:
            one = (bytes([lead]) + second).decode("gbk")
        except UnicodeDecodeError:
            continue
        if re.match(f"[{HAN}{MARKS}]", one):
            scored.append((likely(_simple(left + one + right)), one))
    scored.sort(reverse=True)
    if len(scored) < 2 or scored[0][0] - scored[1][0] < CLEAR:
        return ""
    return scored[0][1]


@cache
def _frequencies() -> tuple[dict[str, int], float]:
    """Jieba's counts of words and their sum; loaded only when there is something to mend (0.7 s)."""
    import jieba

    jieba.setLogLevel(60)  # above every level: jieba tells stderr how long it took
    jieba.initialize()
    return jieba.dt.FREQ, float(jieba.dt.total)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _simple(text: str) -> str:
    return str(_converter().convert(text))


def likely(text: str) -> float:
    """Logarithm of how likely the best cut of *text* into words is."""
    counts, total = _frequencies()
    best = [0.0] + [-math.inf] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - NEAR), end):
            piece = text[start:end]
            count = total * MARKED if piece in MARKS else counts.get(piece, 0) or (0.5 if end - start == 1 else 0)
            if count:
                best[end] = max(best[end], best[start] + math.log(count / total))
    return best[-1]
