"""What belongs into each cell of a form for a period, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from urllib.parse import urlencode
from uuid import UUID

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import convert, number
from liangxing.ledger.models import Community
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES
from liangxing.records.tables.words import is_one_of
from liangxing.reports.forms.models import FormField
from liangxing.reports.forms.workbook.write import Value

from .facts import TITLES, facts

Key = tuple[str, str]  # a measure, and the days that it is asked about


class Origin(Enum):
    """Where the value of a cell came from, or why it has none."""

    RECORDS = "records"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    OPEN = "open"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with its value (``None`` when it stays empty). ``exact``: the figure before it was put into the form."""

    field: FormField
    value: Value | None
    origin: Origin
    exact: Decimal | int | None = None
    days: Period | None = None

    @property
    def meaning(self) -> str:
        """What the figure or fact is called."""
        key = self.field.key
        return str(MEASURES[key].title if key in MEASURES else TITLES.get(key, key))

    @property
    def query(self) -> str:
        """The days of the figure, as the address of its page asks."""
        return urlencode({"period": str(self.days)}) if self.days else ""

    @property
    def shown(self) -> str:
        """The value as it stands in the form."""
        if isinstance(self.value, int | Decimal):
            return number(self.value)
        return "" if self.value is None else str(self.value)


def days(over: str, period: Period) -> Period:
    """The days that a cell's figure is asked about when the form is filled for *period*."""
    if over == FormField.Over.PERIOD:
        return period
    if over == FormField.Over.BEFORE:
        return Period.year(period.last.year - 1)
    return Period.until(period.last)


def counted(
    fields: Iterable[FormField], community: Community, period: Period, known_at: datetime | None = None
) -> Mapping[Key, Decimal | int | None]:
    """Every figure that *fields* ask for, with one question for each kind of record and run of days."""
    asked: dict[str, set[str]] = {}
    for field in fields:
        if field.source == FormField.Source.MEASURE and field.key in MEASURES:
            asked.setdefault(field.over, set()).add(field.key)
    return {
        (key, over): value
        for over, keys in asked.items()
        for key, value in figures(sorted(keys), community, days(over, period), known_at).items()
    }


def values(
    fields: Iterable[FormField],
    community: Community,
    period: Period,
    *,
    answers: Mapping[UUID, tuple[str, bool]] | None = None,
    known_at: datetime | None = None,
) -> list[FilledCell]:
    """Each of *fields* with its value. *answers*: by the fact of a field what was answered, and whether confirmed."""
    some, told = list(fields), answers or {}
    figure, fact = counted(some, community, period, known_at), facts(community, period, known_at)
    made = []
    for field in some:
        exact = figure.get((field.key, field.over)) if field.source == FormField.Source.MEASURE else None
        value: Value | None = None
        if field.source == FormField.Source.NOTHING:
            made.append(FilledCell(field, None, Origin.LEFT))
            continue
        if field.source == FormField.Source.MEASURE:
            value = fitted(field, exact)
        elif field.source == FormField.Source.FACT:
            value = fact.get(field.key)
        if value is not None:
            asked = days(field.over, period) if exact is not None else None
            made.append(FilledCell(field, value, Origin.RECORDS, exact, asked))
        elif field.fact in told:
            answer, kept = told[field.fact]
            made.append(FilledCell(field, typed(answer), Origin.CONFIRMED if kept else Origin.ASKED))
        else:
            made.append(FilledCell(field, None, Origin.OPEN))
    return made


def fitted(field: FormField, exact: Decimal | int | None) -> Value | None:
    """A figure as the cell wants it: in its unit, or as one of its words for yes and no."""
    if exact is None:
        return None
    if options := [o for o in field.options.split("\n") if o]:
        return next((o for o in options if is_one_of("yes" if exact else "no", o)), None)
    if field.unit:
        exact = convert(exact, MEASURES[field.key].unit, field.unit)
    if isinstance(exact, int):
        return exact
    return exact.normalize() if exact != exact.to_integral() else Decimal(int(exact))


def typed(answer: str) -> Value:
    """An answer as a cell keeps it: a number as a number, a day as a day, unless its zeros say that it is a code.

    >>> typed("12"), typed("0731"), typed("2026-01-31")
    (Decimal('12'), '0731', datetime.date(2026, 1, 31))
    """
    plain = answer.replace(",", "")
    if plain.removeprefix("-").replace(".", "", 1).isdecimal() and len(plain) < 12 and str(Decimal(plain)) == plain:
        return Decimal(plain)
    try:
        return date.fromisoformat(answer) if len(answer) == 10 else answer
    except ValueError:
        return answer
