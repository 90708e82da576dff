"""Reading many lines with one form: the words of a hand entry at the speed of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import IntegrityError
from django.forms import ValidationError
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community

from .actions import correct_many, write_many
from .choice import RecordChoice
from .forms import RecordForm
from .models import Record


class State(Enum):
    """What writing a line would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


@dataclass(slots=True)
class Line:
    """One line of a table: its number in the file (from 2), its record, and what a person is told of it."""

    number: int
    state: State
    record: Record | None = None
    old: Record | None = None
    errors: Mapping[str, list[str]] = field(default_factory=dict)


def _reader(form: type[RecordForm[Any]], community: Community) -> RecordForm[Any]:
    """One form for all lines: it cleans values, and leaves the constraints to the database."""
    reader: RecordForm[Any] = type(form.__name__, (form,), {"_post_clean": lambda self: None})({}, community=community)
    for asked in reader.fields.values():
        if isinstance(asked, RecordChoice):
            asked.remember()
    return reader


def read_lines(form: type[RecordForm[Any]], rows: Iterable[Mapping[str, Any]], *, community: Community) -> list[Line]:
    """Say of each row what writing it would do; write nothing. A row is known by its kind's ``natural`` columns."""
    kind: type[Record] = form._meta.model
    kept = {_key(r): r for r in kind._default_manager.known().filter(community=community)} if kind.natural else {}
    return list(_read(_reader(form, community), kind, rows, kept))


def _key(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, record._meta.get_field(name).attname) for name in record.natural)


def _read(reader: RecordForm[Any], kind: type[Record], rows: Iterable[Mapping[str, Any]], kept: dict) -> Iterator[Line]:
    """Lines for *rows*; *kept* grows, so that a row that comes twice is written once."""
    for number, row in enumerate(rows, start=2):
        reader.data = row
        reader.full_clean()
        if reader.errors:
            yield Line(number, State.BAD, errors=reader.errors)
            continue
        new = kind(**reader.cleaned_data)
        if not kind.natural or (old := kept.get(_key(new))) is None:
            kept[_key(new)] = new
            yield Line(number, State.NEW, new)
        elif all(getattr(old, a) == getattr(new, a) for a in _columns(reader, kind)):
            yield Line(number, State.SAME, old)
        elif old._state.adding:
            yield Line(number, State.BAD, errors={"__all__": [_("An earlier line tells the same fact otherwise.")]})
        else:
            new.fact = old.fact
            yield Line(number, State.CHANGED, new, old)


def _columns(reader: RecordForm[Any], kind: type[Record]) -> list[str]:
    return [kind._meta.get_field(name).attname for name in reader.fields]


def write_lines(lines: list[Line], *, community: Community, by: str) -> int:
    """Keep what is new or changed, in one act; how many. ``Refused`` names the bad lines and keeps none."""
    if bad := [line.number for line in lines if line.state is State.BAD]:
        raise Refused(_("Lines %s are not valid.") % bad)
    new = [line.record for line in lines if line.state is State.NEW]
    changed = [(line.old, line.record) for line in lines if line.state is State.CHANGED]
    if not new and not changed:
        return 0
    try:
        with act(f"{lines[0].record._meta.label_lower}.import", community=community, by=by):
            write_many(new, community=community, by=by)
            correct_many(changed, community=community, by=by, why="import")
    except IntegrityError:
        raise Refused(_("Lines %s are against a rule of the database.") % list(_against_the_law(lines))) from None
    return len(new) + len(changed)


def _against_the_law(lines: list[Line]) -> Iterator[int]:
    """Lines that the database would refuse, asked one by one: slow, and only when it has refused."""
    for line in lines:
        try:
            line.record.validate_constraints(exclude={"fact"})
        except ValidationError:
            yield line.number
