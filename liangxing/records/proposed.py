"""What a new record's form can be filled with from what is known, each with a word on where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.ledger.models import Community

from .kinds import Kind
from .models import Record

NUMBERED = re.compile(r"(.*?)(\d+)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\D)")


@dataclass(slots=True)
class Proposal:
    """Values for the fields of a form, and for each the words that say where it comes from."""

    values: dict[str, Any] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, value: Any, hint: str) -> None:
        """Propose *value* for the field *name*."""
        self.values[name], self.hints[name] = value, hint


def proposed(kind: Kind, community: Community, *, by: str, again: Record | None = None) -> Proposal:
    """Today, the next code, and what the last record by the same account said where that mostly stays the same.

    *again*: a record to be told once more. All is taken from it but its code, its day, and what was counted: a figure
    is counted anew.
    """
    found = Proposal()
    found.put("day", localdate(), _("today"))
    rows = kind.model._default_manager.known().filter(community=community)
    if again is not None:
        _copy(kind, again, found)
    elif kind.form.same:
        last = rows.filter(act__actor=by).order_by("-recorded_at").first()
        _copy(kind, last, found, only=kind.form.same)
    if kind.form.numbered:
        like = {"sort": again.sort} if again is not None and hasattr(again, "sort") else {}
        propose_code(found, kind, community, localdate(), **like)
    return found


def _copy(kind: Kind, last: Record | None, found: Proposal, *, only: tuple[str, ...] = ()) -> None:
    for name in (only or kind.form.base_fields) if last else ():
        column = kind.model._meta.get_field(name)
        counted = isinstance(column, models.IntegerField | models.DecimalField | models.DateField)
        if not only and (counted or name in ("code", "note", *kind.model.personal)):
            continue
        value = getattr(last, name)
        if value not in (None, "", False):
            found.put(name, value, _("as in “%s”") % last)


def propose_code(found: Proposal, kind: Kind, community: Community, day: date, **like: Any) -> None:
    """Propose the code after the newest one, among records that are *like* what is going to be written."""
    every = kind.model._default_manager.filter(community=community)
    newest = (every.filter(**like).known() or every.known()).order_by("-day", "-recorded_at", "-pk").first()
    if newest and (told := NUMBERED.fullmatch(str(getattr(newest, "code", "")))):
        code, before = _next(told, every, day)
        found.put("code", code, _("the next after %s") % before if before else _("the first of the year"))


def _next(told: re.Match[str], every: Any, day: date) -> tuple[str, str]:
    """The next code in the row of *told*, and the one before it; a row with a year in it begins anew with the year."""
    start = YEAR.sub(str(day.year), told[1])
    there = every.filter(code__startswith=start).values_list("code", flat=True)
    taken = [int(c[len(start) :]) for c in there if c[len(start) :].isdecimal()]
    last = max(taken, default=0)
    code, before = (f"{start}{n:0{len(told[2])}}" for n in (last + 1, last))
    return code, before if last else ""
