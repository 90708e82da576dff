"""Taking a department's form in, saying what its cells mean, and filling it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.evidence import store
from liangxing.evidence.actions import attach
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.ledger.acts import act, doing
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, correct_many, strike_many, write, write_many
from liangxing.records.models import Record
from liangxing.records.visit import Eyes
from liangxing.reports.admission.letter import words
from liangxing.reports.admission.terms import refused

from . import queries, shipped
from .fill import Filled, fill_form
from .filling.values import Origin
from .incoming import Incoming
from .models import Answer, Filling, Form, FormField, FormRows


def receive(form: Form, content: bytes, *, community: Community, by: str) -> Form:
    """Keep *form* (its code, title, department, rhythm and days are set) with its blank workbook as evidence."""
    form.sha256, _size = store.put(io.BytesIO(content))
    with act("form.receive", community=community, by=by):
        write(form, community=community, by=by)
        attach(form, io.BytesIO(content), name=form.file_name, sort="form", by=by, day=form.day)
    return form


def put_workbook(form: Form, found: Incoming, *, by: str) -> Form:
    """Keep a blank workbook for *form*; one that it had before stays with what was filled with it."""
    sha256, _size = store.put(io.BytesIO(found.content))
    with act("form.put", community=form.community, by=by):
        if sha256 == form.sha256:
            return form
        new = correct(form, by=by, why=_("its blank workbook"), sha256=sha256, file_name=found.name[-120:])
        attach(new, io.BytesIO(found.content), name=new.file_name, sort="form", by=by)
    return new


def adopt(key: str, *, community: Community, by: str) -> Form:
    """Take the shipped form *key* into the register, mapped; the one that stands when it is there already."""
    told = shipped.told(key)
    kept = Form.objects.known().filter(community=community, code=told["code"]).first()
    if kept:
        return kept
    form = Form(code=told["code"], title=told["title"], asked_by=told["asks"], authority=told["authority"],
                period=told["rhythm"], file_name=told["file"], day=told["since"])  # fmt: skip
    with act("form.adopt", community=community, by=by):
        receive(form, shipped.blank(key), community=community, by=by)
        say(form, shipped.fields(key), [], by=by)
    return form


def say(form: Form, fields: Sequence[FormField], rows: Sequence[FormRows], *, by: str) -> int:
    """Keep what the cells of *form* mean, in place of what was said before; how many records that changed."""
    with act("form.say", community=form.community, by=by):
        return _settle(queries.fields_of(form), fields, form, by) + _settle(queries.rows_of(form), rows, form, by)


def _settle(before: Sequence[FormField | FormRows], now: Sequence[FormField | FormRows], form: Form, by: str) -> int:
    """Write what is new, correct what is told otherwise, strike what is gone; what stays keeps its answers."""
    kept, new, changed = {_key(record): record for record in before}, list[Record](), list[tuple[Record, Record]]()
    for record in now:
        record.form_id, record.day = form.fact, record.day or localdate()
        old = kept.pop(_key(record), None)
        if old is None:
            new.append(record)
        elif _told(old) != _told(record):
            record.fact = old.fact
            changed.append((old, record))
    correct_many(changed, community=form.community, by=by)
    strike_many(list(kept.values()), community=form.community, by=by)
    write_many(new, community=form.community, by=by)
    return len(new) + len(changed) + len(kept)


def _key(record: FormField | FormRows) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in record.natural if name != "form")


def _told(record: Record) -> dict[str, object]:
    own = [f.attname for f in record._meta.concrete_fields if f.editable and f.name not in ("day", "form", "note")]
    return {name: getattr(record, name) for name in own}


def fill(
    form: Form, period: Period, told: Mapping[UUID, str], *, eyes: Eyes, by: str, typing_s: int | None = None
) -> Filling:
    """Keep the answers *told* (by the fact of a cell) for *period*, and that the form was filled with them.

    An answer that is what it was the last time counts as confirmed. ``Refused`` when *period* ends outside the term.
    """
    check_term(form, period)
    with act("form.fill", community=form.community, by=by):
        _answer(form, period, told, by)
        filled = fill_form(form, period, eyes=eyes)
        return write(_filling(form, period, filled, typing_s), community=form.community, by=by)


def check_term(form: Form, period: Period) -> None:
    """``Refused``, in the words that go back to who asks, when the register does not admit *form* for *period*."""
    if why := refused(form, period):
        raise Refused("\n".join(words(form, why)))


def _answer(form: Form, period: Period, told: Mapping[UUID, str], by: str) -> None:
    """Write the answers that are new for *period*, and correct those that are told otherwise than before."""
    here, before = queries.answers(form, period), queries.last_answers(form, period)
    known = {f.fact for f in queries.fields_of(form)}
    new, changed = list[Answer](), list[tuple[Record, Record]]()
    for fact, value in told.items():
        value = value.strip()[:500]
        if not value or fact not in known:
            continue
        kept = fact in before and before[fact].value == value
        answer = Answer(form_id=form.fact, field_id=fact, first=period.first, after=period.after, value=value,
                        kept=kept, day=localdate())  # fmt: skip
        old = here.get(fact)
        if old is None:
            new.append(answer)
        elif old.value != value:
            answer.fact = old.fact
            changed.append((old, answer))
    write_many(new, community=form.community, by=by)
    correct_many(changed, community=form.community, by=by)


def _filling(form: Form, period: Period, filled: Filled, typing_s: int | None) -> Filling:
    return Filling(
        form_id=form.fact,
        day=localdate(),
        first=period.first,
        after=period.after,
        known_at=doing().act.at,
        typing_s=typing_s,
        by_itself=filled.count(Origin.RECORDS),
        asked=filled.count(Origin.ASKED),
        confirmed=filled.count(Origin.CONFIRMED),
        open=filled.count(Origin.OPEN),
        rows=filled.rows,
    )
