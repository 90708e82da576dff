"""Answers as the world of ODK expects them: a submission in XML, and tables in CSV as ODK Central exports them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from xml.etree import ElementTree as xml

from .survey import Question, Survey

Answer = str | int | Decimal | date | datetime | time | Sequence[str] | None
ORX = "http://openrosa.org/xforms"
XFORMS = "http://www.w3.org/2002/xforms"


@dataclass(frozen=True, slots=True)
class Submission:
    """One filled form: its id (``uuid:…``), when it was done, its answers by name, and the rows of each repeat."""

    id: str
    at: datetime
    answers: Mapping[str, Answer]
    rows: Mapping[str, Sequence[Mapping[str, Answer]]] = field(default_factory=dict)


def said(answer: Answer) -> str:
    """An answer as data: days and moments in ISO 8601, several choices with spaces; nothing for what is unknown.

    >>> said(Decimal("3.50")), said(["a", "b"]), said(None), said(date(2026, 5, 3))
    ('3.50', 'a b', '', '2026-05-03')
    """
    if answer is None:
        return ""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Decimal):
        return format(answer, "f")
    if isinstance(answer, date | datetime | time):
        return answer.isoformat()
    return " ".join(answer) if isinstance(answer, Sequence) else str(answer)


def as_xml(survey: Survey, submission: Submission) -> bytes:
    """The submission as a telephone would send it to the form's server."""
    xml.register_namespace("orx", ORX)
    root = xml.Element("data", {"id": survey.key, **({"version": survey.version} if survey.version else {})})
    done: set[str] = set()
    for question in survey.questions:
        if question.repeat:
            if question.repeat not in done:
                done.add(question.repeat)
                _repeat(root, survey, question, submission)
        else:
            _leaf(root, [g.name for g in question.within], question.name, submission.answers.get(question.name))
    meta = xml.SubElement(root, f"{{{ORX}}}meta")
    xml.SubElement(meta, f"{{{ORX}}}instanceID").text = submission.id
    made: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _repeat(root: xml.Element, survey: Survey, first: Question, submission: Submission) -> None:
    """Each row of a repeat as an element of its name; what lies in groups within it stands in them."""
    path = [group.name for group in first.within]
    depth = path.index(first.repeat)
    above = _element(root, path[:depth])
    inner = [question for question in survey.questions if question.repeat == first.repeat]
    for row in submission.rows.get(first.repeat, ()):
        here = xml.SubElement(above, first.repeat)
        for question in inner:
            _leaf(here, [g.name for g in question.within][depth + 1 :], question.name, row.get(question.name))


def _element(root: xml.Element, path: Sequence[str]) -> xml.Element:
    """The element at *path* below *root*, made when it is missing."""
    for name in path:
        found = root.find(name)
        root = xml.SubElement(root, name) if found is None else found
    return root


def _leaf(root: xml.Element, path: Sequence[str], name: str, answer: Answer) -> None:
    xml.SubElement(_element(root, path), name).text = said(answer) or None


def as_csv(survey: Survey, submissions: Sequence[Submission]) -> dict[str, str]:
    """File name to CSV: the main table and one for each repeat, columns named by group and question.

    Rows of a repeat carry ``PARENT_KEY``, the key of the submission that they belong to, as ODK Central has it.
    """
    once = [question for question in survey.questions if not question.repeat]
    head = ["SubmissionDate", *("-".join(q.path) for q in once), "KEY"]
    rows = [[s.at.isoformat(), *(said(s.answers.get(q.name)) for q in once), s.id] for s in submissions]
    tables = {f"{survey.key}.csv": _table(head, rows)}
    for name, questions in survey.repeats():
        head = [*("-".join(q.path[q.path.index(name) + 1 :]) for q in questions), "PARENT_KEY", "KEY"]
        rows = [
            [*(said(row.get(q.name)) for q in questions), s.id, f"{s.id}/{name}[{n}]"]
            for s in submissions
            for n, row in enumerate(s.rows.get(name, ()), 1)
        ]
        tables[f"{survey.key}-{name}.csv"] = _table(head, rows)
    return tables


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """CSV with a byte order mark, by which spreadsheet programs in China read it as UTF-8."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(head)
    writer.writerows(rows)
    return "\ufeff" + made.getvalue()
