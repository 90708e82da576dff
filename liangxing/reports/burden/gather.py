"""The returns of a community's forms, as records tell them."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES
from liangxing.records.kinds import kinds
from liangxing.records.tables.words import bare
from liangxing.reports.admission.models import ByHand
from liangxing.reports.forms.models import Answer, Filling, Form, FormField, FormRows

from .arithmetic import Item, Return

Key = tuple[UUID, date, date]  # a form, and the days that a return is about
SOURCE = FormField.Source


def returns(community: Community, period: Period) -> list[Return]:
    """Every form that was returned on a day of *period*, in order of the days."""
    here = Filling.objects.known().within(period).filter(community=community)
    hand = ByHand.objects.known().within(period).filter(community=community)
    forms = {form.fact: form for form in Form.objects.known().filter(community=community)}
    items = _items(community)
    typed = _typed(here)
    found = [_filled(row, forms[row.form_id], items, typed) for row in _last(here) if row.form_id in forms]
    found += [_by_hand(row, forms[row.form_id], items) for row in hand if row.form_id in forms]
    return sorted(found, key=lambda each: (each.day, each.form))


def _last(fillings: Iterable[Filling]) -> list[Filling]:
    """Of several fillings of a form for the same days the last: the ones before it were looked over and done again."""
    return list({(f.form_id, f.first, f.after): f for f in sorted(fillings, key=lambda f: f.recorded_at)}.values())


def _items(community: Community) -> dict[UUID, list[tuple[Item, UUID]]]:
    """For each form the things that it asks, each with the fact of its cell."""
    found: dict[UUID, list[tuple[Item, UUID]]] = defaultdict(list)
    cells = FormField.objects.known().filter(community=community).exclude(source=SOURCE.NOTHING)
    for cell in cells.order_by("recorded_at", "pk"):
        if _of_filling(cell):
            continue
        found[cell.form_id].append((_item(cell), cell.fact))
    for rows in FormRows.objects.known().filter(community=community):
        kind = kinds().get(rows.kind)
        label = str(kind.model._meta.verbose_name_plural) if kind else rows.label or rows.sheet
        found[rows.form_id].append((Item(f"rows:{rows.kind or bare(label)}", label, kind is not None), rows.fact))
    return found


def _item(cell: FormField) -> Item:
    """What a cell asks: a figure, a fact of the register, or else whatever stands under the same label."""
    if cell.source == SOURCE.MEASURE:
        return Item(f"measure:{cell.key}", str(MEASURES[cell.key].title) if cell.key in MEASURES else cell.label, True)
    if cell.source == SOURCE.FACT:
        return Item(f"fact:{cell.key}", cell.label, True)
    return Item(f"label:{bare(cell.label)}", cell.label)


@cache
def _own() -> frozenset[str]:
    """The labels of what a form asks about its own filling."""
    told = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    return frozenset(bare(word) for word in told["own"])


def _of_filling(cell: FormField) -> bool:
    """Whether a cell is about the filling itself, and so no fact."""
    return cell.key.startswith("filling.") or (cell.source == SOURCE.ANSWER and bare(cell.label) in _own())


def _typed(fillings: Any) -> dict[Key, set[UUID]]:
    """For each return the cells (by their fact) in which something new was typed."""
    found: dict[Key, set[UUID]] = defaultdict(set)
    told = Answer.objects.known().filter(form__in=fillings.values("form"), kept=False)
    for form, first, after, cell in told.values_list("form", "first", "after", "field"):
        found[form, first, after].add(cell)
    return found


def _filled(
    row: Filling, form: Form, items: dict[UUID, list[tuple[Item, UUID]]], typed: dict[Key, set[UUID]]
) -> Return:
    """A return that was filled from records; where nothing was typed, no minute was."""
    cells = typed.get((row.form_id, row.first, row.after), set())
    minutes = None if row.typing_s is None else Decimal(row.typing_s) / 60
    return Return(
        form=str(form.fact),
        title=form.title,
        asker=form.asked_by,
        day=row.day,
        items=tuple(item for item, _cell in items[form.fact]),
        cells=row.cells,
        itself=row.by_itself + row.confirmed,
        typed=row.asked,
        minutes=Decimal(0) if minutes is None and not row.asked else minutes,
        by_hand=False,
        typed_facts=frozenset(item.fact for item, cell in items[form.fact] if cell in cells),
    )


def _by_hand(row: ByHand, form: Form, items: dict[UUID, list[tuple[Item, UUID]]]) -> Return:
    some: Sequence[Item] = [item for item, _cell in items[form.fact]]
    return Return(
        form=str(form.fact),
        title=form.title,
        asker=form.asked_by,
        day=row.day,
        items=tuple(some),
        cells=row.cells,
        itself=0,
        typed=row.cells,
        minutes=None if row.minutes is None else Decimal(row.minutes),
        by_hand=True,
        typed_facts=frozenset(item.fact for item in some),
    )
