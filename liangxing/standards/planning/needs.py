"""What a test still needs, in words and in records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.quantity import say
from liangxing.measures.folds import Different, Rows, Value
from liangxing.measures.measure import MEASURES, Measure, Ratio
from liangxing.standards.assess import Got, Judged, Tested
from liangxing.standards.rules import Finding, lacking


@dataclass(frozen=True, slots=True)
class Need:
    """What is missing, in words; ``records``: how many of which measure, when that can be counted.

    Fewer than none: so many have to be settled or ended.
    """

    words: str
    measure: str = ""
    records: int | None = None

    def __str__(self) -> str:
        return self.words


def needs(judged: Judged, got: Got) -> list[Need]:
    """What the clause still needs, by the figures that were *got*."""
    language = nearest(get_language())
    if not judged.tested:
        return [Need(judged.clause.needs.get(language, ""))]
    return [_need(t, language, got[t.test.span]) for t in judged.tested if t.finding is not Finding.MET]


def _need(tested: Tested, language: str, got: Mapping[str, Value]) -> Need:
    asked = MEASURES[tested.test.measure]
    counted = asked.counted[0]
    records = _records(tested, asked, got)
    if tested.exact is None:
        return Need(_("%s: nothing is recorded yet.") % asked.title, counted.key, records)
    told = {"title": asked.title, "now": say(tested.value, asked.unit, language)}
    gap = lacking(tested.test.rule, tested.exact, tested.test.numbers)
    if isinstance(asked, Ratio) and records:
        more = {**told, "more": say(records, counted.unit, language), "of": counted.title}
        return Need(_("%(title)s is %(now)s: “%(of)s” needs %(more)s more.") % more, counted.key, records)
    if gap is None or asked.unit in ("1", "Cel") or "." in str(gap):
        return Need(_("%(title)s is %(now)s: not what is asked.") % told, counted.key, records)
    words = _("%(title)s is %(now)s: %(more)s more.") if gap > 0 else _("%(title)s is %(now)s: %(more)s too many.")
    return Need(words % {**told, "more": say(abs(gap), asked.unit, language)}, counted.key, records)


def _records(tested: Tested, asked: Measure | Ratio, got: Mapping[str, Value]) -> int | None:
    """How many records would do; one, where a single telling settles it; ``None`` where nobody can say."""
    rule, numbers = tested.test.rule, tested.test.numbers
    if isinstance(asked, Ratio):
        whole, part = got.get(asked.whole), got.get(asked.part)
        if not whole or rule not in ("at_least", "more_than", "equal"):
            return None
        return _short(rule, Fraction(part or 0), numbers[0] * Fraction(whole))
    if not isinstance(asked.fold, Rows | Different):
        return 1 if tested.exact is None else None
    if rule == "reported":
        return 1
    if tested.exact is None and rule in ("at_most", "less_than"):
        return 1
    short = _short(rule, tested.exact or Fraction(0), numbers[0])
    return short if tested.exact is not None else max(1, short)


def _short(rule: str, value: Fraction, asked: Fraction) -> int:
    if rule == "more_than":
        return floor(asked) + 1 - ceil(value)
    return ceil(asked - value) if value < asked else floor(asked - value)
