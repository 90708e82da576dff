"""Blank workbooks with our own headers, and the community's own codes to choose from where they are few."""

from __future__ import annotations

import io
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from liangxing.ledger.models import Community
from liangxing.records.choice import LIST_UP_TO, RecordChoice
from liangxing.records.kinds import Kind
from liangxing.records.tables.columns import columns_of

ROWS = 1000  # for how many rows the lists of choices are laid


def blank(kind: Kind, community: Community) -> bytes:
    """An .xlsx for *kind*: one sheet named after it, one header row, lists where there is something to choose."""
    known, form, book = columns_of(kind), kind.form(community=community), Workbook()
    sheet: Any = book.active
    sheet.title = known.sheets[0][:31]
    lists: Any = book.create_sheet(_("lists"))
    lists.sheet_state = "hidden"
    for n, name in enumerate(form.fields, 1):
        cell = sheet.cell(1, n, known.heading(name))
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = max(12, len(known.heading(name)) * 2 + 2)
        if words := _words(form.fields[name], known.choices[name]):
            for row, word in enumerate(words, 1):
                lists.cell(row, n, word)
            rule = DataValidation(
                type="list", formula1=f"'{lists.title}'!${cell.column_letter}$1:${cell.column_letter}${len(words)}"
            )
            rule.add(f"{cell.column_letter}2:{cell.column_letter}{ROWS}")
            sheet.add_data_validation(rule)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _words(field: Any, choices: dict[str, str]) -> list[str]:
    """What may stand in a column, when that is little enough to choose from."""
    if isinstance(field, RecordChoice):
        some = list(field.queryset[: LIST_UP_TO + 1])
        return [str(getattr(r, field.called[0])) for r in some] if len(some) <= LIST_UP_TO else []
    return [str(label) for key, label in getattr(field, "choices", ()) if key not in ("", None)]
