"""Before an honour is examined again: six months, three months and one month before, with what is still lacking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from liangxing.kernel.period import months_after
from liangxing.ledger.models import Community
from liangxing.rooms.honours.models import Examination, Honour

from .assess import Assessed, assessed
from .shelf import shelf
from .words import said

STAGES_MONTHS = (1, 3, 6)  # the nearest first


@dataclass(frozen=True, slots=True)
class Coming:
    """An honour and the day on which it is examined again: as it was ``announced``, or else when it ends."""

    honour: UUID
    name: str
    field: str
    day: date
    announced: bool
    examiner: str = ""

    def days_before(self) -> list[tuple[int, date]]:
        """The days on which to be reminded, each with how many months it lies before."""
        return [(months, months_after(self.day, -months)) for months in STAGES_MONTHS]

    def stage(self, today: date) -> int | None:
        """Within how many months it is; ``None`` when there is more time than that."""
        return next((months for months, day in self.days_before() if today >= day), None)


def examinations(community: Community, today: date) -> list[Coming]:
    """For each honour that stands, its next examination from today on; the nearest first."""
    announced: dict[UUID, Examination] = {}
    rows = Examination.objects.known().filter(community=community, day__gte=today, outcome="")
    for one in rows.order_by("-day"):
        announced[one.honour_id] = one
    found = []
    for honour in Honour.objects.known().filter(community=community).standing_on(today):
        if told := announced.get(honour.fact):
            found.append(Coming(honour.fact, honour.name, honour.field, told.day, True, told.examiner))
        elif honour.until:
            found.append(Coming(honour.fact, honour.name, honour.field, honour.until, False, honour.issuer))
    return sorted(found, key=lambda coming: coming.day)


@dataclass(frozen=True, slots=True)
class Reminder:
    """An examination that is near, its ``stage`` in months, and what the standards that it goes by find today."""

    coming: Coming
    stage: int
    found: tuple[Assessed, ...]

    @property
    def says(self) -> str:
        """How near, and what lacks."""
        words = ngettext("examined again within %(n)s month", "examined again within %(n)s months", self.stage)
        near = words % {"n": self.stage}
        return " · ".join([near, *lacks(self.found)])

    def page(self, code: str) -> tuple[str, None, list[str]]:
        """Where to see what lacks: route, and what it takes."""
        if self.found:
            return "standard.plan.read", None, [code, self.found[0].book.key]
        return "standards.read", None, [code]


def lacks(found: Sequence[Assessed]) -> list[str]:
    """Of each standard, how much of it is not met, in words."""
    told = []
    for one in found:
        words = {"title": said(one.book.name), **one.counts()}
        told.append(_("%(title)s: %(unmet)s not met, %(unknown)s unknown") % words)
    return told


def held_by(community: Community, coming: Coming, today: date) -> tuple[Assessed, ...]:
    """What the standards find today by which the honour is given: those of its field that are in force."""
    some = [b for b in shelf(community).values() if b.honours == coming.field and b.first <= today < b.after]
    return tuple(assessed(community, book.key, today) for book in some)


def reminders(community: Community, today: date) -> list[Reminder]:
    """The examinations within half a year."""
    found = []
    for coming in examinations(community, today):
        if stage := coming.stage(today):
            found.append(Reminder(coming, stage, held_by(community, coming, today)))
    return found
