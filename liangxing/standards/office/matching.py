"""Which figure a clause speaks of: suggested by the words they share, and never taken without being looked at."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import override

from liangxing.kernel.language import CHINESE, ENGLISH
from liangxing.kernel.quantity import units
from liangxing.measures.measure import MEASURES
from liangxing.measures.said import in_texts

from .thresholds import half

OFFERED = 3  # suggestions for one clause
FAINT = 0.06  # a likeness below it is chance
NAMED, DEFINED = 2.0, 0.6  # how much a pair of characters weighs in a figure's names, and in its definition
WHOLE_NAME = 0.35  # what a name that stands whole in the clause adds
UNIT = 0.08  # what the same unit adds


@dataclass(frozen=True, slots=True)
class _Figure:
    """A measure as words: its names, the weight of each pair of characters, and the words of its unit."""

    names: tuple[str, ...]
    pairs: Mapping[str, float]
    units: tuple[str, ...]


def suggested(text: str, unit: str = "") -> list[str]:
    """The keys of the measures that *text* may speak of, the likeliest first; none when all are faint."""
    plain = half(text)
    mine = Counter(_pairs(plain))
    scored = sorted(((_score(plain, mine, unit, f), key) for key, f in _figures().items()), reverse=True)
    return [key for score, key in scored[:OFFERED] if score >= FAINT]


def _score(text: str, mine: Counter[str], unit: str, figure: _Figure) -> float:
    rare = _rareness()
    shared = sum(figure.pairs[pair] * rare[pair] for pair in mine if pair in figure.pairs)
    length = math.sqrt(sum((weight * rare[pair]) ** 2 for pair, weight in figure.pairs.items())) or 1.0
    asked = math.sqrt(sum(rare.get(pair, 0.0) ** 2 for pair in mine)) or 1.0
    score = shared / (length * asked) if length and asked else 0.0
    longest = max((len(name) for name in figure.names if name in text), default=0)
    score += WHOLE_NAME * min(1.0, longest / 6)
    return score + (UNIT if unit and unit in figure.units and score >= FAINT else 0.0)


def _pairs(text: str) -> list[str]:
    """Two characters of Chinese, or a word of another script."""
    found = re.findall(r"[a-z]{3,}", text)
    for run in re.findall(r"[^\W\d_a-z]+", text):
        found += [run[n : n + 2] for n in range(len(run) - 1)]
    return found


@cache
def _figures() -> dict[str, _Figure]:
    found = {}
    for key, measure in MEASURES.items():
        names: list[str] = list(in_texts().get(key, {}).get("names", ()))
        defined, words = [], list(in_texts().get(key, {}).get("units", ()))
        for language in (CHINESE, ENGLISH):
            with override(language):
                names.append(str(measure.title))
                defined.append(str(measure.says))
            words.append(units()[measure.unit].words[language])
        weights: dict[str, float] = {pair: DEFINED for text in defined for pair in _pairs(half(text))}
        weights |= {pair: NAMED for name in names for pair in _pairs(half(name))}
        plain = tuple(dict.fromkeys(half(name) for name in names if len(name) > 1))
        found[key] = _Figure(plain, weights, tuple(w for w in words if w))
    return found


@cache
def _rareness() -> dict[str, float]:
    """How much a pair says: the fewer figures have it, the more."""
    seen: Counter[str] = Counter(pair for figure in _figures().values() for pair in figure.pairs)
    return {pair: math.log(1 + len(_figures()) / n) for pair, n in seen.items()}


def called(key: str) -> str:
    """How a measure stands in a table: its title, and its key in brackets."""
    return f"{MEASURES[key].title} [{key}]"


def named(text: str) -> str:
    """The key of the measure that *text* names: by its key, in brackets or alone, or by its title; else empty."""
    plain = text.strip()
    if found := re.search(r"\[([\w.]+)\]\s*$", plain):
        plain = found[1]
    if plain in MEASURES:
        return plain
    same = [key for key, figure in _figures().items() if half(plain) in figure.names]
    return same[0] if len(same) == 1 else ""
