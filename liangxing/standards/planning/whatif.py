"""What would be if: assumed figures, never written, and what a standard would find by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from liangxing.kernel.quantity import number
from liangxing.measures.figures import divided
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES, Measure, Ratio
from liangxing.standards.assess import Assessed, Got, Judged, Tested, judged_by
from liangxing.standards.points import Score, score
from liangxing.standards.rules import Finding

MORE = "more."  # before the key of a measure, in the address
MOST = Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class Assumption:
    """So many ``more`` of a measure than is recorded ``now``; ``typed`` and ``wrong`` when it could not be read."""

    measure: Measure
    now: Value
    more: Decimal
    typed: str
    wrong: str
    open: bool

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{MORE}{self.measure.key}"

    @property
    def then(self) -> Value:
        """The assumed figure: never below nothing."""
        return assumed(self.now, self.more)


@dataclass(frozen=True, slots=True)
class Turn:
    """A clause, and what it would find by the assumed figures."""

    judged: Judged
    tested: tuple[Tested, ...]
    then: Finding

    @property
    def changes(self) -> bool:
        """Whether it would find something else."""
        return self.then is not self.judged.finding


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would be: the assumptions, each clause, and points and level now and then."""

    assumptions: tuple[Assumption, ...]
    turns: tuple[Turn, ...]
    now: Score | None
    then: Score | None

    @property
    def assumed(self) -> list[Assumption]:
        """The assumptions that were made."""
        return [each for each in self.assumptions if each.more]

    @property
    def turned(self) -> list[Turn]:
        """The clauses that would find something else."""
        return [turn for turn in self.turns if turn.changes]


def what_if(found: Assessed, told: Mapping[str, str]) -> WhatIf:
    """What *found* would be with what *told*, the query of the page, assumes. Nothing is written."""
    assumptions = tuple(_assumptions(found, told))
    more = {each.measure.key: each.more for each in assumptions if each.more}
    clauses = [judged.clause for judged in found.judged]
    turned = judged_by(clauses, _with(found.got, more))
    turns = tuple(Turn(j, tested, then) for j, (tested, then) in zip(found.judged, turned, strict=True))
    now = score(found.book, ((j.clause, j.finding) for j in found.judged))
    return WhatIf(assumptions, turns, now, score(found.book, ((t.judged.clause, t.then) for t in turns)))


def assumed(now: Value, more: Decimal) -> Value:
    """*now* and so many *more*: what is unknown counts from nothing once something is assumed of it."""
    if not more:
        return now
    then = max(Decimal(0), Decimal(now or 0) + more)
    return int(then) if then == then.to_integral_value() else then


def _assumptions(found: Assessed, told: Mapping[str, str]) -> list[Assumption]:
    """One for each figure that is counted: first of clauses that are not met, then of the others."""
    made: dict[str, Assumption] = {}
    for is_open in (True, False):
        for judged in found.judged:
            if (judged.finding is not Finding.MET) is not is_open:
                continue
            for tested in judged.tested:
                for m in MEASURES[tested.test.measure].counted:
                    if m.key not in made:
                        typed = told.get(f"{MORE}{m.key}", "").strip()
                        more, wrong = _read(typed)
                        now = found.got[tested.test.span][m.key]
                        made[m.key] = Assumption(m, now, more, typed, wrong, is_open)
    return list(made.values())


def _read(typed: str) -> tuple[Decimal, str]:
    """The number that was *typed*, or what is wrong with it."""
    try:
        more = Decimal(typed.replace(",", "") or 0)
    except InvalidOperation:
        return Decimal(0), _("This is no number: write 3, or -2 for two fewer.")
    if not more.is_finite() or abs(more) > MOST:
        return Decimal(0), _("This is more than %(most)s.") % {"most": number(MOST)}
    return more, ""


def _with(got: Got, more: Mapping[str, Decimal]) -> Got:
    """The figures with what is assumed; shares are divided anew, and a part is never more than its whole."""
    return {span: _span(figures, more) for span, figures in got.items()}


def _span(figures: Mapping[str, Value], more: Mapping[str, Decimal]) -> dict[str, Value]:
    counted = {
        key: assumed(value, more.get(key, Decimal(0)))
        for key, value in figures.items()
        if not isinstance(MEASURES[key], Ratio)
    }
    for key in figures:
        ratio = MEASURES[key]
        if isinstance(ratio, Ratio):
            part, whole = counted[ratio.part], counted[ratio.whole]
            if ratio.unit == "1" and part is not None and whole is not None and more.keys() & {ratio.part, ratio.whole}:
                counted[ratio.part] = min(part, whole)
    return divided(list(figures), counted)
