"""Which measure a number speaks of: its unit is a gate, the nearest noun decides, and some words forbid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .quantities import Quantity
from .sentences import Sentences
from .vocabulary import Said, Vocabulary
from .words import any_of, has, words

# Weights found on a development set (bench/check), not a theory: at NEARNESS characters a noun counts half.
NEARNESS = 8
LONGER = 0.06  # what each further character of a name adds: the longer name is the more exact one
LEAST = 0.3
SURE = 0.45  # under this a difference is not said but asked
MARGIN = 0.15
SHARED = 0.6  # a noun of the clause before that serves this number too: that clause's own has another unit
FROM_BEFORE = 0.4  # a noun of a clause before without a number
REACH = 20  # characters on either side in which a word forbids: a clause may be a list of fifty
SPARSE = 4  # characters: a clause that says little else may take its noun from there


@dataclass(frozen=True, slots=True)
class Bound:
    """A measure with the factor from the number's unit, and how well it fits; *rival*: the next, if it is as near.

    *bare*: the clause says little else. *part*: the sentence has come to speak of parts of something.
    """

    said: Said
    factor: Decimal
    score: float
    rival: Said | None
    bare: bool
    part: bool

    @property
    def sure(self) -> bool:
        """Whether a difference may be called one."""
        return self.rival is None and self.score >= SURE and not self.part


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands before and after a number, up to the next number or the end of the clause; and close to it."""

    before: str
    after: str
    near: str

    @property
    def rest(self) -> str:
        """Both sides without words that add nothing."""
        return re.sub(f'{_idle()}|[\u201c\u201d"()\\s:*\u3001]', "", self.before + self.after)


@cache
def _idle() -> str:
    return any_of([*words()["clauses"]["only"], *words()["clauses"]["joints"]])


def surroundings(quantity: Quantity, cut: Sentences) -> Surroundings:
    """The two sides of *quantity*; between two numbers a joint such as "and" is the border."""
    start, end = cut.clause(quantity.start)
    for other in cut.within((start, end)):
        if other.end <= quantity.start:
            start = other.end + _joint(cut.text[other.end : quantity.start])[1]
        elif other.start >= quantity.end:
            end = quantity.end + _joint(cut.text[quantity.end : other.start])[0]
            break
    first, last = cut.clause(quantity.start)
    near = cut.text[max(first, quantity.start - REACH) : min(last, quantity.end + REACH)]
    return Surroundings(cut.text[start : quantity.start], cut.text[quantity.end : end], near)


def _joint(between: str) -> tuple[int, int]:
    """Where the left number's side ends and the right one's begins; without a joint, both may have all of it."""
    hit = re.search(any_of(words()["clauses"]["joints"]), between)
    return hit.span() if hit else (len(between), 0)


def bind(quantity: Quantity, cut: Sentences, vocabulary: Vocabulary) -> Bound | None:
    """The measure of *quantity*, or ``None`` when nothing is near enough."""
    near = surroundings(quantity, cut)
    scores: dict[str, float] = {}
    for said, score in _scores(near, vocabulary):
        scores[said.key] = max(score, scores.get(said.key, 0))
    if not scores and len(near.rest) <= SPARSE:
        scores = _from_before(quantity, cut, vocabulary)
    fits = {key: factor for key in vocabulary if (factor := _factor(vocabulary[key], quantity, scores)) is not None}
    scores = {key: score for key, score in scores.items() if key in fits and not _vetoed(vocabulary[key], near)}
    if not scores and quantity.unit and len(_without(near.rest, _all_names(vocabulary))) <= 2:
        scores = {s.key: 1.0 for s in vocabulary.values() if s.alone and s.key in fits and not _vetoed(s, near)}
    ranked = sorted(scores.items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < LEAST:
        return None
    (best, score), *others = ranked
    rival = vocabulary[others[0][0]] if others and (score - others[0][1]) / score < MARGIN else None
    said = vocabulary[best]
    return Bound(
        said, fits[best], score, rival, bare=_bare(near, said), part=not said.some and _of_parts(quantity, cut)
    )


def _all_names(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(name for said in vocabulary.values() for name in said.names)


def _of_parts(quantity: Quantity, cut: Sentences) -> bool:
    return has(cut.text[cut.sentence(quantity.start)[0] : quantity.start], words()["parts"]["opening"])


def _factor(said: Said, quantity: Quantity, scores: dict[str, float]) -> Decimal | None:
    """The gate; a number without a unit passes when its noun touches it."""
    if not quantity.unit:
        return Decimal(1) if scores.get(said.key, 0) >= 1 / (1 + 2 / NEARNESS) else None
    return said.factor(quantity.unit)


def _vetoed(said: Said, near: Surroundings) -> bool:
    some = not said.some and has(_without(near.near, said.names), words()["parts"]["words"])
    return some or has(near.near, said.never)


def _without(text: str, names: tuple[str, ...]) -> str:
    return re.sub(any_of(names), "", text)


def _bare(near: Surroundings, said: Said) -> bool:
    """Whether the clause says the number and its noun, and nothing that could make it a number of some."""
    return len(_without(near.rest, said.names)) <= 2


def _scores(near: Surroundings, vocabulary: Vocabulary) -> Iterator[tuple[Said, float]]:
    for side, after in ((near.before, False), (near.after, True)):
        found = [(said, start, end) for said in vocabulary.values() for start, end in _names(side, said)]
        for said, start, end in found:
            if any(s <= start and end <= e and e - s > end - start for _other, s, e in found):
                continue
            gap = start if after else len(side) - end
            yield said, (1 + LONGER * (end - start - 2)) / (1 + gap / NEARNESS)


def _names(side: str, said: Said) -> Iterator[tuple[int, int]]:
    """Where names of *said* stand in *side*."""
    for name in said.names:
        for hit in re.finditer(re.escape(name), side):
            yield hit.span()


def _from_before(quantity: Quantity, cut: Sentences, vocabulary: Vocabulary) -> dict[str, float]:
    """Nouns of the clause before, without those that may belong to a number there."""
    for span in cut.before(quantity.start)[:1]:
        text, owners = cut.text[slice(*span)], cut.within(span)
        free = [s for s in vocabulary.values() if all(s.factor(other.unit) is None for other in owners)]
        spoken = (s for s in free if any(_names(text, s)) and not has(text, s.never))
        return {s.key: SHARED if owners else FROM_BEFORE for s in spoken}
    return {}
