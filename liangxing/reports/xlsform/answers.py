"""A filled form as a submission: each cell's value as the answer of its question."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from liangxing.records.visit import Eyes
from liangxing.reports.forms.fill import cells_of
from liangxing.reports.forms.filling.rows import lines
from liangxing.reports.forms.models import Filling, Form
from liangxing.reports.forms.queries import rows_of

from .ours import survey_of
from .submissions import Answer, Submission, as_csv, as_xml
from .survey import Question, Sort, Survey
from .table import Places


def submission(form: Form, filling: Filling, eyes: Eyes) -> tuple[Survey, Submission]:
    """What *form* was filled with, as far as *eyes* may see the records of its rows."""
    survey, places = survey_of(form)
    cells = {cell.field.anchor: cell.value for cell in cells_of(form, filling.period, filling.known_at)}
    answers = {
        question.name: answer(survey, question, cells.get(places.cells[question.name]))
        for question in survey.asked
        if question.name in places.cells
    }
    rows = _rows(form, filling, survey, places, eyes)
    return survey, Submission(f"uuid:{filling.pk}", filling.recorded_at, answers, rows)


def _rows(
    form: Form, filling: Filling, survey: Survey, places: Places, eyes: Eyes
) -> Mapping[str, Sequence[Mapping[str, Answer]]]:
    """The rows of each repeat, under the names of its questions."""
    told = {
        (rows.sheet, rows.first): lines(rows, form.community, filling.period, eyes=eyes, known_at=filling.known_at)
        for rows in rows_of(form, filling.known_at)
    }
    found: dict[str, Sequence[Mapping[str, Answer]]] = {}
    for name, questions in survey.repeats():
        columns = places.columns.get(name, {})
        found[name] = [
            {q.name: answer(survey, q, line.get(columns.get(q.name, ""))) for q in questions}
            for line in told.get(places.rows.get(name, ("", 0)), [])
        ]
    return found


def answer(survey: Survey, question: Question, value: Any) -> Answer:
    """The *value* of a cell as its question's answer: of a list of choices the name, of a day the day."""
    if question.sort in (Sort.ONE, Sort.SEVERAL) and value is not None:
        named = {label: c.name for c in survey.choices.get(question.choices, ()) for label in c.label.texts.values()}
        return named.get(str(value), str(value))
    if question.sort is Sort.DAY and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    told: Answer = value
    return told


def xml_of(form: Form, filling: Filling, eyes: Eyes) -> bytes:
    """The submission in XML."""
    return as_xml(*submission(form, filling, eyes))


def csv_of(form: Form, filling: Filling, eyes: Eyes) -> bytes:
    """All tables of the submission, in a zip."""
    survey, told = submission(form, filling, eyes)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, table in as_csv(survey, [told]).items():
            packed.writestr(name, table)
    return made.getvalue()
