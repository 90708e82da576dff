"""A form of ours as a survey: with the XLSForm it came from, or made from what its cells mean."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _

from liangxing.evidence import store
from liangxing.kernel.errors import Refused
from liangxing.measures.measure import MEASURES
from liangxing.records.kinds import kinds
from liangxing.reports.forms.matching.kinds import NUMBER, read_columns
from liangxing.reports.forms.models import Form, FormField, FormRows
from liangxing.reports.forms.queries import fields_of, rows_of
from liangxing.reports.forms.reading.words import unit_in

from .models import SurveyFile
from .reading import read
from .survey import Choice, Group, Question, Said, Sort, Survey
from .table import Places, laid_out
from .writing import name_of, write

SOURCE = FormField.Source


def original(form: Form) -> SurveyFile | None:
    """The XLSForm that *form* came as; ``None`` when it came as a plain table."""
    return SurveyFile.objects.known().filter(form=form.fact).first()


def survey_of(form: Form) -> tuple[Survey, Places]:
    """The survey of *form*, and where its answers stand in the form's own workbook."""
    if came := original(form):
        try:
            survey = read(store.path(came.sha256).read_bytes())
        except OSError as error:
            raise Refused(_("The XLSForm of %s is not here: upload it again.") % form.title) from error
        return survey, laid_out(survey)[1]
    return _made(form)


def workbook(form: Form) -> bytes:
    """The XLSForm of *form*: the very file that came, or one made from what its cells mean."""
    survey, _places = survey_of(form)
    came = original(form)
    return store.path(came.sha256).read_bytes() if came and not survey.unknown else write(survey)


def _made(form: Form) -> tuple[Survey, Places]:
    places, questions, choices = Places(), list[Question](), dict[str, tuple[Choice, ...]]()
    taken: list[str] = []
    sections: dict[str, Group] = {}
    for number, cell in enumerate(fields_of(form), 1):
        if cell.source == SOURCE.NOTHING:
            continue
        name = name_of(cell.key or cell.label, number, taken)
        options = [option for option in cell.options.split("\n") if option]
        if options:
            choices[f"list_{number}"] = tuple(Choice(str(n), Said({"": o})) for n, o in enumerate(options, 1))
        group = sections.setdefault(cell.section, Group(f"part_{len(sections) + 1}", Said({"": cell.section})))
        hint = Said({"": cell.unit}) if cell.unit and not cell.unit.startswith("{") else Said()
        questions.append(Question(
            name, Sort.ONE if options else _sort(cell), "", Said({"": cell.label}), hint,
            f"list_{number}" if options else "", (group,) if cell.section else (),
        ))  # fmt: skip
        taken.append(name)
        places.cells[name] = cell.anchor
    for number, rows in enumerate(rows_of(form), 1):
        questions += _repeated(rows, number, places, taken)
    version = f"{form.recorded_at:%Y%m%d%H%M}"
    return Survey(name_of(form.code, 1, ()), form.title, version, tuple(questions), choices), places


def _sort(cell: FormField) -> Sort:
    if cell.source == SOURCE.MEASURE and cell.key in MEASURES:
        counted = not cell.unit and MEASURES[cell.key].unit.startswith("{")
        return Sort.WHOLE if counted else Sort.DECIMAL
    if cell.source == SOURCE.ANSWER and unit_in(cell.label):
        return Sort.DECIMAL
    return Sort.DAY if cell.key == "filling.day" else Sort.TEXT


def _repeated(rows: FormRows, number: int, places: Places, taken: list[str]) -> list[Question]:
    """Repeated rows as a repeat: a question for each column that a field of the records fills."""
    kind = kinds().get(rows.kind)
    columns = {letters: name for letters, name in read_columns(rows.columns).items() if name != NUMBER}
    if kind is None or not columns:
        return []
    meta = kind.model._meta
    repeat = Group(f"rows_{number}", Said({"": str(meta.verbose_name_plural)}), repeat=True)
    found, named = list[Question](), dict[str, str]()
    for letters, field_name in columns.items():
        column = meta.get_field(field_name)
        name = name_of(f"{repeat.name}_{field_name}", len(taken), taken)
        found.append(Question(name, _sort_of(column), "", Said({"": str(column.verbose_name)}), within=(repeat,)))  # type: ignore[union-attr]
        taken.append(name)
        named[name] = letters
    places.rows[repeat.name], places.columns[repeat.name] = (rows.sheet, rows.first), named
    return found


def _sort_of(column: object) -> Sort:
    for kind, sort in ((models.DateField, Sort.DAY), (models.TimeField, Sort.TIME), (models.DecimalField, Sort.DECIMAL),
                       (models.BooleanField, Sort.TEXT), (models.IntegerField, Sort.WHOLE)):  # fmt: skip
        if isinstance(column, kind):
            return sort
    return Sort.TEXT
