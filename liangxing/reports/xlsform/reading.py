"""Reading an XLSForm: every row of its sheets, and, in words, what is wrong with it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import get_xlsform

from liangxing.kernel.errors import Refused
from liangxing.kernel.package import DAMAGED, TooLarge, check_size

from .survey import Choice, Group, Question, Said, Sort, Survey, sort_of

MOST_BYTES = 64 << 20  # of all parts unpacked: a survey of ten thousand questions has a twentieth
BEGIN, END = re.compile(r"^begin[ _](group|repeat)$", re.IGNORECASE), re.compile(r"^end[ _](group|repeat)$", re.I)
Row = Mapping[str, str]


def read(content: bytes) -> Survey:
    """The survey in *content* (.xlsx or .xls). ``Refused`` says what it is instead, or which row is wrong."""
    ending = _ending(content)
    try:
        told = get_xlsform(io.BytesIO(content), file_type=ending)
    except (PyXFormError, *DAMAGED) as wrong:
        raise Refused(_("This workbook cannot be read as an XLSForm: %(why)s") % {"why": wrong}) from wrong
    rows = [{k.strip(): v for k, v in row.items()} for row in told.survey or ()]
    if not any(row.get("type") for row in rows):
        raise Refused(
            _("This is no XLSForm: it needs a sheet “survey” with the columns type, name and label. A plain table of a "
              "department is taken on the page of its forms.")
        )  # fmt: skip
    settings = {k.strip(): v for row in told.settings or () for k, v in row.items() if v}
    key = settings.get("form_id") or settings.get("id_string") or told.fallback_form_name or "form"
    title = settings.get("form_title") or settings.get("title") or key
    choices = _choices(told.choices or ())
    return Survey(key, title, settings.get("version", ""), tuple(_questions(rows)), choices, settings)


def _ending(content: bytes) -> str:
    """Which of the two kinds of workbook *content* is; ``Refused`` for anything else, and for a bomb."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return ".xls"
    if not content.startswith(b"PK"):
        raise Refused(_("An XLSForm is a workbook (.xlsx or .xls); this file is none."))
    try:
        check_size(io.BytesIO(content), MOST_BYTES)
    except TooLarge:
        raise Refused(_("Unpacked, this workbook is larger than any survey: it is not read.")) from None
    except DAMAGED as wrong:
        raise Refused(_("This file is damaged: ask the sender for it again.")) from wrong
    return ".xlsx"


def _said(row: Row, column: str) -> Said:
    """All texts of a *column*: ``label``, ``label::English (en)``, and ``label:English`` as old forms have it."""
    texts = {}
    for name, text in row.items():
        stem, _mark, language = name.partition(":")
        if stem.strip().lower() == column and text:
            texts[language.strip(": ")] = text
    return Said(texts)


def _choices(rows: Iterable[Row]) -> dict[str, tuple[Choice, ...]]:
    lists: dict[str, list[Choice]] = {}
    for row in rows:
        name = row.get("list_name") or row.get("list name") or ""
        told = row.get("name") or row.get("value") or ""
        if name and told:
            lists.setdefault(name, []).append(Choice(told, _said(row, "label")))
    return {name: tuple(some) for name, some in lists.items()}


def _questions(rows: Iterable[Row]) -> Iterable[Question]:
    """The rows as questions; ``Refused`` when groups do not close, or a question has no name."""
    within: list[tuple[Group, int]] = []
    for number, row in enumerate(rows, 2):
        told = (row.get("type") or "").strip()
        if not told or told.startswith("#"):
            continue
        if begun := BEGIN.match(told):
            name = row.get("name") or f"group_{number}"
            within.append((Group(name, _said(row, "label"), begun[1].lower() == "repeat"), number))
        elif END.match(told):
            if not within:
                raise Refused(_("Row %(row)s of the survey closes a group that was not opened.") % {"row": number})
            within.pop()
        else:
            yield _question(row, told, number, tuple(group for group, _row in within))
    if within:
        raise Refused(_("The group opened in row %(row)s of the survey is not closed.") % {"row": within[-1][1]})


def _question(row: Row, told: str, number: int, within: tuple[Group, ...]) -> Question:
    sort, choices = sort_of(told)
    name = (row.get("name") or "").strip()
    if not name and sort is not Sort.NOTE and sort is not Sort.BESIDE:
        raise Refused(_("Row %(row)s of the survey has no name: every question needs one.") % {"row": number})
    return Question(
        name=name or f"{told.split()[0]}_{number}",
        sort=sort,
        type=told,
        label=_said(row, "label"),
        hint=_said(row, "hint"),
        choices=choices,
        within=within,
        row=dict(row),
    )
