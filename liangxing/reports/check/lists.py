"""Lists: each thing that a text enumerates is claimed to be there, and is looked for among what is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from liangxing.kernel.patterns import any_of

from .claims import Claim, Item, Kind, Recorded, Verdict
from .quantities import quantities
from .sentences import Sentences
from .text import Text
from .vocabulary import Said, Vocabulary
from .words import has, words

Span = tuple[int, int]
FOUND = 82  # rapidfuzz's ratio of an item and the words of the list (choices, from the development set)
LIKE = 60
TRUSTED = 2  # so many known things make the rest of the row part of the list
SHORTEST, LONGEST = 2, 12  # characters of a thing in a list
MARKS = re.compile('[\u3001,()\u201c\u201d"\\s]')


def lists(cut: Sentences, text: Text, vocabulary: Vocabulary, recorded: Recorded) -> Iterator[Claim]:
    """A claim for each thing in a list of things that a measure counts."""
    for said in vocabulary.values():
        items = [item for item in recorded.items if item.measure == said.key]
        if said.list and items:
            for span in dict.fromkeys(_stretches(cut, said)):
                yield from _stretch(cut.text, span, said, items, text)


def _stretches(cut: Sentences, said: Said) -> Iterator[Span]:
    """Where a list of *said* may stand: clauses that hold what must be near, or else whole sentences."""
    starts = cut.clauses if said.near else cut.sentences
    for start in starts:
        span = cut.clause(start) if said.near else cut.sentence(start)
        if not said.near:
            yield span
        elif has(cut.text[slice(*span)], said.near):
            yield span
            yield from _announced(cut, span)


def _announced(cut: Sentences, span: Span) -> Iterator[Span]:
    """The clause after *span*, when it alone is a list, of what *span* spoke of."""
    after = cut.clause(span[1] + 1)
    same = after[0] == span[1] + 1 and cut.sentence(after[0]) == cut.sentence(span[0])
    if same and "\u3001" not in cut.text[slice(*span)] and cut.text[slice(*after)].count("\u3001") >= TRUSTED:
        yield after


def _stretch(read: str, span: Span, said: Said, items: Sequence[Item], text: Text) -> Iterator[Claim]:
    hits = _hits(read[slice(*span)], items)
    for (start, end), item in hits.items():
        yield _claim(read, (span[0] + start, span[0] + end), said, text, Verdict.BORNE_OUT, item)
    for start, end in _parts(read[slice(*span)], said):
        if any(start < e and s < end for s, e in hits):
            continue
        part = read[span[0] + start : span[0] + end]
        if has(part, (*said.near, *words()["not_numbers"]["articles"])) or _numbers(part):
            continue
        sure = bool(said.endings) and part.endswith(said.endings)
        if not sure and (said.endings or len(hits) < TRUSTED or not _between(start, hits, said)):
            continue
        item = max(items, key=lambda each: ratio(each.name, part))
        like = ratio(item.name, part) >= LIKE
        verdict = Verdict.UNCLEAR if like else Verdict.NOT_RECORDED
        yield _claim(read, (span[0] + start, span[0] + end), said, text, verdict, item if like else None)


def _between(start: int, hits: dict[Span, Item], said: Said) -> bool:
    """Without a word that ends the list, only what stands after its first known thing is in it."""
    return bool(said.near) or start > min(hits)[0]


def _claim(read: str, span: Span, said: Said, text: Text, verdict: Verdict, item: Item | None) -> Claim:
    start, end = text.given(*span)
    words_read = read[slice(*span)]
    return Claim(text=words_read, start=start, end=end, kind=Kind.ITEM, verdict=verdict, measure=said.key,
                 stated=words_read, recorded=item.name if item else None)  # fmt: skip


def _hits(stretch: str, items: Sequence[Item]) -> dict[Span, Item]:
    """Where each item stands, if it does; marks and numbers are passed over; what stands exactly goes first."""
    numbers = _numbers(stretch)
    places = [n for n, char in enumerate(stretch) if n not in numbers and not MARKS.match(char)]
    squeezed = "".join(stretch[n] for n in places)
    found: dict[Span, Item] = {}
    for find in (_exactly, _like):
        for item in sorted(items, key=lambda each: -len(each.name)):
            span = None if item in found.values() else find(_squeezed(item.name), squeezed)
            if span is not None:
                found[places[span[0]], places[span[1] - 1] + 1] = item
                squeezed = squeezed[: span[0]] + "\0" * (span[1] - span[0]) + squeezed[span[1] :]
    return found


@lru_cache(maxsize=4096)
def _squeezed(name: str) -> str:
    numbers = _numbers(name)
    return MARKS.sub("", "".join(char for n, char in enumerate(name) if n not in numbers))


def _exactly(name: str, squeezed: str) -> Span | None:
    at = squeezed.find(name)
    return (at, at + len(name)) if name and at >= 0 else None


@lru_cache(maxsize=4096)  # each stretch is asked by every measure that lists something
def _numbers(text: str) -> frozenset[int]:
    """The places of quantities: whether those are right is not a question of the list."""
    return frozenset(n for q in quantities(text) for n in range(q.start, q.end))


def _like(name: str, squeezed: str) -> Span | None:
    """Where something very like a longer *name* stands; short ones must stand as they are."""
    if len(name) < 2 * SHORTEST + 1 or len(squeezed) < len(name) // 2:
        return None
    best = partial_ratio_alignment(name, squeezed, score_cutoff=FOUND)
    if best is None or best.dest_end - best.dest_start < len(name) * FOUND // 100:
        return None
    start, end = best.dest_start, best.dest_end
    while squeezed[end - 1] == "\0" or squeezed[end - 1] not in name:
        end -= 1
    while squeezed[start] == "\0" or squeezed[start] not in name:
        start += 1
    return start, end


def _parts(stretch: str, said: Said) -> list[Span]:
    """The things between the marks of a list: opening quotes if it has several, else enumeration commas or commas."""
    mark = "\u201c" if stretch.count("\u201c") > 1 else "[,;:]"
    if said.near:
        mark = any_of([*words()["clauses"]["joints"], "\u3001"])
    edges = [0, *(n for hit in re.finditer(mark, stretch) for n in hit.span()), len(stretch)]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    if len(spans) < TRUSTED and not said.endings:
        return []
    told = words()["lists"]
    trimmed = []
    for span in spans:
        start, end, over = _trim(stretch, span, said, told["opening"], told["closing"])
        if SHORTEST <= end - start <= LONGEST:
            trimmed.append((start, end))
        if over and said.near and trimmed:
            break
    return trimmed


def _trim(
    stretch: str, span: Span, said: Said, opening: Sequence[str], closing: Sequence[str]
) -> tuple[int, int, bool]:
    """Without what leads into the list and out of it, and without marks at its ends; and whether it was the last."""
    start, end = span
    for hit in re.finditer(any_of(opening), stretch[start:end]):
        if span[1] - span[0] - hit.end() >= SHORTEST and span[0] == 0:
            start = span[0] + hit.end()
    if said.endings and (last := list(re.finditer(any_of(said.endings), stretch[start:end]))):
        return start, start + last[0].end(), False
    over = False
    if out := re.search(any_of(closing), stretch[start:end]):
        end, over = start + out.start(), True
    while start < end and MARKS.match(stretch[end - 1]):
        end -= 1
    return start, end, over
