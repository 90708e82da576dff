"""Which measure a number speaks of: its unit is a gate, the nearest noun decides, and some words forbid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from liangxing.kernel.patterns import any_of

from .lexicon import Lexicon
from .quantities import Quantity
from .sentences import Sentences
from .vocabulary import Said
from .words import has, words

# Weights found on a development set (bench/check), not a theory: at NEARNESS characters a noun counts half.
NEARNESS = 8
LONGER = 0.06  # what each further character of a name adds: the longer name is the more exact one
LEAST = 0.3
SURE = 0.45  # under this a difference is not said but asked
MARGIN = 0.15
SHARED = 0.6  # a noun of the clause before that serves this number too: that clause's own has another unit
FROM_BEFORE = 0.4  # a noun of a clause before without a number
REACH = 20  # characters on either side in which a word forbids: a clause may be a list of fifty
TOUCHING = 1 / (1 + 2 / NEARNESS)  # a number without a unit speaks only of a noun that touches it
SPARSE = 4  # characters: a clause that says little else may take its noun from there

Allowed = Callable[[dict[str, float]], dict[str, float]]


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


def bind(quantity: Quantity, cut: Sentences, lexicon: Lexicon) -> Bound | None:
    """The measure of *quantity*, or ``None`` when nothing is near enough."""
    near = surroundings(quantity, cut)
    sparse = len(lexicon.without(near.rest)) <= SPARSE
    named: dict[str, float] = {}
    for key, score in _scores(near, lexicon):
        named[key] = max(score, named.get(key, 0))
    fits = lexicon.fits(quantity.unit) if quantity.unit else {k: Decimal(1) for k, s in named.items() if s >= TOUCHING}

    def allowed(scores: dict[str, float]) -> dict[str, float]:
        told = {key: lexicon.vocabulary[key] for key in scores if key in fits}
        return {
            key: scores[key] for key, said in told.items()
            if not _vetoed(said, near) and not (sparse and _spoken_otherwise(said, quantity, cut))
        }  # fmt: skip

    scores = allowed(named)
    if not scores and (sparse or quantity.unit == "%"):
        scores = _from_before(quantity, cut, lexicon, allowed)
    if not scores and quantity.unit and len(lexicon.without(near.rest)) <= 2:
        scores = allowed({key: 1.0 for key in fits if lexicon.vocabulary[key].alone})
    return _best(scores, fits, quantity, cut, near, lexicon)


def _best(scores: dict[str, float], fits: dict[str, Decimal], quantity: Quantity, cut: Sentences, near: Surroundings,
          lexicon: Lexicon) -> Bound | None:  # fmt: skip
    ranked = sorted(scores.items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < LEAST:
        return None
    (best, score), *others = ranked
    rival = lexicon.vocabulary[others[0][0]] if others and (score - others[0][1]) / score < MARGIN else None
    said = lexicon.vocabulary[best]
    part = not said.some and _of_parts(quantity, cut)
    return Bound(said, fits[best], score, rival, bare=_bare(near, said), part=part)


def _of_parts(quantity: Quantity, cut: Sentences) -> bool:
    return has(cut.text[cut.sentence(quantity.start)[0] : quantity.start], words()["parts"]["opening"])


def _vetoed(said: Said, near: Surroundings) -> bool:
    some = not said.some and has(_without(near.near, said.names), words()["parts"]["words"])
    return some or has(near.near, said.never)


def _spoken_otherwise(said: Said, quantity: Quantity, cut: Sentences) -> bool:
    """Whether the clause before speaks of what *said* never means: of a shelter, and then "its area"."""
    return any(has(cut.text[slice(*span)], said.never) for span in cut.before(quantity.start)[:1])


def _without(text: str, names: tuple[str, ...]) -> str:
    return re.sub(any_of(names), "", text)


def _bare(near: Surroundings, said: Said) -> bool:
    """Whether the clause says the number and its noun, and nothing that could make it a number of some."""
    return len(_without(near.rest, said.names)) <= 2


def _scores(near: Surroundings, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    for side, after in ((near.before, False), (near.after, True)):
        for start, end, said in lexicon.spoken(side):
            gap = start if after else len(side) - end
            yield said.key, (1 + LONGER * (end - start - 2)) / (1 + gap / NEARNESS)


def _from_before(quantity: Quantity, cut: Sentences, lexicon: Lexicon, allowed: Allowed) -> dict[str, float]:
    """Nouns of the clause so far, or of the one before, without those that may belong to a number there."""
    clause = cut.clause(quantity.start)
    for span in ((clause[0], quantity.start), *cut.before(quantity.start)[:1]):
        text, owners = cut.text[slice(*span)], cut.within(span)
        taken = {key for owner in owners for key in lexicon.fits(owner.unit)}
        spoken = (said for _start, _end, said in lexicon.spoken(text) if said.key not in taken)
        found = allowed({s.key: SHARED if owners else FROM_BEFORE for s in spoken if not has(text, s.never)})
        if found:
            return found
    return {}
