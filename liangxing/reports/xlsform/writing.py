"""Writing an XLSForm that pyxform, and so ODK Collect and KoboToolbox, accept."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from liangxing.kernel.errors import Refused

from .survey import Group, Question, Said, Sort, Survey

PLAIN = {
    Sort.TEXT: "text", Sort.WHOLE: "integer", Sort.DECIMAL: "decimal", Sort.DAY: "date", Sort.TIME: "time",
    Sort.MOMENT: "dateTime", Sort.ONE: "select_one", Sort.SEVERAL: "select_multiple", Sort.NOTE: "note",
    Sort.COMPUTED: "calculate", Sort.FILE: "file", Sort.WHERE: "geopoint", Sort.UNKNOWN: "text", Sort.BESIDE: "start",
}  # fmt: skip
FIRST = ("type", "name", "label", "hint", "required")  # columns in the order in which people look for them
NAME = re.compile(r"^[A-Za-z_][\w.-]*$", re.ASCII)


@dataclass(frozen=True, slots=True)
class XForm:
    """What pyxform makes of an XLSForm: the XML that telephones load, and what it warns of."""

    xml: str
    warnings: tuple[str, ...]


def xform(content: bytes) -> XForm:
    """The XLSForm in *content* as an XForm; ``Refused`` with pyxform's own words when it does not accept it."""
    try:
        made = convert(io.BytesIO(content), file_type=".xls" if content.startswith(b"\xd0\xcf") else ".xlsx")
    except PyXFormError as wrong:
        raise Refused(_("pyxform does not accept this XLSForm: %(why)s") % {"why": wrong}) from wrong
    return XForm(made.xform, tuple(made.warnings))


def name_of(text: str, number: int, taken: Iterable[str] = ()) -> str:
    """A name for data: *text* where it may be one, else the question's *number*; never one that is *taken*."""
    name = re.sub(r"[^\w-]+", "_", text, flags=re.ASCII).strip("_-")
    name = name if NAME.match(name) else f"q{number}"
    return name if name not in set(taken) else f"{name}_{number}"


def write(survey: Survey) -> bytes:
    """*survey* as the bytes of an .xlsx with its three sheets. A question of an unknown type is asked as text."""
    book: Any = Workbook()
    sheet = book.active
    sheet.title = "survey"
    _sheet(sheet, list(_rows(survey.questions)))
    _sheet(book.create_sheet("choices"), [
        {"list_name": name, "name": choice.name, **_texts("label", choice.label)}
        for name, some in survey.choices.items()
        for choice in some
    ])  # fmt: skip
    told = {**survey.settings, "form_title": survey.title, "form_id": survey.key, "version": survey.version}
    _sheet(book.create_sheet("settings"), [{name: text for name, text in told.items() if text}])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _sheet(sheet: Any, rows: list[dict[str, str]]) -> None:
    names = list(dict.fromkeys([*(n for n in FIRST if any(n in row for row in rows)), *(n for r in rows for n in r)]))
    for row in [dict(zip(names, names, strict=True)), *rows]:
        sheet.append([None] * len(names))
        for column, name in enumerate(names, 1):
            if row.get(name):
                cell = sheet.cell(sheet.max_row, column, row[name])
                cell.data_type = "s"  # a label that begins with = is a label
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def _rows(questions: Iterable[Question]) -> Iterable[dict[str, str]]:
    """The rows of the survey sheet, groups opened and closed where the questions need it."""
    open_now: list[Group] = []
    for question in questions:
        shared = 0
        while shared < min(len(open_now), len(question.within)) and open_now[shared] == question.within[shared]:
            shared += 1
        yield from _closed(open_now, shared)
        for group in question.within[shared:]:
            open_now.append(group)
            yield {"type": f"begin_{_word(group)}", "name": group.name, **_texts("label", group.label)}
        yield _row(question)
    yield from _closed(open_now, 0)


def _closed(open_now: list[Group], until: int) -> Iterable[dict[str, str]]:
    while len(open_now) > until:
        yield {"type": f"end_{_word(open_now.pop())}"}


def _word(group: Group) -> str:
    return "repeat" if group.repeat else "group"


def _row(question: Question) -> dict[str, str]:
    """The row as it was told, where there was one; an unknown type becomes text, and its hint says what it was."""
    told: Mapping[str, str] = question.row
    kind = question.type or PLAIN[question.sort]
    if question.sort is Sort.UNKNOWN:
        kind = "text"
        was = _("was asked as “%(type)s”") % {"type": question.type}
        hint = {name: f"{text} ({was})" for name, text in (question.hint.texts or {"": ""}).items()}
        told = {**told, **_texts("hint", Said({name: text.strip() for name, text in hint.items()}))}
    elif question.choices and not question.type:
        kind = f"{kind} {question.choices}"
    made = {**_texts("label", question.label), **_texts("hint", question.hint), **told}
    return {**made, "type": kind, "name": question.name}


def _texts(column: str, said: Said) -> dict[str, str]:
    return {f"{column}::{name}" if name else column: text for name, text in said.texts.items() if text}
