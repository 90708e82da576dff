"""What the register of forms asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, DateField, Value, When
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.records.due import due
from liangxing.records.models import Records
from liangxing.reports.forms.models import Form

from .terms import AHEAD, next_turn, returns


@due(Form, _("is to be returned"), by="due_on", shows="title", page="admission.form.desk")
def to_be_returned(rows: Records[Any], today: date) -> Records[Any]:
    """Forms whose return is late, or due within a fortnight; those that are to be sent back never are."""
    forms = list(rows)
    if not forms:
        return rows.none().order_by("code")
    done = returns(Community.objects.get(pk=forms[0].community_id))
    turns = [(form, turn) for form in forms if (turn := next_turn(form, done.get(form.fact, ()), today))]
    days = {form.pk: turn.day for form, turn in turns if turn.day <= today + AHEAD}
    if not days:
        return rows.none().order_by("code")
    told = Case(*(When(pk=pk, then=Value(day)) for pk, day in days.items()), output_field=DateField())
    return rows.filter(pk__in=days).annotate(due_on=told).order_by("due_on", "code")
