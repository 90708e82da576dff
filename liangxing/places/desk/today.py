"""What is due, who waits for an answer, and what the next assessment lacks: each with the form that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from liangxing.evidence.channels.workbook.returned import returned
from liangxing.measures.measure import MEASURES
from liangxing.records.due import DUE, Due
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record
from liangxing.records.templatetags.records import head, in_words
from liangxing.records.visit import Visit
from liangxing.register.models import ChangeRequest, ChangeReview
from liangxing.standards.assess import Judged, assessed
from liangxing.standards.gaps import gaps
from liangxing.standards.reminders import reminders
from liangxing.standards.rules import Finding
from liangxing.standards.shelf import shelf

ANSWER_D = 15  # days within which a community answers what it was asked
SHOWN = 4  # lines of one sort: more is not work for today, and the list has them all
GAPS_SHOWN = 3  # of each standard, the most worth doing first


def _said_day(day: date | None) -> str:
    """A day; with its year when that is not this one."""
    near = day and day.year == localdate().year
    return date_format(day, "MONTH_DAY_FORMAT" if near else "DATE_FORMAT") if day else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: what it is, by or since which day, and where it is settled."""

    title: str
    day: date | None
    href: str
    late: bool = False

    @property
    def past(self) -> bool:
        """Whether it has been so since that day."""
        return bool(self.day and self.day < localdate())

    @property
    def said(self) -> str:
        """The day in words."""
        return _said_day(self.day)


@dataclass(frozen=True, slots=True)
class Asked:
    """Lines of one sort; ``rest``: how many more the list at ``listing`` has."""

    due: Due
    kind: Kind
    lines: list[Line]
    rest: int
    listing: str


def asked(request: Visit, *, waits: bool) -> list[Asked]:
    """What the records that the visitor sees ask for: from people who wait, or from the calendar."""
    today = localdate()
    found = [_asked(request, due, today) for due in DUE.values() if due.waits is waits and _sees(request, due)]
    return [one for one in found if one.lines]


def _sees(request: Visit, due: Due) -> bool:
    return due.of._meta.label_lower in kinds() and request.rights.may("list", due.of)


def _asked(request: Visit, due: Due, today: date) -> Asked:
    kind = kinds()[due.of._meta.label_lower]
    seen = request.rights.narrow(due.of._default_manager.known().filter(community=request.community))
    column = due.shows or head(kind)
    related = [column] if due.of._meta.get_field(column).is_relation else []
    rows = due.rows(seen, today)
    some = list((rows if rows.query.order_by else rows.order_by(due.by)).select_related(*related)[: SHOWN + 1])
    rest = rows.count() - SHOWN if len(some) > SHOWN else 0
    lines = [_line(request, due, kind, row, column) for row in some[:SHOWN]]
    return Asked(due, kind, lines, rest, reverse(kind.route("list"), args=[request.community.code]))


def _line(request: Visit, due: Due, kind: Kind, row: Record, column: str) -> Line:
    masked = column in row.personal and not request.rights.clear(type(row))
    title = str(row) if masked else str(in_words(row, column, getattr(row, column)))
    day = getattr(row, due.by)
    late = bool(day and due.by == "day" and due.waits and (localdate() - day).days > ANSWER_D)
    return Line(title, day, _settled_at(request, due, kind, row), late)


def _settled_at(request: Visit, due: Due, kind: Kind, row: Record) -> str:
    """The form that settles it, filled in as far as it is known; else the record's own page."""
    code = request.community.code
    if due.page and request.rights.may(due.page.rpartition(".")[2]):
        return reverse(due.page, args=[code, row.pk])
    form = kinds().get(due.form)
    if form and request.rights.may("write", form.model):
        called = getattr(row, getattr(row, "called", row.natural)[0])
        return reverse(form.route("write"), args=[code]) + "?" + urlencode({due.field: called})
    if not due.form and request.rights.may("correct", due.of):
        ends = "?" + urlencode({"until": localdate()}) if due.ends else ""
        return reverse(kind.route("correct"), args=[code, row.pk]) + ends
    return reverse(kind.route("page"), args=[code, row.pk])


@dataclass(frozen=True, slots=True)
class Other:
    """Something to do that is no record's own asking: what it is, how much, and where."""

    title: str
    says: str
    href: str
    day: date | None = None

    @property
    def said(self) -> str:
        """The day in words."""
        return _said_day(self.day)


def others(request: Visit) -> list[Other]:
    """Honours that are examined again soon, changes that wait for a second pair of eyes, lines that were sent back."""
    code = request.community.code
    found = [
        Other(each.coming.name, each.says, reverse(*each.page(code)), each.coming.day)
        for each in reminders(request.community, localdate())
    ]
    if request.rights.may("review"):
        every = ChangeRequest.objects.known().filter(community=request.community)
        answered = ChangeReview.objects.known().filter(community=request.community).values("request")
        theirs = every.exclude(fact__in=answered).exclude(act__actor=request.user.get_username()).order_by("day")
        if first := theirs.first():
            href = reverse("register.changes.propose", args=[request.community.code])
            says = ngettext("%(n)s asked for", "%(n)s asked for", theirs.count()) % {"n": theirs.count()}
            found.append(Other(_("Changes that wait for a second pair of eyes"), says, href, first.day))
    if request.rights.may("import"):
        found += [
            Other(one.name, _("wrong lines, to mend and send again"), one.href, one.day) for one in returned(request)
        ]
    return found


def lacking(request: Visit) -> list[dict[str, Any]]:
    """Every standard in force that lacks something: how much, and the clauses most worth doing."""
    found = []
    for key, book in shelf(request.community).items():
        if not book.first <= localdate() < book.after:
            continue
        judged = assessed(request.community, key, localdate())
        if open_ones := gaps(request.community, judged):
            some = [{"gap": gap, "href": _form_for(request, key, gap.judged)} for gap in open_ones[:GAPS_SHOWN]]
            found.append({"book": book, "gaps": some, "counts": judged.counts(), "all": len(open_ones)})
    return found


def _form_for(request: Visit, key: str, judged: Judged) -> str:
    """The form that brings what the first unmet test counts; the clause itself when it is judged by hand."""
    code = request.community.code
    for tested in judged.tested:
        measure = MEASURES[tested.test.measure].counted[0]
        kind = kinds().get(measure.of._meta.label_lower)
        if tested.finding is not Finding.MET and kind and request.rights.may("write", kind.model):
            told = urlencode(_said(measure.where, kind))
            return reverse(kind.route("write"), args=[code]) + (f"?{told}" if told else "")
    return reverse("standard.read", args=[code, key]) + f"#c-{judged.clause.number}"


def _said(where: Q, kind: Kind) -> dict[str, Any]:
    """What the condition of a measure says plainly of a form's fields: a record with it will be counted."""
    told = [child for child in where.children if isinstance(child, tuple)] if where.connector == Q.AND else []
    return {name: value for name, value in told if name in kind.form.base_fields and isinstance(value, str)}
