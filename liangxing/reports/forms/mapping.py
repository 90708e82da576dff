"""Saying what the cells of a form mean: what was understood by itself, and what the worker makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from liangxing.measures.measure import MEASURES
from liangxing.records.kinds import kinds

from . import queries
from .choices import Choice, choice_of, choices, said
from .matching.kinds import NUMBER, columns_for, match_rows, read_columns, told
from .matching.match import Match, label_of, match
from .matching.units import code_of, fits
from .models import Form, FormField, FormRows
from .reading.read import read
from .reading.wanted import Reading, Wanted, WantedRows
from .workbook.package import open_package


@dataclass(slots=True)
class Proposal:
    """A cell with what it seems to ask for, or what was said of it before. ``doubt``: a person must look at it."""

    number: int
    wanted: Wanted
    source: str
    key: str
    over: str
    doubt: bool = False
    offered: tuple[str, ...] = ()
    typed: str | None = None
    error: str = ""

    @property
    def label(self) -> str:
        """The label as it is kept."""
        return label_of(self.wanted)

    @property
    def chosen(self) -> str:
        """What is chosen, in the words of the list of choices."""
        return said((self.source, self.key)) if self.typed is None else self.typed

    @property
    def near(self) -> list[str]:
        """Other figures that may be meant, in words."""
        return [said((FormField.Source.MEASURE, key)) for key in self.offered if key != self.key][:3]


@dataclass(slots=True)
class RowsProposal:
    """Repeated rows, the kind of record that they seem to list, and by the letters of a column the field it holds."""

    number: int
    wanted: WantedRows
    kind: str
    fields: dict[str, str]

    @property
    def columns(self) -> list[tuple[str, str, str, str]]:
        """Each column: its letters, its heading, what it is filled from (empty when nothing), and that in words."""
        held = self.fields
        return [
            (c, h, held.get(c, ""), _field_word(self.kind, held.get(c, ""))) for c, h in self.wanted.headers.items()
        ]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What a column may be filled from, with its words."""
        names = [NUMBER, *kinds()[self.kind].form.base_fields] if self.kind in kinds() else [NUMBER]
        return [(name, _field_word(self.kind, name)) for name in names]

    def take(self, posted: Mapping[str, str]) -> None:
        """Take over what the worker chose; the columns of another kind are understood anew."""
        kind = posted.get(f"rows-{self.number}", self.kind)
        if kind != self.kind:
            self.kind = kind if kind in kinds() else ""
            self.fields = columns_for(self.kind, self.wanted.headers) if self.kind else {}
            return
        known = {name for name, _words in self.choices}
        chosen = {c: posted.get(f"column-{self.number}-{c}", self.fields.get(c, "")) for c in self.wanted.headers}
        self.fields = {c: name for c, name in chosen.items() if name in known}


def _field_word(kind: str, name: str) -> str:
    if name == NUMBER:
        return _("running number")
    return str(kinds()[kind].model._meta.get_field(name).verbose_name) if name else ""  # type: ignore[union-attr]


@dataclass(slots=True)
class Meanings:
    """All that a form wants, with what each means so far."""

    reading: Reading
    cells: list[Proposal] = field(default_factory=list)
    rows: list[RowsProposal] = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        """Whether something that was typed cannot be kept."""
        return any(cell.error for cell in self.cells)


def propose(form: Form) -> Meanings:
    """What the cells of *form* mean: as it was said before; of those not said yet, as they are understood."""
    made = Meanings(read(open_package(queries.blank(form))))
    before = {(f.sheet, f.cell, f.label): f for f in queries.fields_of(form)}
    alike = Counter((w.sheet, w.section, label_of(w)) for w in made.reading.cells)
    for n, wanted in enumerate(made.reading.cells):
        kept = before.get((wanted.sheet, wanted.cell, label_of(wanted)))
        found = match(wanted)
        twice = alike[wanted.sheet, wanted.section, label_of(wanted)] > 1
        made.cells.append(_kept(n, wanted, kept, found) if kept else _understood(n, wanted, found, twice))
    rows = {(r.sheet, r.first): r for r in queries.rows_of(form)}
    for n, block in enumerate(made.reading.rows):
        known = rows.get((block.sheet, block.first))
        found_rows = match_rows(block)
        kind, held = (known.kind, read_columns(known.columns)) if known else (found_rows.kind, found_rows.columns)
        made.rows.append(RowsProposal(n, block, kind, held))
    return made


def _kept(n: int, wanted: Wanted, kept: FormField, found: Match) -> Proposal:
    return Proposal(n, wanted, kept.source, kept.key, kept.over, offered=found.offered)


def _understood(n: int, wanted: Wanted, found: Match, twice: bool) -> Proposal:
    """Two cells under one label and one heading may be anything: both are asked, and shown to be looked at."""
    if twice:
        keys = tuple(dict.fromkeys((*filter(None, [found.key]), *found.offered)))
        return Proposal(n, wanted, FormField.Source.ANSWER, "", FormField.Over.UNTIL, True, keys)
    return Proposal(n, wanted, found.source, found.key, found.over, found.doubt, found.offered)


def take(made: Meanings, posted: Mapping[str, str]) -> None:
    """Take over what the worker chose; what cannot be read, or cannot be told in the form's unit, is marked."""
    known = choices()
    for cell in made.cells:
        text = posted.get(f"cell-{cell.number}", cell.chosen).strip()
        choice = choice_of(text, known) if text else (FormField.Source.ANSWER.value, "")
        cell.over = posted.get(f"over-{cell.number}", cell.over)
        if cell.over not in FormField.Over.values:
            cell.over = FormField.Over.UNTIL
        if choice is None:
            cell.typed, cell.error = text, _("There is no such figure: choose one of the list, or that it is asked.")
            continue
        cell.source, cell.key = choice
        cell.error = _misfit(cell, choice)
    for rows in made.rows:
        rows.take(posted)


def _misfit(cell: Proposal, choice: Choice) -> str:
    source, key = choice
    if source != FormField.Source.MEASURE or fits(key, cell.wanted.unit):
        return ""
    return _("The form wants %(unit)s, and this figure is not told in it.") % {"unit": cell.wanted.unit}


def fields(made: Meanings) -> list[FormField]:
    """The cells as they are kept."""
    return [
        FormField(
            sheet=cell.wanted.sheet,
            cell=cell.wanted.cell,
            label=label_of(cell.wanted),
            section=" ".join(cell.wanted.section.split())[:120],
            unit=code_of(cell.key, cell.wanted.unit) if cell.key in MEASURES else "",
            source=cell.source,
            key=cell.key,
            over=cell.over,
            inline=cell.wanted.inline,
            options="\n".join(cell.wanted.options),
        )
        for cell in made.cells
    ]


def rows(made: Meanings) -> list[FormRows]:
    """The repeated rows as they are kept."""
    return [
        FormRows(
            sheet=r.wanted.sheet,
            first=r.wanted.first,
            last=r.wanted.last,
            label=r.wanted.section[:200],
            kind=r.kind,
            columns=told(r.fields),
        )
        for r in made.rows
    ]
