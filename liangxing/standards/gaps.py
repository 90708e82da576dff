"""What to do next: the clauses that are not met, what each still needs, the most points for the least effort first."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.quantity import say
from liangxing.measures.measure import MEASURES

from .assess import Assessed, Judged, Tested
from .rules import Finding, lacking


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause that is not met, and what it still needs, in words."""

    judged: Judged
    needs: tuple[str, ...]


def gaps(found: Assessed) -> list[Gap]:
    """Clauses not met or unknown, in the order in which they are worth doing: points for each minute of effort."""
    open_ones = [j for j in found.judged if j.finding is not Finding.MET and j.clause.status != "hole"]
    open_ones.sort(key=lambda j: -(j.clause.points or 1) / j.clause.effort_min)
    return [Gap(j, tuple(_needs(j))) for j in open_ones]


def _needs(judged: Judged) -> list[str]:
    language = nearest(get_language())
    if not judged.tested:
        return [judged.clause.needs.get(language, "")]
    return [_need(t, language) for t in judged.tested if t.finding is not Finding.MET]


def _need(tested: Tested, language: str) -> str:
    measure = MEASURES[tested.test.measure]
    if tested.exact is None:
        return _("%s: nothing is recorded yet.") % measure.title
    told = {"title": measure.title, "now": say(tested.value, measure.unit, language)}
    gap = lacking(tested.test.rule, tested.exact, tested.test.numbers)
    if gap is None or measure.unit in ("1", "Cel") or "." in str(gap):
        return _("%(title)s is %(now)s: not what is asked.") % told
    more = say(abs(gap), measure.unit, language)
    words = _("%(title)s is %(now)s: %(more)s more.") if gap > 0 else _("%(title)s is %(now)s: %(more)s too many.")
    return words % {**told, "more": more}
