"""Holding a standard against the records of a community, as of a day; and freezing what was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.measures.figures import figures
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.records.actions import write, write_many

from .book import Book, Clause, Test
from .models import Assessment, ClauseFinding
from .reading import books
from .rules import Finding, judge, together


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
    """A standard held against the records: every clause in force on the day."""

    book: Book
    day: date
    known_at: datetime
    judged: tuple[Judged, ...]

    def counts(self) -> dict[str, int]:
        """How many clauses are met, unmet, unknown."""
        found = Counter(j.finding.value for j in self.judged)
        return {finding.value: found[finding.value] for finding in Finding}

    @property
    def late(self) -> int:
        """Records behind the findings that were entered after the day looked at."""
        return sum(j.late for j in self.judged)


def assess(community: Community, key: str, day: date, known_at: datetime | None = None) -> Assessed:
    """Judge the clauses of the standard *key* in force on *day*, by what was known at *known_at* (by default, now)."""
    if key not in books():
        raise Refused(
            _("There is no standard %(key)s; there are: %(known)s.") % {"key": key, "known": ", ".join(books())}
        )
    book, moment = books()[key], known_at or now()
    clauses = book.in_force(day)
    exact = _figures(community, [t for c in clauses for t in c.tests], day, moment)
    end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(settings.TIME_ZONE))
    judged = []
    for clause in clauses:
        tested = tuple(Tested(t, *exact[t], judge(t.rule, exact[t][0], t.numbers)) for t in clause.tests)
        late = sum(_late(community, t, day, moment, end) for t in clause.tests)
        judged.append(Judged(clause, tested, together([t.finding for t in tested]), late))
    return Assessed(book, day, moment, tuple(judged))


Exact = dict[Test, tuple[Fraction | None, Value]]


def _figures(community: Community, tests: list[Test], day: date, known_at: datetime) -> Exact:
    """The figure of each test, exact: a share is a fraction, for two thirds have no last digit."""
    by_span: dict[str, list[Test]] = {}
    for test in tests:
        by_span.setdefault(test.span, []).append(test)
    found: Exact = {}
    for some in by_span.values():
        keys = {m.key for t in some for m in MEASURES[t.measure].counted} | {t.measure for t in some}
        got = figures(sorted(keys), community, some[0].period(day), known_at)
        found |= {t: (_exact(t.measure, got), got[t.measure]) for t in some}
    return found


def _exact(key: str, got: dict[str, Value]) -> Fraction | None:
    measure = MEASURES[key]
    if not isinstance(measure, Ratio):
        value = got[key]
        return None if value is None else Fraction(value)
    part, whole = got[measure.part], got[measure.whole]
    return Fraction(part) / Fraction(whole) if part is not None and whole else None


def _late(community: Community, test: Test, day: date, known_at: datetime, end: datetime) -> int:
    """Records behind a test that were recorded after *end*: entered late, and said so."""
    rows = (m.rows(community, test.period(day), known_at) for m in MEASURES[test.measure].counted)
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
