"""Rows pasted from a spreadsheet: with a header they go straight to the import; else each column is named first.

From there on they are a table like any other: the same preview, the same single act, the pasted text as its evidence.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.transaction import non_atomic_requests
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.evidence.channels.workbook.views import importing, look
from liangxing.kernel.errors import Refused
from liangxing.records.choice import RecordChoice
from liangxing.records.kinds import Kind, kinds
from liangxing.records.tables.cells import reader_of
from liangxing.records.tables.columns import Columns, columns_of
from liangxing.records.tables.headers import find
from liangxing.records.tables.sheets import Sheet
from liangxing.records.visit import Visit

SAMPLE = 3  # rows that are shown while the columns are named
LEFT_OUT = "-"  # what is said of a column that is not read


@non_atomic_requests  # as the import, which does the work
def paste(request: Visit) -> HttpResponse:
    """A box for rows; then what they would do; then they are kept in one act."""
    if "keep" in request.POST or "wrong" in request.GET:
        return importing(request)
    text, key = request.POST.get("rows", "").strip("\r\n"), request.POST.get("kind", request.GET.get("kind", ""))
    told: dict[str, Any] = {"rows": text, "kinds": _open_to(request), "kind": key}
    kind = next((k for k in told["kinds"] if k.key == key), None)
    if request.method != "POST":
        return render(request, "desk/paste.html", told)
    table = _rows(text)
    if not table or kind is None:
        refused = _("Choose what the rows are.") if table else _("Paste some rows first.")
        return render(request, "desk/paste.html", {**told, "refused": refused}, status=422)
    if chosen := request.POST.getlist("column"):
        start = 1 if request.POST.get("first") == "header" else 0
        return _look(request, kind, [_header(kind, chosen), *table[start:]])
    if _has_header(kind, table):
        return _look(request, kind, table)
    return render(request, "desk/paste.html", {**told, "columns": _columns(request, kind, table)})


def _open_to(request: Visit) -> list[Kind]:
    """The kinds that the visitor may import, by name."""
    return sorted((k for k in kinds().values() if request.rights.may("import", k.model)), key=lambda k: k.name)


def _rows(text: str) -> list[list[str]]:
    """The rows of what was pasted: cells between tabs, or between commas when there is no tab."""
    separator = "\t" if "\t" in text else ","
    csv.field_size_limit(1 << 20)
    try:
        every = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:  # a stray mark: then each line is a row, as it stands
        every = [line.split(separator) for line in text.splitlines()]
    return [row for row in every if any(cell.strip() for cell in row)]


def _has_header(kind: Kind, table: list[list[str]]) -> bool:
    """Whether one of the first rows names the columns that the kind needs."""
    try:
        return find(Sheet("", list(enumerate([[*row] for row in table], 1))), [kind], file="") is not None
    except Refused:
        return False


def _header(kind: Kind, chosen: list[str]) -> list[str]:
    known = columns_of(kind)
    return [known.heading(name) if name in known.headers else LEFT_OUT for name in chosen]


def _look(request: Visit, kind: Kind, table: list[list[str]]) -> HttpResponse:
    """Hand the rows to the import as a file that says what it is."""
    made = io.StringIO(newline="")
    csv.writer(made, delimiter="\t").writerows(table)
    name = _("pasted %s") % localdate().isoformat() + ".txt"
    upload = SimpleUploadedFile(name, b"\xef\xbb\xbf" + made.getvalue().encode(), "text/plain")
    return look(request, [upload], kind.key)


def _columns(request: Visit, kind: Kind, table: list[list[str]]) -> dict[str, Any]:
    """For each column some of its cells, and the field that they fit best; a person has the last word."""
    fields, known = kind.form(community=request.community).fields, columns_of(kind)
    named = [known.field_of(cell) for cell in table[0]]
    header = sum(name is not None for name in named) * 2 >= len(table[0])
    body = table[1:] if header else table
    wide = max(len(row) for row in table)
    cells = [[row[n] if n < len(row) else "" for row in body[:SAMPLE]] for n in range(wide)]
    free, found = dict(fields), []
    for n, some in enumerate(cells):
        name = named[n] if header and n < len(named) else _fitting(free, known, some)
        free.pop(name or "", None)
        found.append({"chosen": name, "cells": some})
    labels = [(name, field.label) for name, field in fields.items()]
    return {"found": found, "fields": labels, "rows": list(zip(*cells, strict=True)), "header": header}


def _fitting(free: dict[str, forms.Field], known: Columns, cells: list[str]) -> str | None:
    """The free field that the *cells* fit best: the first of the form where several do."""
    scores = {name: _score(field, known.choices.get(name, {}), cells) for name, field in free.items()}
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best and scores[best] else None


def _score(field: forms.Field, choices: dict[str, str], cells: list[str]) -> int:
    """How sure it is that *cells* are of *field*: a name that is known says most, plain text least."""
    said = [cell for cell in cells if cell.strip()]
    read = reader_of(field, choices)
    for cell in said:
        try:
            field.clean(read(cell).read_as)
        except forms.ValidationError:
            return 0
    if not said:
        return 0
    if isinstance(field, RecordChoice) or (choices and all(read(cell).read_as in choices.values() for cell in said)):
        return 4
    if isinstance(field, forms.DateField | forms.TimeField):
        return 3
    return 2 if isinstance(field, forms.IntegerField | forms.DecimalField) else 1
