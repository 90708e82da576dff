"""What is known of a form: its blank workbook, the meaning of its cells, what was answered in it before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from liangxing.evidence import store
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period

from .models import Answer, Filling, Form, FormField, FormRows
from .workbook.places import place_of


def as_known(form: Form, known_at: datetime | None) -> Form:
    """The telling of *form* that counted at a moment, or counts now."""
    return Form.objects.known(known_at).filter(fact=form.fact).first() or form


def blank(form: Form) -> bytes:
    """The blank workbook. ``Refused`` when it is not in the store."""
    try:
        return store.path(form.sha256).read_bytes()
    except OSError as error:
        raise Refused(_("The blank form %s is not here: upload it again.") % form.title) from error


def fields_of(form: Form, known_at: datetime | None = None) -> list[FormField]:
    """The single cells of a form that stand, sheet by sheet, row by row."""
    some = list(FormField.objects.known(known_at).filter(form=form.fact).order_by("fact"))
    sheets: dict[str, int] = {}
    for field in some:
        sheets.setdefault(field.sheet, len(sheets))
    return sorted(some, key=lambda f: (sheets[f.sheet], *place_of(f.cell)))


def rows_of(form: Form, known_at: datetime | None = None) -> list[FormRows]:
    """The parts of a form in which rows repeat."""
    return list(FormRows.objects.known(known_at).filter(form=form.fact).order_by("sheet", "first"))


def answers(form: Form, period: Period, known_at: datetime | None = None) -> Mapping[UUID, Answer]:
    """What was answered for *period*, by the fact of the field."""
    known = Answer.objects.known(known_at).filter(form=form.fact, first=period.first, after=period.after)
    return {answer.field_id: answer for answer in known}


def last_answers(form: Form, period: Period) -> Mapping[UUID, Answer]:
    """What was answered the last time before *period*, by the fact of the field."""
    before = Answer.objects.known().filter(form=form.fact, after__lt=period.after).order_by("after", "recorded_at")
    return {answer.field_id: answer for answer in before}


def fillings(form: Form) -> list[Filling]:
    """When the form was filled, the newest first."""
    return list(Filling.objects.known().filter(form=form.fact).select_related("act").order_by("-recorded_at"))
