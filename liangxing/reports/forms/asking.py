"""What filling a form asks of a person: what is recorded, what is as it was the last time, what is to be typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from liangxing.kernel.period import Period

from . import queries
from .fill import cells_of
from .filling.values import FilledCell, Origin
from .models import Form

HOURS_MAX = 8  # a page left open over night was not typed in all the time


@dataclass(frozen=True, slots=True)
class Question:
    """A cell that no record answers, with what was answered for this period, or else the last time."""

    cell: FilledCell
    answer: str = ""
    last: bool = False

    @property
    def options(self) -> list[str]:
        """What may be answered, when not anything may."""
        return [option for option in self.cell.field.options.split("\n") if option]


@dataclass(slots=True)
class Asking:
    """The cells of a form for one period, by what a person has to do with them."""

    recorded: list[FilledCell] = field(default_factory=list)
    as_before: list[Question] = field(default_factory=list)
    new: list[Question] = field(default_factory=list)
    rows: int = 0


def asking(form: Form, period: Period) -> Asking:
    """What filling *form* for *period* asks."""
    made, before = Asking(rows=len(queries.rows_of(form))), queries.last_answers(form, period)
    here = queries.answers(form, period)
    for cell in cells_of(form, period):
        fact = cell.field.fact
        if cell.origin is Origin.RECORDS:
            made.recorded.append(cell)
        elif cell.origin is not Origin.LEFT and fact in here:
            made.as_before.append(Question(cell, here[fact].value))
        elif cell.origin is not Origin.LEFT and fact in before:
            made.as_before.append(Question(cell, before[fact].value, last=True))
        elif cell.origin is not Origin.LEFT:
            made.new.append(Question(cell))
    return made


def typed_in(posted: Mapping[str, str]) -> tuple[dict[UUID, str], int | None]:
    """The answers by the fact of their cell, and the seconds that typing took as the page counted them."""
    given = {}
    for name, value in posted.items():
        if name.startswith("answer-"):
            try:
                given[UUID(name.removeprefix("answer-"))] = value
            except ValueError:
                continue
    counted = posted.get("typing_s", "")
    return given, min(int(counted), HOURS_MAX * 3600) if counted.isdecimal() and len(counted) < 7 else None
