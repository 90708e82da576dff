"""Finding the header of a sheet, and which kind of record it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.kinds import Kind

from .cells import as_said
from .columns import Columns, columns_of
from .sheets import Row, Sheet
from .words import plain

LOOKED_AT = 30  # rows from the top in which a header is looked for: titles and notes above it are fewer


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header of a sheet stands, which column holds which field, and which columns nobody knows."""

    kind: Kind
    row: int
    fields: dict[str, int]
    unknown: tuple[str, ...]


def needed(kind: Kind) -> list[str]:
    """The fields of *kind* without which no line can be read."""
    fields = kind.form.base_fields
    return [
        name for name, field in fields.items() if field.required and field.initial is None and not _default(kind, name)
    ]


def _default(kind: Kind, name: str) -> bool:
    return bool(kind.model._meta.get_field(name).has_default())  # type: ignore[union-attr]


def find(sheet: Sheet, kinds: Iterable[Kind], *, file: str) -> Header | None:
    """The header of *sheet* for the kind that fits it best; ``None`` for a sheet without rows.

    A kind named like the sheet goes before the others. ``Refused`` when none fits, or two fit alike.
    """
    if not sheet.rows:
        return None
    some = list(kinds)
    named = [k for k in some if sheet.name and plain(sheet.name) in {plain(n) for n in columns_of(k).sheets}]
    candidates = named or some
    found = [best for kind in candidates if (best := _best(sheet.rows, kind))]
    whole = [f for f in found if not _missing(f)]
    most = max((len(f.fields) for f in whole), default=0)
    best_of = [f for f in whole if len(f.fields) == most]
    where = f"{file} · {sheet.name}" if sheet.name else file
    if len(best_of) == 1:
        _no_double(sheet, best_of[0], where)
        return best_of[0]
    if best_of:
        names = ", ".join(f.kind.name for f in best_of)
        raise Refused(
            _("%(where)s may hold %(kinds)s: name the sheet after one of them.") % {"where": where, "kinds": names}
        )
    raise Refused(_why_not(found, where))


def _best(rows: list[Row], kind: Kind) -> Header | None:
    """The row near the top that names the most columns of *kind*."""
    known = columns_of(kind)
    read = [_header(number, cells, kind, known) for number, cells in rows[:LOOKED_AT]]
    best = max(read, key=lambda h: len(h.fields))
    return best if len(best.fields) >= min(2, len(needed(kind))) and best.fields else None


def _header(number: int, cells: list[object], kind: Kind, known: Columns) -> Header:
    fields: dict[str, int] = {}
    unknown = []
    for column, cell in enumerate(cells):
        said = as_said(cell)
        name = known.field_of(said) if said and len(said) <= 40 else None
        if name and name not in fields:
            fields[name] = column
        elif said and not name:
            unknown.append(said)
    return Header(kind, number, fields, tuple(unknown))


def _missing(header: Header) -> list[str]:
    return [name for name in needed(header.kind) if name not in header.fields]


def _no_double(sheet: Sheet, header: Header, where: str) -> None:
    """Two columns under one header would be a guess."""
    known = columns_of(header.kind)
    cells = next(cells for number, cells in sheet.rows if number == header.row)
    seen: dict[str, str] = {}
    for said in map(as_said, cells):
        if said and (name := known.field_of(said)):
            if name in seen:
                words = _(
                    "%(where)s, row %(row)s: two columns say the same, “%(one)s” and “%(two)s”; rename one of them."
                )
                raise Refused(words % {"where": where, "row": header.row, "one": seen[name], "two": said})
            seen[name] = said


def _why_not(found: list[Header], where: str) -> str:
    """Why no kind fits: what is missing of the one that comes nearest."""
    if not found:
        return (
            _("%s: no row names columns that are known. Take our blank workbook, or name the columns as in it.") % where
        )
    near = max(found, key=lambda h: len(h.fields) - len(_missing(h)))
    known = columns_of(near.kind)
    told = {
        "where": where,
        "kind": near.kind.name,
        "row": near.row,
        "missing": ", ".join(" / ".join(dict.fromkeys(known.headers[name][:3])) for name in _missing(near)),
        "found": ", ".join(known.heading(name) for name in near.fields),
    }
    words = _(
        "%(where)s looks like %(kind)s (header in row %(row)s), but a column is missing: %(missing)s. Found: %(found)s."
    )
    return words % told
