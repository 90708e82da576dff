"""Whether a figure may stand where a form asks for a unit, and which unit of ours that is."""

from __future__ import annotations

from liangxing.kernel.quantity import units
from liangxing.measures.measure import MEASURES
from liangxing.reports.forms.reading.words import unit_words

from .names import names

COUNTED_OTHERWISE = {"{person}", "{household}", "{attendance}"}
SORTS = {
    "people": {"{person}", "{attendance}"},
    "households": {"{household}"},
    "attendances": {"{attendance}", "{visit}"},
}


def fits(key: str, word: str) -> bool:
    """Whether the figure *key* is told in what the *word* of a form says; any word does when none is told."""
    if not word:
        return True
    ours, sort = MEASURES[key].unit, unit_words().get(word, "")
    if key in names().said and word in names().said[key].units:
        return True
    if sort == "counters":
        return ours.startswith("{") and ours not in COUNTED_OTHERWISE
    if sort in SORTS:
        return ours in SORTS[sort]
    return sort in units() and units()[sort].of == units()[ours].of


def code_of(key: str, word: str) -> str:
    """The unit in which the form wants the figure *key*, when that is another than the figure's own; else empty."""
    code = unit_words().get(word, "")
    return code if code in units() and code != MEASURES[key].unit and fits(key, word) else ""
