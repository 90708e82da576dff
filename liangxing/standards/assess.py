"""Holding a standard against the records of a community, as of a day; and freezing what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.ledger.remember import until_next_act, until_told_of
from liangxing.measures.figures import figures, kinds_of
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.records.actions import write, write_many

from .book import Book, Clause, Test
from .models import Assessment, ClauseFinding
from .rules import Finding, judge, together
from .shelf import shelf

Got = dict[str, dict[str, Value]]  # for each span, the figures of measures, and of both sides of ratios


@dataclass(frozen=True, slots=True)
class Tested:
    """One test of a clause: the figure, exact and as shown, and what it found."""

    test: Test
    exact: Fraction | None
    value: Value
    finding: Finding

    @property
    def exact_unit(self) -> str:
        """The unit of the figure."""
        return MEASURES[self.test.measure].unit


@dataclass(frozen=True, slots=True)
class Judged:
    """A clause in force, what its tests found, and how many records behind them were entered after the day."""

    clause: Clause
    tested: tuple[Tested, ...]
    finding: Finding
    late: int


@dataclass(frozen=True, slots=True)
class Assessed:
    """A standard held against the records: every clause in force on the day, and the figures that were *got*."""

    book: Book
    day: date
    known_at: datetime
    judged: tuple[Judged, ...]
    got: Got

    def counts(self) -> dict[str, int]:
        """How many clauses are met, unmet, unknown."""
        found = Counter(j.finding.value for j in self.judged)
        return {finding.value: found[finding.value] for finding in Finding}

    @property
    def late(self) -> int:
        """Records behind the findings that were entered after the day looked at."""
        return sum(j.late for j in self.judged)


def assess(community: Community, key: str, day: date, known_at: datetime | None = None) -> Assessed:
    """Judge the clauses of the standard *key* in force on *day*, by what was known at *known_at* (by default, now).

    What is to be kept and repeated is asked with its moment: without one, an act may come between two figures.
    """
    some = shelf(community)
    if key not in some:
        raise Refused(_("There is no standard %(key)s; there are: %(known)s.") % {"key": key, "known": ", ".join(some)})
    book, moment = some[key], known_at or now()
    return Assessed(book, day, moment, *judge_clauses(community, book.in_force(day), day, known_at))


assessed = until_next_act(assess)  # for pages: the same answer until something is kept


def judge_clauses(
    community: Community, clauses: Sequence[Clause], day: date, known_at: datetime | None
) -> tuple[tuple[Judged, ...], Got]:
    """What each of *clauses* finds as of *day*, whether it was in force then or not; and the figures behind it."""
    got = figures_behind(community, clauses, day, known_at)
    end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(settings.TIME_ZONE))
    found = []
    for clause, (tested, finding) in zip(clauses, judged_by(clauses, got), strict=True):
        late = sum(_late(community, t.measure, t.period(day), known_at, end) for t in clause.tests)
        found.append(Judged(clause, tested, finding, late))
    return tuple(found), got


def figures_behind(community: Community, clauses: Sequence[Clause], day: date, known_at: datetime | None) -> Got:
    """Every figure that the tests of *clauses* ask for."""
    by_span: dict[str, list[Test]] = {}
    for test in (t for clause in clauses for t in clause.tests):
        by_span.setdefault(test.span, []).append(test)
    found: Got = {}
    for span, some in by_span.items():
        keys = {m.key for t in some for m in MEASURES[t.measure].counted} | {t.measure for t in some}
        found[span] = figures(sorted(keys), community, some[0].period(day), known_at)
    return found


def judged_by(clauses: Sequence[Clause], got: Got) -> Iterator[tuple[tuple[Tested, ...], Finding]]:
    """What each of *clauses* finds when the figures are those that were *got*."""
    for clause in clauses:
        tested = []
        for test in clause.tests:
            exact = _exact(test.measure, got[test.span])
            tested.append(Tested(test, exact, got[test.span][test.measure], judge(test.rule, exact, test.numbers)))
        yield tuple(tested), together([t.finding for t in tested])


def _exact(key: str, got: dict[str, Value]) -> Fraction | None:
    """The figure, exact: a share is a fraction, for two thirds have no last digit."""
    measure = MEASURES[key]
    if not isinstance(measure, Ratio):
        value = got[key]
        return None if value is None else Fraction(value)
    part, whole = got[measure.part], got[measure.whole]
    return Fraction(part) / Fraction(whole) if part is not None and whole else None


@until_told_of(kinds_of)
def _late(community: Community, measure: str, period: Period, known_at: datetime | None, end: datetime) -> int:
    """Records behind a figure that were recorded after *end*: entered late, and said so."""
    rows = (m.rows(community, period, known_at) for m in MEASURES[measure].counted)
    return sum(some.filter(recorded_at__gte=end).count() for some in rows)


def freeze(found: Assessed, *, community: Community, by: str) -> Assessment:
    """Keep what was *found*, in one act."""
    with act("standards.assess", community=community, by=by):
        kept = write(
            Assessment(standard=found.book.key, day=found.day, known_at=found.known_at), community=community, by=by
        )
        findings = [
            ClauseFinding(
                assessment=kept, number=j.clause.number, finding=j.finding.value, value=_said(j), day=found.day
            )
            for j in found.judged
        ]
        write_many(findings, community=community, by=by)
    return kept


def _said(judged: Judged) -> str:
    return "; ".join(str(t.exact) for t in judged.tested if t.exact is not None)


def still_as_found(kept: Assessment) -> bool:
    """Whether judging again, by what was known then, finds what was kept."""
    again = assess(kept.community, kept.standard, kept.day, kept.known_at)
    said = ClauseFinding.objects.filter(assessment=kept.fact).values_list("number", "finding", "value")
    return {*said} == {(j.clause.number, j.finding.value, _said(j)) for j in again.judged}
