"""Signs that something of the text was lost: it cannot be restored, so it is said, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liangxing.kernel.numerals import read
from liangxing.kernel.patterns import any_of

from .claims import Claim, Kind, Verdict
from .restored import Restored
from .words import HAN, words

DAMAGED = re.compile(rf"[\ufffd\ue000-\uf8ff]+|(?<=[{HAN}])\?+(?=[{HAN}0-9a-z])")
SIGNED = 25  # characters: a last line this short is a name or a date under the text


def lost(restored: Restored, given: str) -> Iterator[Claim]:
    """A claim of kind ``lost`` for each sign; *stated* is which: ``guess``, ``mask``, ``quote``, ``end``, …."""
    text, read_as = restored.text, restored.text.text
    spots = [("guess", *spot) for spot in restored.guessed]
    spots += [("mask", *hit.span()) for hit in re.finditer(f"[*\u00d7]+|[xX]{{2,}}(?=[{HAN}])", read_as)]
    spots += [("damage", *hit.span()) for hit in DAMAGED.finditer(read_as)]
    spots += [("quote", *spot) for spot in _quotes(read_as)]
    spots += [("order", *spot) for spot in _out_of_order(read_as)]
    spots += [("end", *spot) for spot in _unfinished(read_as)]
    for sign, start, end in spots:
        first, last = text.given(start, end)
        yield Claim(text=read_as[start:end], start=first, end=last, kind=Kind.LOST, verdict=Verdict.UNCLEAR,
                    stated=sign, recorded=None)  # fmt: skip


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Opening quotes that are not closed before the next one opens."""
    for hit in re.finditer("\u201c(?![^\u201c\u201d]*\u201d)", text):
        yield hit.span()


def _unfinished(text: str) -> Iterator[tuple[int, int]]:
    """The last words, when the text stops inside a sentence; a short last line is a signature."""
    body = text.rstrip()
    last = body.rsplit("\n", 1)[-1].strip()
    if re.search(f"[{HAN},\u3001]$", body) and len(last) > SIGNED:
        yield max(len(body) - 6, 0), len(body)


def _out_of_order(text: str) -> Iterator[tuple[int, int]]:
    """Marks of lists whose number before is missing: a second point without a first. Higher marks begin anew."""
    seen: dict[int, int] = {}
    for hit in re.finditer(_marks(), text):
        level = next(n for n in range(1, 5) if hit[n])
        value = read(hit[level])
        if value is None:
            continue
        number = int(value.value)
        if number not in (1, seen.get(level, 0) + 1):
            yield hit.span()
        seen = {other: last for other, last in seen.items() if other < level} | {level: number}


def _marks() -> str:
    """Four sorts of marks, the highest first, at the start of a sentence."""
    told = words()
    han = f"[{''.join([*told['numerals'], *told['places']])}]{{1,3}}"
    mark, is_mark = re.escape(told["restoring"]["page_mark"]), told["not_numbers"]["is_mark"]
    start = rf"(?:(?<=[\u3002;!?:\n])|(?<=^)|(?<=[{HAN}])(?=\())"
    points = rf"([0-9]{{1,2}})[{mark}.](?![0-9])|({any_of(told['numerals'])}){is_mark}"
    return rf"{start}\s*(?:({han}){mark}|\(({han})\)|{points})"
