"""Workbooks to fill in: our own headers with a word on each, an example, what the community has already, and lists.

They are read back as they are: the example and the lists are passed over, and what was there already changes nothing.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from liangxing.kernel.language import CHINESE, nearest
from liangxing.ledger.models import Community
from liangxing.records.choice import RecordChoice
from liangxing.records.kinds import Kind
from liangxing.records.models import Record
from liangxing.records.tables.columns import Columns, columns_of, label, open_sets
from liangxing.records.tables.export import FORMULA
from liangxing.records.tables.headers import needed
from liangxing.records.tables.words import words

ROWS = 2000  # for how many rows the lists of choices are laid
LISTED = 5000  # choices that a list in a workbook may hold
HELD = ("register.estate", "register.building", "register.place")  # kinds whose own records are handed out
STARTER = (
    "register.estate", "register.building", "register.household", "register.resident", "register.post",
    "register.organisation", "register.place", "activities.activity", "environment.sortedbin", "honours.honour",
)  # fmt: skip
SOFT, WASH = Font(italic=True, color="7A7465"), PatternFill("solid", fgColor="EFE9DC")
OPEN = Protection(locked=False)


def blank(kind: Kind, community: Community) -> bytes:
    """An .xlsx for one *kind*."""
    return workbook([kind], community)


def workbook(some: Sequence[Kind], community: Community) -> bytes:
    """An .xlsx with a sheet for each of the kinds, and a hidden one that holds the lists."""
    book = Workbook()
    book.remove(book.active)
    lists = _Lists(book)
    for kind in some:
        _sheet(book, kind, community, lists)
    lists.close()
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class _Lists:
    """The sheet of what may be chosen, a column for each list; the same list is laid once."""

    def __init__(self, book: Workbook) -> None:
        self.book, self.told = book, dict[tuple[str, ...], str]()
        self.name = _our("lists")

    def of(self, choices: Sequence[str]) -> str:
        """Where the list stands, as a formula of a validation has it."""
        key = tuple(choices)
        letter = get_column_letter(len(self.told) + 1)
        return self.told.setdefault(key, f"'{self.name}'!${letter}$1:${letter}${len(key)}")

    def close(self) -> None:
        """Write the lists down, last and hidden."""
        sheet: Any = self.book.create_sheet(self.name)
        sheet.sheet_state = "hidden"
        for column, choices in enumerate(self.told, 1):
            for row, word in enumerate(choices, 1):
                _put(sheet, row, column, word)


def _our(kind: str) -> str:
    """Our own word of a kind of words by which tables are understood, in the language of the moment."""
    chinese = nearest(get_language()) == CHINESE
    return str(words()[kind][0 if chinese else 1])


def _put(sheet: Any, row: int, column: int, value: Any) -> Any:
    """A cell that never becomes a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value, cell.data_type = value, "s"
        cell.quotePrefix = value.startswith(FORMULA)
    else:
        cell.value = value
    cell.protection = OPEN
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell


def _sheet(book: Workbook, kind: Kind, community: Community, lists: _Lists) -> None:
    """One sheet: header, example, what is there already; only the header is locked, without a password."""
    known, form = columns_of(kind), kind.form(community=community)
    sheet: Any = book.create_sheet(known.sheets[0][:31])
    for n, (name, field) in enumerate(form.fields.items(), 1):
        choices = _choices(kind, name, field)
        _head(sheet, n, name, kind, known, choices)
        cell = _put(sheet, 2, n, _example(n, field, choices, known.heading(name)))
        cell.font, cell.fill = SOFT, WASH
        if choices:
            closed = not isinstance(field, forms.CharField)
            rule = DataValidation(type="list", formula1=lists.of(choices), showErrorMessage=closed)
            rule.add(f"{cell.column_letter}3:{cell.column_letter}{ROWS}")
            sheet.add_data_validation(rule)
    for row, record in enumerate(_held(kind, community), 3):
        for n, name in enumerate(form.fields, 1):
            _put(sheet, row, n, _said(record, name))
    sheet.freeze_panes = "A2"
    _lock(sheet)


def _lock(sheet: Any) -> None:
    """Keep the header from slips of the hand; rows, columns' widths, sorting and filters stay free."""
    told = sheet.protection
    told.sheet = True
    for name in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(told, name, False)  # in the file format, false means: not forbidden


def _head(sheet: Any, n: int, name: str, kind: Kind, known: Columns, choices: Sequence[str]) -> None:
    cell = sheet.cell(1, n, known.heading(name))
    cell.font = Font(bold=True)
    cell.comment = Comment(_told(kind, name, known, choices), "liangxing", height=160, width=260)
    letter = cell.column_letter
    sheet.column_dimensions[letter].width = max(12, len(known.heading(name)) * 2 + 2)
    sheet.column_dimensions[letter].protection = OPEN


def _told(kind: Kind, name: str, known: Columns, choices: Sequence[str]) -> str:
    """What is said of a column: whether it must be filled, how, and under which other headers it is known."""
    field = kind.form.base_fields[name]
    parts = [_("Must be filled in.") if name in needed(kind) else _("May stay empty: unknown is not 0.")]
    if field.help_text:
        parts.append(str(field.help_text))
    if isinstance(field, forms.DateField):
        parts.append(_("A day such as 2026-05-03; 2026.5.3 is read too."))
    elif isinstance(field, forms.IntegerField | forms.DecimalField):
        parts.append(_("A number."))
    if choices:
        parts.append(_("To choose from the list."))
    if others := [header for header in known.headers[name][1:4] if header != name]:
        parts.append(_("Also understood: %s.") % ", ".join(others))
    return " ".join(parts)


def _example(n: int, field: forms.Field, choices: Sequence[str], heading: str) -> Any:
    """What the example has in a column; its first cell says that it is one."""
    if n == 1:
        return f"{_our('example')}：{choices[0] if choices else '1-1-101'}"
    if choices:
        return choices[0]
    if isinstance(field, forms.DateField):
        return localdate() if field.required else ""
    if isinstance(field, forms.BooleanField):
        return str(words()["yes"][0])
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return 1
    return heading if field.required else ""


def _choices(kind: Kind, name: str, field: forms.Field) -> list[str]:
    """What may stand in a column, when that can be listed."""
    if isinstance(field, RecordChoice):
        some = list(field.queryset.order_by(field.called[0])[: LISTED + 1])
        return [str(getattr(r, field.called[0])) for r in some] if len(some) <= LISTED else []
    if told := open_sets(kind).get(name):
        return [label(kind.model, name, key) for key in dict.fromkeys(told.values())]
    return [str(word) for key, word in getattr(field, "choices", ()) if key not in ("", None)]


def _held(kind: Kind, community: Community) -> Iterable[Record]:
    """The records that the workbook holds already, by their code."""
    if kind.key not in HELD:
        return []
    rows = kind.model._default_manager.known().filter(community=community)
    related = [f.name for f in kind.model._meta.fields if f.is_relation and f.name in kind.form.base_fields]
    return rows.select_related(*related).order_by("code")


def _said(record: Record, name: str) -> Any:
    """A field of a record as a cell that is read back as the same."""
    if told := getattr(record, f"get_{name}_display", None):
        return str(told())
    value = getattr(record, name)
    if isinstance(value, Record):
        return str(getattr(value, getattr(value, "called", value.natural)[0]))
    if isinstance(value, bool):
        return str(words()["yes" if value else "no"][0])
    return label(type(record), name, value) if isinstance(value, str) and value else value
