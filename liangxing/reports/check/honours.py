"""Honours: which are recorded, which stand twice in one list, and which are one honour under two names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from .claims import Claim, Honour, Kind, Recorded, Verdict
from .sentences import Sentences
from .text import Text
from .titles import Title, levelled, titles

SAME = 95  # rapidfuzz's ratio of the cores; from a first trial on one report (a choice, not a norm)
LIKE = 60
MEASURE = "honours.held"


@dataclass(frozen=True, slots=True)
class Match:
    """A title with the honour nearest to it; ``how``: ``same``, ``alias``, ``level`` (another), ``like`` or empty."""

    title: Title
    honour: Honour | None
    how: str


def honours(cut: Sentences, text: Text, recorded: Recorded) -> Iterator[Claim]:
    """A claim for each title of an honour in the text."""
    known = [name for honour in recorded.honours for name in (honour.title, *honour.names)]
    found = [_match(title, recorded.honours) for title in titles(cut, known)]
    for n, match in enumerate(found):
        verdict = _verdict(match, found, n, cut)
        start, end = text.given(match.title.start, match.title.end)
        unknown = match.honour is None or verdict is Verdict.NOT_RECORDED
        yield Claim(
            text=match.title.text, start=start, end=end, kind=Kind.HONOUR, verdict=verdict, measure=MEASURE,
            stated=match.title.text, recorded=None if unknown else match.honour.title,  # type: ignore[union-attr]
            suggestion=match.honour.title if match.honour and verdict is Verdict.DIFFERS else None,
        )  # fmt: skip


def _match(title: Title, known: Sequence[Honour]) -> Match:
    best: tuple[float, Match] = (0, Match(title, None, ""))
    for honour in known:
        for n, name in enumerate((honour.title, *honour.names)):
            best = max(best, _near(title, honour, name, alias=n > 0), key=lambda each: each[0])
    return best[1]


def _near(title: Title, honour: Honour, name: str, *, alias: bool) -> tuple[float, Match]:
    """How near *title* is to one *name* of *honour*: the same level counts before the likeness."""
    score = ratio(title.core, levelled(name)[1])
    level = title.level in ("", honour.level)
    if score > SAME:
        how = ("alias" if alias else "same") if level else "level"
        return (300 if level else 200) + score - alias, Match(title, honour, how)
    if score >= LIKE and level:
        return 100 + score, Match(title, honour, "like")
    return 0, Match(title, None, "")


def _verdict(match: Match, found: Sequence[Match], n: int, cut: Sentences) -> Verdict:
    here = cut.sentence(match.title.start)
    before = [m for m in found[:n] if cut.sentence(m.title.start) == here]
    if any((m.title.level, m.title.core) == (match.title.level, match.title.core) for m in before):
        return Verdict.SAID_TWICE
    others = [m for m in found if m is not match and m.honour is match.honour and m.how == "same"]
    together = any(cut.sentence(m.title.start) == here for m in others)
    if match.how == "same":
        return (
            Verdict.SAID_TWICE
            if any(m.honour is match.honour and m.how == "same" for m in before)
            else Verdict.BORNE_OUT
        )
    if match.how == "alias":
        return Verdict.TWO_NAMES if others else Verdict.BORNE_OUT
    if match.how == "level":
        return Verdict.NOT_RECORDED if others else Verdict.DIFFERS
    if match.how == "like":
        return Verdict.TWO_NAMES if others and not together else Verdict.UNCLEAR
    return Verdict.NOT_RECORDED
