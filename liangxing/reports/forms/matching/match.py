"""What a cell of a form asks for: a figure, a fact, or something that only a person can say."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from liangxing.measures.measure import MEASURES, Ended, Flow
from liangxing.reports.forms.models import FormField
from liangxing.reports.forms.reading.wanted import Wanted
from liangxing.reports.forms.reading.words import simple

from .labels import bare, days_of, neutral, texts, ways
from .names import names
from .units import code_of, fits

NEAR = 60  # of 100: names less alike than this are not even offered
OFFERED = 6


@dataclass(frozen=True, slots=True)
class Match:
    """What a cell was understood to ask for. ``offered``: other figures by key, the likeliest first."""

    source: str
    key: str = ""
    over: str = FormField.Over.UNTIL
    unit: str = ""
    offered: tuple[str, ...] = ()
    doubt: bool = False


def match(wanted: Wanted) -> Match:
    """What *wanted* asks for; a label that may mean two things, or stands below another matter, is in doubt."""
    every = texts(wanted)
    sure, doubt = list[str](), False
    for text in every:
        if (fact := _fact(text)) and not wanted.unit:
            return Match(FormField.Source.FACT, fact)
        for way, unit in ways(text):
            found = _figures(way, wanted, wanted.unit or unit)
            if not found:
                continue
            doubt = len(found) > 1 or (bare(way) and text == every[0] and not neutral(wanted.section))
            sure = found
            break
        if sure and not doubt:
            return _measure(sure[0], wanted)
    offered = tuple(dict.fromkeys([*sure, *_alike(every[0], wanted)]))[:OFFERED] if every else ()
    return Match(FormField.Source.ANSWER, offered=offered, doubt=doubt)


def _fact(text: str) -> str:
    told = names().facts
    return next((told[way] for way, _unit in ways(text)[:1] if way in told), "") or told.get(simple(text), "")


def _figures(way: str, wanted: Wanted, unit: str) -> list[str]:
    """The figures that a text means, as far as their units fit and no word says that something else is meant."""
    whole = simple("".join((wanted.section, *wanted.parts)))
    found = [key for key in names().measures.get(way, ()) if fits(key, unit) and not _never(key, whole, way)]
    counted = [key for key in found if MEASURES[key].unit.startswith("{")]
    found = counted if not unit and counted else found
    own = [key for key in found if key in names().own.get(way, ())]
    return sorted(own or found)


def _never(key: str, whole: str, way: str) -> bool:
    said = names().said.get(key)
    return said is not None and any(word in whole and word not in way for word in said.never)


def _measure(key: str, wanted: Wanted) -> Match:
    flow = isinstance(MEASURES[key], Flow | Ended)
    over = days_of(wanted) or ("period" if flow else "until")
    if not flow and over == "period":
        over = "until"
    return Match(FormField.Source.MEASURE, key, over, code_of(key, wanted.unit), _alike(texts(wanted)[0], wanted))


def _alike(text: str, wanted: Wanted) -> tuple[str, ...]:
    """Figures whose names are like *text* and whose units fit, for a person to choose from."""
    near = process.extract(text, list(names().measures), scorer=fuzz.ratio, score_cutoff=NEAR, limit=2 * OFFERED)
    keys = [key for name, _score, _n in near for key in sorted(names().measures[name]) if fits(key, wanted.unit)]
    return tuple(dict.fromkeys(keys))[:OFFERED]


def label_of(wanted: Wanted) -> str:
    """The label as it is kept: two that are alike are told apart by their headings."""
    return " ".join(wanted.label.split()).rstrip(":\uff1a ")[:200]
