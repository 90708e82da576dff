"""The gap plan: of each clause that lacks something, how much, who does it, until when, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES
from liangxing.register.roles import ROLES
from liangxing.standards.assess import Assessed
from liangxing.standards.book import Clause
from liangxing.standards.gaps import Gap, gaps
from liangxing.standards.models import Undertaking
from liangxing.standards.reminders import examinations
from liangxing.standards.words import said

from .effort import undertakings
from .history import usual_role
from .needs import Need

USUAL = "worker"  # who records where nobody has yet


@dataclass(frozen=True, slots=True)
class Line:
    """A gap with who closes it and by when, and how either is known."""

    gap: Gap
    who: str
    who_ground: str
    by: date
    by_ground: str
    taken: Undertaking | None

    @property
    def asked(self) -> dict[str, int]:
        """What to assume so that the gap would be closed: so many more of each measure."""
        return {need.measure: need.records for need in self.gap.needs if need.measure and need.records}


def plan(community: Community, found: Assessed, today: date) -> list[Line]:
    """The lines of the plan in the order in which they are worth doing."""
    taken = undertakings(community, found.book.key)
    end, ground = _term(community, found, today)
    lines = []
    for gap in gaps(community, found, taken):
        clause = gap.judged.clause
        mine = taken.get(clause.number)
        who, who_ground = _who(community, clause, gap.needs, mine)
        by, by_ground = (mine.due, _("undertaken")) if mine and mine.due else (end, ground)
        if not (mine and mine.due) and clause.by:
            by, by_ground = clause.by, _("the standard says so")
        lines.append(Line(gap, who, who_ground, by, by_ground, mine))
    return lines


def _term(community: Community, found: Assessed, today: date) -> tuple[date, str]:
    """Until when: the next re-examination of an honour that is given by the standard, or the end of the year."""
    if found.book.honours:
        for coming in examinations(community, today):
            if coming.field == found.book.honours:
                return coming.day, _("%s is examined again then") % coming.name
    return date(today.year, 12, 31), _("the end of the year; no day is set")


def _who(community: Community, clause: Clause, lacks: tuple[Need, ...], taken: Undertaking | None) -> tuple[str, str]:
    """A post or an organisation, and how it is known."""
    if taken and (taken.organisation or taken.role):
        return said_of(taken), _("undertaken")
    if answers := said(clause.who):
        return answers, _("the standard says so")
    measure = next((need.measure for need in lacks if need.measure), "")
    role = usual_role(community, MEASURES[measure].counted[0].of) if measure else ""
    if role in ROLES:
        return str(ROLES[role].name), _("records this mostly")
    return str(ROLES[USUAL].name), _("usually records")


def said_of(taken: Undertaking) -> str:
    """Who undertook it, in words."""
    return str(taken.organisation) if taken.organisation else str(ROLES[taken.role].name)
