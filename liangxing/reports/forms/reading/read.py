"""Reading a form: every sheet, what it wants, and what a person should know about it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from liangxing.reports.forms.workbook.grid import Grid, grid
from liangxing.reports.forms.workbook.package import Package

from .blanks import sections, wanted
from .rows import repeated
from .wanted import Reading

SHEETS_MAX = 30


def read(package: Package) -> Reading:
    """What the form in *package* wants. Sheets that are hidden are read too: lists for choices want nothing."""
    made = Reading()
    if package.macros:
        made.messages.append(_("It holds macros. They are never run here, and stay in the file as they came."))
    if len(package.sheets) > SHEETS_MAX:
        told = {"all": len(package.sheets), "n": SHEETS_MAX}
        made.messages.append(_("It has %(all)s sheets; the first %(n)s are read.") % told)
    for sheet in package.sheets[:SHEETS_MAX]:
        if sheet.hidden:
            continue
        seen = grid(package, sheet)
        made.title = made.title or next((" ".join(a.text.split()) for a in seen.each() if a.text and not a.number), "")
        section_of = sections(seen)
        rows = list(repeated(seen, section_of))
        made.rows += rows
        made.cells += wanted(seen, rows, section_of)
        if seen.protected:
            made.messages.append(_guarded(seen))
    return made


def _guarded(seen: Grid) -> str:
    """What is said of a protected sheet."""
    if seen.opens:
        return _("Sheet “%s” is protected: it stays so, and only its unlocked cells are filled.") % seen.name
    words = _("Sheet “%s” is protected and unlocks no cell. It is filled and stays protected: ask whether it may be.")
    return words % seen.name
