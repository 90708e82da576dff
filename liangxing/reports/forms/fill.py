"""Filling a department's form from records: what no record answers stays empty, and is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.records.visit import Eyes
from liangxing.reports.blocks import Stated
from liangxing.reports.claim import Claim, state

from . import queries, shipped
from .filling.rows import lines
from .filling.values import FilledCell, Origin, days, values
from .filling.write import Line, write
from .models import Form, FormField, FormRows


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled: its name and bytes, each single cell, and how many repeated rows it has.

    ``kept``: cells that hold a formula where something was to be written; they were left as they are.
    """

    name: str
    content: bytes
    cells: tuple[FilledCell, ...]
    rows: int = 0
    kept: tuple[str, ...] = ()

    @property
    def answered(self) -> tuple[str, ...]:
        """The labels of the cells that have a value."""
        return tuple(c.field.label for c in self.cells if c.value is not None)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The labels of the cells that no record and nobody answered."""
        return tuple(c.field.label for c in self.cells if c.origin is Origin.OPEN)

    def count(self, origin: Origin) -> int:
        """How many cells have their value from there."""
        return sum(c.origin is origin for c in self.cells)


def fill(key: str, community: Community, day: date) -> Filled:
    """The form *key* that is shipped, filled from records as of *day*; a year is the twelve months to the day."""
    told = shipped.told(key)
    cells = values(shipped.fields(key), community, Period.year_to(day))
    content, _kept = write(shipped.blank(key), cells, [])
    return Filled(told["file"], content, tuple(cells))


def cells_of(form: Form, period: Period, known_at: datetime | None = None) -> list[FilledCell]:
    """Every single cell of *form* with its value for *period*."""
    told = {fact: (a.value, a.kept) for fact, a in queries.answers(form, period, known_at).items()}
    some = queries.fields_of(form, known_at)
    return values(some, form.community, period, answers=told, known_at=known_at)


def fill_form(form: Form, period: Period, *, eyes: Eyes, known_at: datetime | None = None) -> Filled:
    """*form* filled for *period* as known at a moment, or now; rows as far as *eyes* may see their records."""
    then = queries.as_known(form, known_at)
    cells = cells_of(form, period, known_at)
    rows: list[tuple[FormRows, Sequence[Line]]] = [
        (told, lines(told, form.community, period, eyes=eyes, known_at=known_at))
        for told in queries.rows_of(form, known_at)
    ]
    content, kept = write(queries.blank(then), cells, rows)
    return Filled(then.file_name, content, tuple(cells), sum(len(some) for _told, some in rows), tuple(kept))


def stated(form: Form, cells: Sequence[FilledCell], period: Period, known_at: datetime | None = None) -> list[Stated]:
    """The figures among *cells* as claims: what each says, of which days, from which rows."""
    claims: dict[tuple[str, str], Claim] = {}
    made = []
    for cell in cells:
        field: FormField = cell.field
        if field.source != FormField.Source.MEASURE or cell.exact is None or cell.value is None:
            continue
        key = (field.key, field.over)
        if key not in claims:
            claims[key] = state(form.community, field.key, days(field.over, period), period.last, known_at)
        made.append(Stated(field.anchor[:40], cell.shown[:60], claims[key]))
    return made
