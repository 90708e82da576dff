"""Things under names of their own, such as unions and party branches, and the days on which they began."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from .claims import Claim, Kind, Named, Recorded, Verdict
from .dates import dates, iso
from .firms import NEARLY, core, ended, nearest
from .sentences import Sentences
from .text import Text
from .vocabulary import Vocabulary
from .words import has, words

Span = tuple[int, int]


def named(
    cut: Sentences, text: Text, vocabulary: Vocabulary, recorded: Recorded, writing: Sequence[date]
) -> Iterator[Claim]:
    """A claim for each name, and one for each day on which something of that name is said to have begun."""
    met: dict[Span, Named] = {}
    for row in recorded.named:
        short = core(row.name)
        for hit in re.finditer(rf"[*\u00d7]*(?:{re.escape(row.name)}|{re.escape(short)})", cut.text):
            met[hit.span()] = row
    for span, row in met.items():
        yield _claim(text, cut.text, span, Kind.NAME, Verdict.BORNE_OUT, row.measure, None, row.name)
        yield from _begun(span, row, cut, text, writing)
    for measure, span in _others(cut, vocabulary, recorded, list(met)):
        name, like = nearest(cut.text[slice(*span)], (row.name for row in recorded.named if row.measure == measure))
        doubt = like >= NEARLY
        verdict = Verdict.UNCLEAR if doubt else Verdict.NOT_RECORDED
        yield _claim(text, cut.text, span, Kind.NAME, verdict, measure, None, name if doubt else None)


def _claim(text: Text, read: str, span: Span, kind: Kind, verdict: Verdict, measure: str, stated: str | None,
           ours: str | None) -> Claim:  # fmt: skip
    start, end = text.given(*span)
    words_read = read[slice(*span)]
    return Claim(text=words_read, start=start, end=end, kind=kind, verdict=verdict, measure=measure,
                 stated=stated or words_read, recorded=ours)  # fmt: skip


def _begun(span: Span, row: Named, cut: Sentences, text: Text, writing: Sequence[date]) -> Iterator[Claim]:
    """The nearest date of the sentence, where it says that something began."""
    first, last = cut.sentence(span[0])
    near = [d for d in dates(cut.text[first:last], writing) if abs(first + d.start - span[0]) <= 2 * NEARLY]
    if not near or not has(cut.text[first:last], words()["dates"]["begun"]):
        return
    dated = min(near, key=lambda d: min(abs(first + d.end - span[0]), abs(first + d.start - span[1])))
    place = (first + dated.start, first + dated.end)
    met = [period for period in dated.periods if row.day is not None and row.day in period]
    verdict = Verdict.BORNE_OUT if met else Verdict.DIFFERS if row.day else Verdict.NOT_RECORDED
    ours = row.day.isoformat() if row.day else None
    claim = _claim(text, cut.text, place, Kind.DATE, verdict, row.measure, iso((met or dated.periods)[0]), ours)
    told = words()["dates"]
    month = f"{row.day.year}{told['year']}{row.day.month}{told['month']}" if row.day else None
    yield replace(claim, suggestion=month) if verdict is Verdict.DIFFERS else claim


def _others(cut: Sentences, vocabulary: Vocabulary, recorded: Recorded, met: list[Span]) -> Iterator[tuple[str, Span]]:
    """Names that nobody recorded; the end of a recorded name alone is a word for its sort, and no name."""
    for said in vocabulary.values():
        if not said.named:
            continue
        for start, end in ended(cut.text, said.endings):
            name = cut.text[start:end]
            general = any(row.name.endswith(name) for row in recorded.named) or name in (*said.names, *said.endings)
            if not general and not any(start < e and s < end for s, e in met):
                yield said.key, (start, end)
