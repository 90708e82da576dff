"""Reading many lines with one form: the words of a hand entry at the speed of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.forms import ValidationError
from django.utils.translation import gettext as _

from liangxing.jobs.work import UNHEARD, Work
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community

from .actions import correct_many, write_many
from .choice import AT_ONCE
from .forms import RecordForm
from .hearing import reader
from .models import Record, column_of

WRONG = "\0wrong"  # under this key a row says which of its cells could not be read at all, and why


Errors = Mapping[str, list[str]]


class State(Enum):
    """What writing a line would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


@dataclass(slots=True)
class Line:
    """One line of a table: its row in the file, its record, and what a person is told of it."""

    number: int
    state: State
    record: Record | None = None
    old: Record | None = None
    errors: Errors = field(default_factory=dict)


def read_lines(
    form: type[RecordForm[Any]],
    rows: Iterable[Mapping[str, Any]],
    *,
    community: Community,
    offered: Sequence[Record] = (),
    numbers: Iterable[int] | None = None,
    work: Work = UNHEARD,
) -> list[Line]:
    """Say of each row what writing it would do; write nothing. A row is known by its kind's ``natural`` columns.

    *offered*: records that are not kept yet but may be referred to, for they come with the same import.
    *numbers*: the rows' places in the file; by default they count from 2, below a header. *work* hears of every line.
    """
    some = list(rows)
    places = list(numbers) if numbers is not None else range(2, len(some) + 2)
    asked = reader(form, some, community, offered)
    shown = {name: field.initial for name, field in asked.fields.items() if field.initial not in (None, "")}
    heard: list[tuple[int, Mapping[str, Any], Record | Errors]] = []
    for number, row in zip(places, some, strict=True):
        heard.append((number, row, _hear(asked, {**shown, **row}, row)))
        work.tell()
    kind: type[Record] = form._meta.model
    kept = {_key(r): r for r in _namesakes(kind, community, [h for _n, _r, h in heard if isinstance(h, Record)])}
    kept |= {_key(r): r for r in offered if kind.natural and isinstance(r, kind)}
    columns = {name: column_of(kind, name) for name in asked.fields}
    return list(_weigh(heard, columns, kept))


Heard = Iterable[tuple[int, Mapping[str, Any], Record | Errors]]


def _hear(asked: RecordForm[Any], data: Mapping[str, Any], row: Mapping[str, Any]) -> Record | Errors:
    """The record that a row tells, not yet kept; or what is wrong with it."""
    asked.data = data
    asked.full_clean()
    if wrong := row.get(WRONG):
        return {**cast(Errors, asked.errors), **wrong}
    return cast(Errors, asked.errors) if asked.errors else asked._meta.model(**asked.cleaned_data)


def _key(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, column_of(type(record), name)) for name in record.natural)


def _namesakes(kind: type[Record], community: Community, told: Sequence[Record]) -> Iterator[Record]:
    """The kept records that share the first part of their name with one that was *told*: no others can be meant."""
    if not kind.natural:
        return
    column = column_of(kind, kind.natural[0])
    values = {getattr(record, column) for record in told}
    there = kind._default_manager.known().filter(community=community)
    if None in values:
        yield from there.filter(**{f"{column}__isnull": True})
    some = list(values - {None})
    for start in range(0, len(some), AT_ONCE):
        yield from there.filter(**{f"{column}__in": some[start : start + AT_ONCE]})


def _weigh(heard: Heard, columns: Mapping[str, str], kept: dict[tuple[object, ...], Record]) -> Iterator[Line]:
    """Lines for what was *heard*; *kept* grows, so that a row that comes twice is written once."""
    for number, row, new in heard:
        if not isinstance(new, Record):
            yield Line(number, State.BAD, errors=new)
            continue
        if not new.natural or (old := kept.get(_key(new))) is None:
            kept[_key(new)] = new
            yield Line(number, State.NEW, new)
            continue
        for name, column in columns.items():
            if name not in row:  # the table has no such column: what was known of it stays
                setattr(new, column, getattr(old, column))
        if all(getattr(old, a) == getattr(new, a) for a in columns.values()):
            yield Line(number, State.SAME, old)
        elif old._state.adding:
            yield Line(number, State.BAD, errors={"__all__": [_("An earlier line tells the same fact otherwise.")]})
        else:
            new.fact = old.fact
            yield Line(number, State.CHANGED, new, old)


def keep_lines(lines: Sequence[Line], *, community: Community, by: str, why: str = "import") -> int:
    """Keep what is new or changed, within the open act; how many. Bad lines are passed over."""
    new = [line.record for line in lines if line.state is State.NEW and line.record]
    changed = [(line.old, line.record) for line in lines if line.state is State.CHANGED and line.old and line.record]
    write_many(new, community=community, by=by)
    correct_many(changed, community=community, by=by, why=why)
    return len(new) + len(changed)


def write_lines(lines: list[Line], *, community: Community, by: str) -> int:
    """Keep what is new or changed, in one act; how many. ``Refused`` names the bad lines and keeps none."""
    if bad := [line.number for line in lines if line.state is State.BAD]:
        raise Refused(_("Lines %s are not valid.") % bad)
    if not (first := next((line.record for line in lines if line.record), None)):
        return 0
    try:
        with act(f"{first._meta.label_lower}.import", community=community, by=by):
            return keep_lines(lines, community=community, by=by)
    except IntegrityError:
        against = [line.number for line in lines if against_the_law(line)]
        raise Refused(_("Lines %s are against a rule of the database.") % against) from None


def against_the_law(line: Line) -> list[str]:
    """What the database would say against *line*: asked line by line, slow, and only when it has refused a batch."""
    if line.record is None or line.state not in (State.NEW, State.CHANGED):
        return []
    try:
        with transaction.atomic():
            line.record.validate_constraints(exclude={"fact", "act", "community", "recorded_at"})
    except ValidationError as error:
        return list(error.messages)
    return []
