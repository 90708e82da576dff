"""One line, read for the form of one kind: what was read as what, what is unclear, and what the line lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.records.kinds import Kind
from liangxing.records.proposed import Proposal, propose_code
from liangxing.records.tables.headers import needed
from liangxing.records.visit import Visit
from liangxing.register.models import Estate, Place

from .amounts import amounts_in, unread_in
from .days import day_in
from .found import GAP, Found, blank
from .kinds import Quick
from .names import named_in, only
from .times import times_in
from .title import title_of
from .which import chosen, fitting
from .words import line_of, words


@dataclass(slots=True)
class Reading:
    """What a line was read as. ``kind`` is ``None`` when nothing says, or two kinds fit alike: then *kinds* are asked.

    ``because``: the words by which the kind is known; ``filled``: by field; ``lacks``: names of fields.
    """

    line: str
    kinds: list[Kind]
    kind: Kind | None = None
    because: str = ""
    filled: dict[str, Found] = field(default_factory=dict)
    unclear: list[Found] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)

    @property
    def proposal(self) -> Proposal:
        """The values for the form, each with where it comes from."""
        found = Proposal()
        for name, one in self.filled.items():
            source = _("from “%s”") % one.said if one.said else ""
            found.put(name, one.value, "; ".join(filter(None, (source, one.note))))
        return found


class _Reader:
    """The steps of reading one line for one kind; ``rest`` is what of the line nobody has claimed yet."""

    def __init__(self, line: str, request: Visit, today: date) -> None:
        self.request, self.today = request, today
        self.days = day_in(line, today)
        self.rest = blank(line, *self.days)
        self.years = _years(self.rest)
        self.times = list(times_in(self.rest))
        self.rest = blank(self.rest, *self.times)
        self.amounts = amounts_in(blank(self.rest, *self.years))
        self.without = blank(self.rest, *(one for some in self.amounts.values() for one in some))

    def read(self, quick: Quick, into: Reading) -> None:
        self.into, self.quick, self.rest = into, quick, self.without
        self._day()
        for sort, found in self.amounts.items():
            self._amount(sort, found)
        if self.times:
            self._taken("time", self.times)
        self._year()
        self._names()
        self._choices()
        title = title_of(self.rest, quick.lead)
        name = _taking(quick, "title")
        if title and name:
            into.filled[name] = Found(0, 0, title, title)
        into.unclear += unread_in(self.rest)
        self._code()
        into.lacks = [n for n in needed(quick.kind) if n not in into.filled]

    def _put(self, name: str, found: list[Found]) -> None:
        """Fill *name* with what was found if that is one clear thing; else ask."""
        clear = [one for one in found if not one.asks]
        if len(clear) == 1 and len(found) == 1:
            self.into.filled[name] = clear[0]
        else:
            asks = _("which one?")
            self.into.unclear += [one if one.asks else Found(one.start, one.end, one.said, asks=asks) for one in found]

    def _day(self) -> None:
        if self.days:
            self._put("day", self.days)
        else:
            self.into.filled["day"] = Found(0, 0, "", self.today, _("no day in the line: today taken"))

    @property
    def day(self) -> date:
        """The day of the record, as far as it is known."""
        told = self.into.filled.get("day")
        return told.value if told else self.today

    def _amount(self, sort: str, found: list[Found]) -> None:
        whole = sort in ("people", "minutes")
        self._taken(sort, [_whole(one) if whole else one for one in found])

    def _taken(self, sort: str, found: list[Found]) -> None:
        """Put what was *found* where the kind takes this *sort*; what it has no field for is said."""
        name = _taking(self.quick, sort)
        if name and found:
            self._put(name, found)
        elif found:
            asks = _("%s has no field for this") % self.quick.kind.name
            self.into.unclear += [Found(one.start, one.end, one.said, asks=asks) for one in found]

    def _year(self) -> None:
        name = _taking(self.quick, "year")
        if not name:
            return
        self.rest = blank(self.rest, *self.years)
        if self.years:
            self._put(name, self.years)
        else:
            self.into.filled[name] = Found(0, 0, "", self.day.year, _("the year of the day"))

    def _names(self) -> None:
        """What the kind's references name, in the order of its form; whole names go before parts of others."""
        elsewhere = [one for kind in (Place, Estate) for one in self._named(kind, whole=True)]
        for name in self.quick.kind.form.base_fields:
            target: Any = getattr(self.quick.kind.model._meta.get_field(name), "related_model", None)
            if target is None or not self.request.rights.may("list", target):
                continue
            found = self._named(target, whole=True)
            if not found:
                line, self.rest = self.rest, blank(self.rest, *elsewhere)
                found, self.rest = self._named(target), line
            found = found or self._through(target)
            if found:
                self._put(name, only(found))
                self.rest = blank(self.rest, *(one for one in found if one.end))

    def _named(self, kind: Any, *, whole: bool = False) -> list[Found]:
        return named_in(self.rest, kind, self.request, day=self.day, whole=whole)

    def _through(self, target: Any) -> list[Found]:
        """The only record of *target* that belongs to a household that the line names."""
        if "household" not in {f.name for f in target._meta.concrete_fields}:
            return []
        household = target._meta.get_field("household").related_model
        for one in self._named(household):
            rows = self.request.rights.narrow(target._default_manager.known().filter(community=self.request.community))
            theirs = list(rows.standing_on(self.day).filter(household=one.value.fact)[:2]) if one.value else []
            if len(theirs) == 1:
                return [
                    Found(
                        one.start, one.end, one.said, theirs[0], _("%s of this household") % target._meta.verbose_name
                    )
                ]
        return []

    def _choices(self) -> None:
        for name, by_word in self.quick.choices.items():
            if name in self.into.filled or name not in self.quick.kind.form.base_fields:
                continue
            if found := chosen(self.rest, by_word, several=name in self.quick.several):
                self.into.filled[name] = found

    def _code(self) -> None:
        kind = self.quick.kind
        if not kind.form.numbered:
            return
        like = {"sort": self.into.filled["sort"].value} if "sort" in self.into.filled else {}
        told = Proposal()
        propose_code(told, kind, self.request.community, self.day, **like)
        if told.values:
            self.into.filled["code"] = Found(0, 0, "", told.values["code"], told.hints["code"])


def read_line(text: str, request: Visit, *, kind: str = "", today: date | None = None) -> Reading:
    """Read *text* for the kind that it fits best, or for the *kind* that a person chose. Nothing is kept."""
    line = line_of(text.replace(GAP, " "))
    reader = _Reader(line, request, today or localdate())
    fits = fitting(reader.without, reader.amounts, request)
    into = Reading(line, [fit.quick.kind for fit in fits])
    best = next((fit for fit in fits if fit.quick.kind.key == kind), None)
    if (
        best is None
        and fits
        and fits[0].score > 0
        and (len(fits) == 1 or (fits[0].score, fits[0].last) > (fits[1].score, fits[1].last))
    ):
        best = fits[0]
    if best and line:
        into.kind, into.because = best.quick.kind, best.because
        reader.read(best.quick, into)
    return into


def _taking(quick: Quick, sort: str) -> str:
    return next((name for what, name in quick.takes.items() if what == sort), "")


def _years(line: str) -> list[Found]:
    """Years that are no days: those for which money is paid."""
    of = words()["numbers"]["year_of"]
    return [
        Found(match.start(), match.end(), match.group(), int(match[1]))
        for match in re.finditer(rf"(?<!\d)((?:19|20)\d\d)(?:{of}?|{of[0]})(?!\d|[{of[0]}.,/-])", line)
    ]


def _whole(one: Found) -> Found:
    """*one*, asked when it is no whole number."""
    if one.value is None or one.value == one.value.to_integral():
        return one
    return Found(one.start, one.end, one.said, asks=_("a whole number is asked for here"))
