"""Every name under which forms and texts ask for a figure or a fact of the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import override

from liangxing.kernel.language import CHINESE
from liangxing.measures.measure import MEASURES
from liangxing.measures.said import in_texts
from liangxing.reports.check.vocabulary import Said, vocabulary
from liangxing.reports.forms.reading.words import simple, stripped, words


@dataclass(frozen=True, slots=True)
class Names:
    """``measures`` and ``facts``: from a comparable name to the keys that it may mean; ``said``: how texts say it.

    ``own``: what forms of departments mean by a name that has several meanings elsewhere.
    """

    measures: Mapping[str, frozenset[str]]
    own: Mapping[str, frozenset[str]]
    facts: Mapping[str, str]
    said: Mapping[str, Said]


@cache
def names() -> Names:
    """All names: the titles of measures, the words of texts (``said.toml``) and those of forms (``words.toml``)."""
    told_of = vocabulary(in_texts(), {key: m.unit for key, m in MEASURES.items()})
    found: dict[str, set[str]] = {}
    with override(CHINESE):
        titles = {key: str(m.title) for key, m in MEASURES.items()}
    for key in MEASURES:
        told = told_of[key].names if key in told_of else ()
        for name in (titles[key], *told, *words()["measures"].get(key, ())):
            found.setdefault(stripped(name), set()).add(key)
    own: dict[str, set[str]] = {}
    for key, some in words()["measures"].items():
        for name in some:
            own.setdefault(stripped(name), set()).add(key)
    facts = {stripped(name): key for key, some in words()["facts"].items() for name in some}
    facts |= {simple(name): key for key, some in words()["facts"].items() for name in some}
    return Names(_frozen(found), _frozen(own), facts, told_of)


def _frozen(found: dict[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(keys) for name, keys in found.items()}
